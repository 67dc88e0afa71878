using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OnRecord.Documents;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Journeys;

public partial class RecordJourney(Newsstand stand, ITestOutputHelper output)
{
    private const string Dam = "01-county-says-the-dam-will-hold";

    public static TheoryData<string> StoryFiles =>
        [
            Dam,
            "04-khto-lahodyt-dorohy",
            "18-suq-al-khamis",
            "19-he-tan-cai-yuan",
            "07-what-the-minutes-leave-out",
            "14-what-is-in-your-water-bill",
            "21-a-third-did-not-hear-the-siren",
        ];

    [Theory]
    [MemberData(nameof(StoryFiles))]
    public async Task A_page_that_a_reader_checks_is_what_was_sealed(string file)
    {
        await using var reader = await stand.Reader();
        var path = await stand.Ledger.PathOf(file);
        await reader.Open(path);
        var said = await Checked(reader);
        said.Words.ShouldStartWith("✓");
        said.IsGood.ShouldBeTrue(said.Words);
        Uri.UnescapeDataString(reader.Page.Url).ShouldEndWith(path);
        // Seen once, the record must go on from there.
        (await Checked(reader)).IsGood.ShouldBeTrue();
        reader.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whatever_is_altered_on_the_way_turns_the_check_red_and_is_named()
    {
        var path = await Changed();
        foreach (
            var (alter, named) in new (Func<string, string>, string)[]
            {
                (
                    page => page.Replace("The board met on Tuesday", "The board met on Sunday"),
                    "the text differs at “…Sunday in the"
                ),
                (
                    page => page.Replace("href=\"https://example.org/notes\"", "href=\"https://example.com/notes\""),
                    "a link leads to https://example.com/notes"
                ),
                (page => PictureHash().Replace(page, $"/media/{new string('0', 64)}/"), "the picture above the text"),
                (
                    page => page.Replace("alt=\"Water over a sill\"", "alt=\"Nothing to see\""),
                    "the picture above the text"
                ),
                (page => page.Replace(">Ines Okafor<", ">Ines Okapi<"), "the names of those who signed it differ"),
                (page => page.Replace("<h1 ", "<p>Not so.</p><h1 "), "“Not so.” belong to no part of the story"),
                (
                    page => page.Replace("The board has seven members.</p>", "The board has nine members.</p>"),
                    "a notice above the text differs"
                ),
            }
        )
        {
            await using var reader = await stand.Reader();
            await reader.Page.RouteAsync(
                $"**{path}",
                async route =>
                {
                    var answer = await route.FetchAsync();
                    var body = await answer.TextAsync();
                    alter(body).ShouldNotBe(body, named);
                    await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = alter(body) });
                }
            );
            await reader.Open(path);
            var said = await Checked(reader);
            said.IsGood.ShouldBeFalse(said.Words);
            said.Words.ShouldContain(named);
        }
    }

    [Fact]
    public async Task A_proof_or_a_record_that_was_tampered_with_turns_the_check_red()
    {
        var path = await Changed();
        foreach (
            var (pattern, alter, named) in new (string, Func<string, string>, string)[]
            {
                (
                    "**/record/versions/**",
                    file => file.Replace("Tuesday", "Sunday"),
                    "the statement is not the one to which the log commits"
                ),
                (
                    "**/record/proof/**",
                    file => file.Replace("\nindex ", "\nindex 1"),
                    "the entry in the proof is not that of this version"
                ),
                (
                    "**/record/key",
                    key => key.Replace("news.example.org", "news.example.com"),
                    "the checkpoint is not signed by the record’s key"
                ),
            }
        )
        {
            await using var reader = await stand.Reader();
            await reader.Page.RouteAsync(
                pattern,
                async route =>
                {
                    var answer = await route.FetchAsync();
                    await route.FulfillAsync(
                        new RouteFulfillOptions { Response = answer, Body = alter(await answer.TextAsync()) }
                    );
                }
            );
            await reader.Open(path);
            var said = await Checked(reader);
            said.IsGood.ShouldBeFalse(said.Words);
            said.Words.ShouldContain(named);
        }
        await using var returning = await stand.Reader();
        await returning.Open(path);
        await returning.Page.EvaluateAsync(
            "localStorage.setItem('onrecord-checkpoint news.example.org/record', JSON.stringify({ size: 9999, root: 'ab' }))"
        );
        (await Checked(returning)).Words.ShouldContain("not a continuation of the one that this browser saw before");
    }

    [Fact]
    public async Task Version_pages_the_list_and_the_comparison_keep_every_rule_of_axe_without_script_too()
    {
        var path = await Changed();
        foreach (
            var below in new[] { "/versions", "/versions/1", "/versions/2", "/versions/compare?from=1&to=2", "/check" }
        )
        {
            await KeepsEveryRule(path + below);
            await using var plain = await stand.Reader(new BrowserNewContextOptions { JavaScriptEnabled = false });
            (await plain.Open(path + below)).Status.ShouldBe(200);
            (await plain.Page.Locator("h1").CountAsync()).ShouldBe(1);
            plain.Troubles.ShouldBeEmpty();
        }
        await KeepsEveryRule("/record");
    }

    [Fact]
    public async Task A_reader_without_script_compares_two_versions_and_reads_one_as_it_was()
    {
        var path = await Changed();
        await using var reader = await stand.Reader(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await reader.Open(path);
        await reader.Page.GetByText("Compare versions").ClickAsync();
        await reader.Page.Locator(".compare-form button").ClickAsync();
        await reader.Page.WaitForURLAsync("**/versions/compare?from=1&to=2");
        (await reader.Page.Locator(".line del").AllTextContentsAsync()).ShouldContain(" removed: Monday");
        await reader.Page.Locator(".of-story a").ClickAsync();
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "v1", Exact = true }).ClickAsync();
        (await reader.Page.Locator(".band").TextContentAsync())
            .ShouldNotBeNull()
            .ShouldContain("It has been replaced by a newer one.");
        (await reader.Page.Locator(".body").TextContentAsync()).ShouldNotBeNull().ShouldContain("on Monday");
        reader.Troubles.ShouldBeEmpty();
    }

    private static async Task<(string Words, bool IsGood)> Checked(Reader reader)
    {
        await reader.Page.Locator("a[data-check]").ClickAsync();
        var told = reader.Page.Locator(".checked.good, .checked.bad");
        await told.WaitForAsync();
        (await told.GetAttributeAsync("role")).ShouldBe("status");
        return (
            (await told.TextContentAsync()).ShouldNotBeNull(),
            (await told.GetAttributeAsync("class")).ShouldNotBeNull().Contains("good")
        );
    }

    // A story with a picture, a link and a correction.
    private async Task<string> Changed()
    {
        var lead = await stand.Ledger.InDatabase(db =>
            db.Set<StoryVersion>().AsNoTracking().Select(row => row.Content).ToListAsync()
        );
        var content = new StoryContent
        {
            Headline = $"The board meets, and {Guid.CreateVersion7()}",
            Language = "en",
            Byline = ["Ines Okafor", "Tom Brandt"],
            Lead = lead.Select(known => known.Lead).First(known => known?.Sha256 is not null)! with
            {
                Alt = "Water over a sill",
            },
            Text = Text("Monday"),
        };
        var path = await stand.Ledger.Publish(content);
        await stand.Ledger.InDatabase(async db =>
        {
            var story = await db.Set<Story>().Include(row => row.Versions).SingleAsync(row => row.Path == path);
            await db.Transact(async () =>
            {
                story.Draft = story.Draft with { Text = Text("Tuesday") };
                var now = TimeProvider.System.GetUtcNow();
                await ShowVersion.Into(
                    db,
                    story,
                    story
                        .Update(
                            "The board has seven members.",
                            now,
                            kind: VersionKind.Correction,
                            correction: new Correction("We wrote that it met on Monday.", "It met on Tuesday.")
                        )
                        .Value!
                );
            });
            return 0;
        });
        output.WriteLine(path);
        return path;
    }

    private static StoryDocument Text(string day) =>
        new([
            new Paragraph([new Text($"The board met on {day} in the hall of the school.")]),
            new Paragraph([
                new Text("Nobody was let in. "),
                new Text("The notes") { Marks = [new Link("https://example.org/notes")] },
                new Text(" say why."),
            ]),
        ]);

    private async Task KeepsEveryRule(string path)
    {
        await using var reader = await stand.Reader(new BrowserNewContextOptions { BypassCSP = true });
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
            (
                await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")
            ).ShouldBeLessThanOrEqualTo(0);
        }
    }

    [GeneratedRegex("/media/[0-9a-f]{64}/")]
    private static partial Regex PictureHash();
}
