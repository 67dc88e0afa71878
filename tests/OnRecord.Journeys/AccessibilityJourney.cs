using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace OnRecord.Journeys;

public class AccessibilityJourney(Newsstand stand)
{
    public static TheoryData<string> StoryFiles =>
        [
            "01-county-says-the-dam-will-hold",
            "04-khto-lahodyt-dorohy",
            "18-suq-al-khamis",
            "19-he-tan-cai-yuan",
            "07-what-the-minutes-leave-out",
            "14-what-is-in-your-water-bill",
            "21-a-third-did-not-hear-the-siren",
        ];

    [Theory]
    [MemberData(nameof(StoryFiles))]
    public async Task A_story_keeps_every_rule_of_axe(string file) =>
        await KeepsEveryRule(stand.Ledger, await stand.Ledger.PathOf(file));

    [Theory]
    [InlineData("/section/water")]
    [InlineData("/section/jiran")]
    [InlineData("/topic/the-harrow-dam")]
    [InlineData("/by/ines-okafor")]
    [InlineData("/archive")]
    [InlineData("/topics")]
    [InlineData("/feeds")]
    [InlineData("/search")]
    [InlineData("/search?q=dam")]
    [InlineData("/search?q=spilway")]
    [InlineData("/search?q=qqqwxyz")]
    [InlineData("/about")]
    [InlineData("/about/ethics")]
    [InlineData("/nothing/here")]
    [InlineData("/desk")]
    [InlineData(RunningSite.Failing)]
    public async Task Any_other_page_keeps_every_rule_of_axe(string path) => await KeepsEveryRule(stand.Ledger, path);

    [Fact]
    public async Task The_front_and_its_second_page_keep_every_rule_of_axe()
    {
        await KeepsEveryRule(stand.Ledger, "/");
        await using var reader = await stand.Reader();
        await reader.Open("/");
        var older = await reader.Page.Locator("a[rel=next]").GetAttributeAsync("href");
        await KeepsEveryRule(stand.Ledger, older.ShouldNotBeNull());
    }

    [Fact]
    public async Task A_month_of_the_archive_keeps_every_rule_of_axe()
    {
        await using var reader = await stand.Reader();
        await reader.Open("/archive");
        var month = await reader.Page.Locator(".months a").First.GetAttributeAsync("href");
        await KeepsEveryRule(stand.Ledger, month.ShouldNotBeNull());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/archive")]
    [InlineData("/topics")]
    [InlineData("/feeds")]
    [InlineData("/search?q=dam")]
    [InlineData("/desk")]
    public async Task An_empty_newsroom_keeps_every_rule_of_axe(string path)
    {
        await using var empty = await RunningSite.Start();
        await KeepsEveryRule(empty, path);
    }

    private async Task KeepsEveryRule(RunningSite site, string path)
    {
        // Axe is put into the page, which the page's own policy forbids to anyone.
        await using var reader = await stand.Reader(new BrowserNewContextOptions { BypassCSP = true }, site);
        await reader.OpenWhole(path);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        foreach (var width in new[] { 1280, 400 })
        {
            await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await reader.Page.SetViewportSizeAsync(width, 900);
            var found = await reader.Page.RunAxe();
            found
                .Violations.Select(rule =>
                    $"{rule.Id}: {rule.Help} {string.Join(" | ", rule.Nodes.Select(node => node.Html))}"
                )
                .ShouldBeEmpty($"{path}, {scheme}, {width} wide");
            found.Passes.ShouldNotBeEmpty();
        }
        reader.Troubles.ShouldBeEmpty(path);
    }
}
