using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;
using OnRecord.Documents;

namespace OnRecord.Journeys;

public partial class WithoutScriptJourney(Newsstand stand)
{
    private const string LongStory = "07-what-the-minutes-leave-out";

    private static readonly ViewportSize Phone = new() { Width = 400, Height = 800 };

    [Fact]
    public async Task A_reader_goes_from_the_front_to_a_story_to_its_section_and_on_to_older_stories()
    {
        await using var site = await RunningSite.Start();
        var pages = site.Folder("pages");
        foreach (var number in Enumerable.Range(1, 27))
            await File.WriteAllTextAsync(
                Path.Combine(pages, $"{number}.html"),
                ArticlePage.Dated(number, "Ferries", new DateOnly(2026, 2, 28).AddDays(-number))
            );
        (await site.Import(pages)).Stories.Count.ShouldBe(27);
        await using var reader = await stand.Reader(Scriptless(), site);
        await reader.Open("/");
        await reader.Page.Locator(".lead h2 a").ClickAsync();
        (await reader.Page.Locator("h1").TextContentAsync()).ShouldBe("Crossing number 1 of the year");
        await reader.Page.Locator(".page > .kicker").ClickAsync();
        (await reader.Page.Locator("h1").TextContentAsync()).ShouldBe("Ferries");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Older stories" }).ClickAsync();
        (await reader.Page.Locator("main h3 a").AllTextContentsAsync()).ShouldBe([
            "Crossing number 25 of the year",
            "Crossing number 26 of the year",
            "Crossing number 27 of the year",
        ]);
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Newest stories" }).ClickAsync();
        (await reader.Page.Locator(".lead h2").TextContentAsync()).ShouldBe("Crossing number 1 of the year");
        reader.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_whole_of_a_long_story_is_in_its_page()
    {
        await using var reader = await stand.Reader(Scriptless());
        var html = await (await reader.Open(await stand.Ledger.PathOf(LongStory))).TextAsync();
        var main = new HtmlParser().ParseDocument(html).QuerySelector("main")!;
        // The numbers of sources stand between the words.
        foreach (var number in main.QuerySelectorAll(".said > sup"))
            number.Remove();
        var shown = Plain(main.TextContent);
        foreach (var block in RunningSite.Told(LongStory).Text.Blocks.Where(block => block is Paragraph or Heading))
            shown.ShouldContain(Plain(PlainText.Of(block)));
    }

    [Fact]
    public async Task A_long_story_on_a_phone_is_folded_and_a_click_unfolds_it()
    {
        await using var reader = await FoldedStory();
        await reader.Page.GetByText("Expand article").ClickAsync();
        await ShouldBeUnfolded(reader);
    }

    [Fact]
    public async Task A_long_story_on_a_phone_is_unfolded_from_the_keyboard()
    {
        await using var reader = await FoldedStory();
        var box = reader.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Expand article" });
        for (var presses = 0; presses < 100 && !await Focused(box); presses++)
            await reader.Page.Keyboard.PressAsync("Tab");
        (await Focused(box)).ShouldBeTrue("no press of Tab reached the control");
        await reader.Page.Keyboard.PressAsync("Space");
        await ShouldBeUnfolded(reader);
    }

    [Fact]
    public async Task On_a_wide_page_nothing_is_folded()
    {
        await using var reader = await stand.Reader(Scriptless());
        await reader.Open(await stand.Ledger.PathOf(LongStory));
        (await reader.Page.Locator(".unfold").IsVisibleAsync()).ShouldBeFalse();
        (await LastLineIsSeen(reader)).ShouldBeTrue();
    }

    [Fact]
    public async Task On_paper_the_whole_text_stands_and_nothing_to_click()
    {
        await using var reader = await FoldedStory();
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Microsoft.Playwright.Media.Print });
        (await LastLineIsSeen(reader)).ShouldBeTrue();
        foreach (var part in new[] { ".masthead nav", ".skip", ".unfold", ".share", ".onward", ".foot" })
            (await reader.Page.Locator($"{part}:visible").CountAsync()).ShouldBe(0, part);
        (await reader.Page.Locator("h1").IsVisibleAsync()).ShouldBeTrue();
    }

    private static BrowserNewContextOptions Scriptless() => new() { JavaScriptEnabled = false };

    private async Task<Reader> FoldedStory()
    {
        var reader = await stand.Reader(
            new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = Phone }
        );
        await reader.Open(await stand.Ledger.PathOf(LongStory));
        (await reader.Page.GetByText("Expand article").IsVisibleAsync()).ShouldBeTrue();
        (await LastLineIsSeen(reader)).ShouldBeFalse();
        return reader;
    }

    private static async Task ShouldBeUnfolded(Reader reader)
    {
        (await LastLineIsSeen(reader)).ShouldBeTrue();
        (await reader.Page.Locator(".unfold").IsVisibleAsync()).ShouldBeFalse();
        reader.Troubles.ShouldBeEmpty();
    }

    // Folded text lies below its box's end, cut off.
    private static async Task<bool> LastLineIsSeen(Reader reader)
    {
        var last = (await reader.Page.Locator(".rest > p").Last.BoundingBoxAsync()).ShouldNotBeNull();
        var below = (await reader.Page.Locator(".versions").BoundingBoxAsync()).ShouldNotBeNull();
        return last.Height > 0 && last.Y + last.Height <= below.Y;
    }

    private static Task<bool> Focused(ILocator element) =>
        element.EvaluateAsync<bool>("element => element === document.activeElement");

    private static string Plain(string text) => Blank().Replace(text, "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
