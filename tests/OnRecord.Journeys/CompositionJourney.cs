using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OnRecord.Documents;
using OnRecord.People.Staff;
using OnRecord.Stories;

namespace OnRecord.Journeys;

/// <summary>An editor puts the front together in a browser.</summary>
public class CompositionJourney(Newsstand stand)
{
    [Fact]
    public async Task The_front_is_composed_with_the_keyboard_alone_and_each_move_is_said()
    {
        await using var site = await Site();
        await using var tom = await stand.Colleague(site, Roles.Editor, "Tom Brandt");
        await tom.Open("/desk/front");
        var page = tom.Page;
        await page.GetByLabel("Words of headline or byline").FillAsync("ferry");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".finding .place-headline")).ToHaveCountAsync(1);
        await page.Locator(".finding [data-handle]").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Said(page, "“The ferry is back” leads now.");
        await page.GetByLabel("Words of headline or byline").FillAsync("");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".finding .place:has-text('Clinic') [data-handle]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Said(page, "“Clinic opens on Saturdays” stands among the seconds.");
        await page.Locator("[data-zone=seconds] [data-handle]").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Said(page, "“Clinic opens on Saturdays” leads now.");
        // The focus stays on what was moved, so that it can be moved on.
        await page.Keyboard.PressAsync("ArrowDown");
        await Said(page, "“Clinic opens on Saturdays” stands among the seconds.");
        await page.Keyboard.PressAsync("Delete");
        await Said(page, "“Clinic opens on Saturdays” is off its place.");
        (await page.EvaluateAsync<bool>("() => document.activeElement !== document.body")).ShouldBeTrue();
        await page.Locator("button[value=save]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".done").WaitForAsync();
        await tom.Open("/");
        (await page.Locator(".lead h2").TextContentAsync())!.Trim().ShouldBe("The ferry is back");
        tom.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_front_is_composed_without_script()
    {
        await using var site = await Site();
        var options = new BrowserNewContextOptions { JavaScriptEnabled = false };
        await using var tom = await stand.Colleague(site, Roles.Editor, "Tom Brandt", options);
        await tom.Open("/desk/front");
        var page = tom.Page;
        await page.GetByLabel("Words of headline or byline").FillAsync("ferry");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".finding .place-headline")).ToHaveCountAsync(1);
        await page.Locator(".finding button[value^='lead:']").ClickAsync();
        await Said(page, "“The ferry is back” leads now.");
        (await page.Locator("[data-handle]").First.IsVisibleAsync()).ShouldBeFalse();
        await page.Locator("button[value=save]").ClickAsync();
        await page.Locator(".done").WaitForAsync();
        await tom.Open("/");
        (await page.Locator(".lead h2").TextContentAsync())!.Trim().ShouldBe("The ferry is back");
        tom.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_story_is_dragged_into_its_place_and_a_section_to_another()
    {
        await using var site = await Site();
        await using var tom = await stand.Colleague(site, Roles.Editor, "Tom Brandt");
        await tom.Open("/desk/front");
        var page = tom.Page;
        await page.SetViewportSizeAsync(1280, 1600);
        await Drag(page, ".finding .place:has-text('Clinic') [data-handle]", "[data-zone=lead]");
        await Said(page, "“Clinic opens on Saturdays” leads now.");
        await Drag(page, ".finding .place:has-text('Story 19') [data-handle]", "[data-zone=seconds]");
        await Said(page, "“Story 19” stands among the seconds.");
        await Drag(page, "[data-zone=seconds] [data-handle]", "[data-zone=lead]");
        await Said(page, "“Story 19” leads now.");
        await Drag(page, "#blocks .place:last-child [data-handle]", "#blocks .place:first-child");
        await Said(page, "The section Schools is moved.");
        await page.Locator("button[value=save]").ClickAsync();
        await page.Locator(".done").WaitForAsync();
        await tom.Open("/");
        (await page.Locator(".lead h2").TextContentAsync())!.Trim().ShouldBe("Story 19");
        (await page.Locator(".block h2").First.TextContentAsync())!.Trim().ShouldBe("Schools");
        tom.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_keeps_every_rule_of_axe_and_fits_the_phone()
    {
        await using var site = await Site();
        var options = new BrowserNewContextOptions { BypassCSP = true };
        await using var tom = await stand.Colleague(site, Roles.Editor, "Tom Brandt", options);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        foreach (var width in new[] { 1280, 400 })
        {
            await tom.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await tom.Page.SetViewportSizeAsync(width, 900);
            await tom.OpenWhole("/desk/front");
            await tom.Page.Locator(".fill button").First.ClickAsync();
            await Assertions.Expect(tom.Page.Locator("#said")).Not.ToBeEmptyAsync();
            var found = await tom.Page.RunAxe();
            found
                .Violations.Select(rule =>
                    $"{rule.Id}: {rule.Help} {string.Join(" | ", rule.Nodes.Select(node => node.Html))}"
                )
                .ShouldBeEmpty($"{scheme}, {width}");
            (
                await tom.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")
            ).ShouldBeTrue($"{width}");
        }
        tom.Troubles.ShouldBeEmpty();
    }

    private static Task Said(IPage page, string sentence) =>
        Assertions.Expect(page.Locator("#said")).ToHaveTextAsync(sentence);

    private static async Task Drag(IPage page, string what, string to)
    {
        var from = (await page.Locator(what).First.BoundingBoxAsync()).ShouldNotBeNull();
        var there = (await page.Locator(to).First.BoundingBoxAsync()).ShouldNotBeNull();
        await page.Mouse.MoveAsync(from.X + from.Width / 2, from.Y + from.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(there.X + 20, there.Y + 30, new MouseMoveOptions { Steps = 6 });
        await page.Mouse.MoveAsync(there.X + 20, there.Y + 6, new MouseMoveOptions { Steps = 3 });
        await page.Mouse.UpAsync();
    }

    private static async Task<RunningSite> Site()
    {
        var site = await RunningSite.Start();
        await site.Publish(Content("The ferry is back"), "Water");
        for (var number = 0; number < 20; number++)
            await site.Publish(Content($"Story {number}"), number % 2 == 0 ? "Water" : "Schools");
        await site.Publish(Content("Clinic opens on Saturdays"), "Schools");
        for (var number = 20; number < 24; number++)
            await site.Publish(Content($"Story {number}"), "Water");
        return site;
    }

    private static StoryContent Content(string headline) =>
        new()
        {
            Headline = headline,
            Language = "en",
            Text = HtmlReader.Read("<p>Text.</p>"),
        };
}
