using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OnRecord.People.Staff;
using Cookie = Microsoft.Playwright.Cookie;

namespace OnRecord.Journeys;

/// <summary>An owner arranges the site in a browser.</summary>
public class ArrangementJourney(Newsstand stand)
{
    private static readonly string[] Parts = ["", "/look", "/sections", "/topics", "/people", "/menus", "/policies"];

    [Fact]
    public async Task Every_page_keeps_every_rule_of_axe_and_fits_the_phone()
    {
        await using var owner = await Owner(stand.Ledger, new BrowserNewContextOptions { BypassCSP = true });
        var pages = Parts.Select(part => $"/desk/site{part}").ToList();
        foreach (var part in Parts[2..])
        {
            await owner.Open($"/desk/site{part}");
            pages.Add((await owner.Page.Locator("td:first-child a").First.GetAttributeAsync("href")).ShouldNotBeNull());
        }
        foreach (var path in pages)
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await owner.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await owner.Page.SetViewportSizeAsync(scheme == ColorScheme.Light ? 1280 : 400, 900);
            (await owner.OpenWhole(path)).Status.ShouldBe(200, path);
            var found = await owner.Page.RunAxe();
            found
                .Violations.Select(rule =>
                    $"{rule.Id}: {rule.Help} {string.Join(" | ", rule.Nodes.Select(node => node.Html))}"
                )
                .ShouldBeEmpty($"{path}, {scheme}");
            (
                await owner.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")
            ).ShouldBeTrue(path);
        }
        owner.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_colour_is_seen_and_counted_while_it_is_picked_and_reaches_readers_when_saved()
    {
        await using var site = await RunningSite.Start();
        await using var owner = await Owner(site, new BrowserNewContextOptions());
        await owner.Open("/desk/site/look");
        var page = owner.Page;
        await page.Locator("#light").FillAsync("#ffcc00");
        (await Accent(".preview.light .preview-kicker >> nth=0")).ShouldBe("rgb(255, 204, 0)");
        (await page.Locator("[data-scheme=light] .no").CountAsync()).ShouldBe(3);
        var proposed = (
            await page.Locator("[data-scheme=light] [data-proposal] button").TextContentAsync()
        ).ShouldNotBeNull();
        // The script and the server count alike: what one proposes the other takes.
        await page.Locator("[data-scheme=light] [data-proposal] button").ClickAsync();
        (await page.Locator("[data-scheme=light] .no").CountAsync()).ShouldBe(0);
        await page.Locator("input[value=Centred]").CheckAsync();
        (await page.Locator(".preview.centred").CountAsync()).ShouldBe(2);
        await page.Locator("button[value=save]").ClickAsync();
        await page.Locator(".done").WaitForAsync();
        await owner.Open("/about");
        (
            await page.EvaluateAsync<string>(
                "() => getComputedStyle(document.documentElement).getPropertyValue('--accent')"
            )
        ).ShouldContain(proposed);
        owner.Troubles.ShouldBeEmpty();

        Task<string> Accent(string element) =>
            page.Locator(element).EvaluateAsync<string>("element => getComputedStyle(element).color");
    }

    [Fact]
    public async Task A_section_is_moved_by_dragging_and_by_keys()
    {
        await using var site = await RunningSite.Start();
        await using var owner = await Owner(site, new BrowserNewContextOptions());
        var page = owner.Page;
        await owner.Open("/desk/site/sections");
        foreach (var name in new[] { "One", "Two", "Three" })
        {
            await page.Locator("#name").FillAsync(name);
            await page.Locator("#name").PressAsync("Enter");
            await page.Locator($"td:has-text('{name}')").First.WaitForAsync();
        }
        await page.Locator("tr[data-id]:has-text('Three')").DragToAsync(page.Locator("tr[data-id]:has-text('One')"));
        await page.WaitForFunctionAsync("() => document.querySelector('td a').textContent === 'Three'");
        await page.ReloadAsync();
        (await Order()).ShouldBe(["Three", "One", "Two"]);
        await page.Locator("button[aria-label='Move “Two” up']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".done").WaitForAsync();
        (await Order()).ShouldBe(["Three", "Two", "One"]);
        owner.Troubles.ShouldBeEmpty();

        Task<string[]> Order() =>
            page.Locator("td:first-child a").EvaluateAllAsync<string[]>("links => links.map(link => link.textContent)");
    }

    private async Task<Reader> Owner(RunningSite site, BrowserNewContextOptions options)
    {
        var now = TimeProvider.System.GetUtcNow();
        var staff = new StaffMember
        {
            Id = Guid.CreateVersion7(),
            Name = "Ines Okafor",
            Email = "ines@ledger.example",
            NormalizedEmail = $"{Guid.CreateVersion7():N}@LEDGER.EXAMPLE",
            Roles = Roles.Owner,
            Language = "en",
            AddedAt = now,
            JoinedAt = now,
        };
        var cookie = await site.With<StaffSessions, string>(async sessions =>
        {
            var session = sessions.Open(staff, "a journey", "127.0.0.1");
            await site.InDatabase(async db =>
            {
                db.AddRange(staff, session);
                return await db.SaveChangesAsync();
            });
            return sessions.Sealed(session.Id);
        });
        var reader = await stand.Reader(options, site);
        await reader.Context.AddCookiesAsync([
            new Cookie
            {
                Name = StaffSessions.Cookie,
                Value = cookie,
                Url = site.Root.AbsoluteUri,
            },
        ]);
        return reader;
    }
}
