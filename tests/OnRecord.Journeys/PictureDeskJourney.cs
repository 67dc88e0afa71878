using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OnRecord.People.Staff;

namespace OnRecord.Journeys;

public class PictureDeskJourney(Newsstand stand)
{
    [Fact]
    public async Task Pictures_are_brought_and_given_a_focal_point_by_mouse_and_keys()
    {
        await using var site = await RunningSite.Start();
        await using var editor = await Editor(site);
        var page = editor.Page;
        await editor.Open("/desk/pictures");
        await page.SetInputFilesAsync("#files", [Picture("ferry"), Broken, Picture("orchard")]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await page.GetByText("notes.jpg is not a picture that can be read").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Show what was added" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tiles li")).ToHaveCountAsync(2);
        await page.Locator(".tiles a", new() { HasText = "ferry.svg" }).ClickAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var box = (await page.Locator("focus-picker img").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + (box.Width * 0.25f), box.Y + (box.Height * 0.75f));
        await Assertions.Expect(page.Locator("#focus-x")).ToHaveValueAsync("25");
        await Assertions.Expect(page.Locator("#focus-y")).ToHaveValueAsync("75");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions
            .Expect(
                page.GetByRole(AriaRole.Button, new() { Name = "Focal point: 35 % from the left, 74 % from above" })
            )
            .ToBeFocusedAsync();
        await page.Locator("#credit").FillAsync("Marta Reyes / Lowland Ledger");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.GetByText("Saved.").WaitForAsync();
        (await page.Locator("[data-cut='1.5'] img").GetAttributeAsync("src"))
            .ShouldNotBeNull()
            .ShouldContain("3x2-35-74");
        editor.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pictures_are_brought_and_described_without_script()
    {
        await using var site = await RunningSite.Start();
        await using var editor = await Editor(site, new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = editor.Page;
        await editor.Open("/desk/pictures");
        await page.SetInputFilesAsync("#files", [Picture("ferry"), Broken]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await page.GetByText("notes.jpg is not a picture that can be read").WaitForAsync();
        await page.Locator(".tiles a").ClickAsync();
        await page.Locator("#focus-x").FillAsync("12");
        await page.Locator("#alt").FillAsync("A ferry at its landing");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.GetByText("Saved.").WaitForAsync();
        await Assertions.Expect(page.Locator("#focus-x")).ToHaveValueAsync("12");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete this picture" }).ClickAsync();
        await page.GetByText("The library is empty.").WaitForAsync();
    }

    [Fact]
    public async Task The_library_keeps_every_rule_of_axe()
    {
        await using var editor = await Editor(stand.Ledger, new BrowserNewContextOptions { BypassCSP = true });
        await KeepsEveryRule(editor, "/desk/pictures");
        await KeepsEveryRule(editor, "/desk/pictures?q=nothing-of-this-name");
        await editor.Open("/desk/pictures");
        var first = await editor.Page.Locator(".tiles a").First.GetAttributeAsync("href");
        await KeepsEveryRule(editor, first.ShouldNotBeNull());
        editor.Troubles.ShouldBeEmpty();
    }

    private static FilePayload Broken =>
        new()
        {
            Name = "notes.jpg",
            MimeType = "image/jpeg",
            Buffer = "no picture"u8.ToArray(),
        };

    private static FilePayload Picture(string name) =>
        new()
        {
            Name = $"{name}.svg",
            MimeType = "image/svg+xml",
            Buffer = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "demo", "pictures", $"{name}.svg")),
        };

    private static async Task KeepsEveryRule(Reader editor, string path)
    {
        await editor.OpenWhole(path);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        foreach (var width in new[] { 1280, 400 })
        {
            await editor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await editor.Page.SetViewportSizeAsync(width, 900);
            var found = await editor.Page.RunAxe();
            found
                .Violations.Select(rule =>
                    $"{rule.Id}: {rule.Help} {string.Join(" | ", rule.Nodes.Select(node => node.Html))}"
                )
                .ShouldBeEmpty($"{path}, {scheme}, {width} wide");
            (await editor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue(
                $"{path} scrolls sideways at {width}"
            );
        }
    }

    private Task<Reader> Editor(RunningSite site, BrowserNewContextOptions? options = null) =>
        stand.Colleague(site, Roles.Editor, "Tom Brandt", options);
}
