using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OnRecord.Attribution;
using OnRecord.Documents;
using OnRecord.Sources;
using OnRecord.Stories;

namespace OnRecord.Journeys;

public class SourcesJourney(Newsstand stand)
{
    [Fact]
    public async Task On_a_wide_page_each_note_begins_beside_its_paragraph_and_none_lies_on_another()
    {
        var path = await stand.Ledger.Publish(Story("en", "The siren was heard by two in three"));
        await using var reader = await Wide();
        await reader.Open(path);
        var boxes = await Boxes(reader.Page);
        boxes.Notes.Count.ShouldBe(12);
        boxes.Notes.ShouldAllBe(note => note.Left >= boxes.Text.Right && note.Width > 200);
        foreach (var (above, below) in boxes.Notes.Zip(boxes.Notes.Skip(1)))
            below.Top.ShouldBeGreaterThanOrEqualTo(above.Bottom);
        // The first of a paragraph's notes; a tall one further up may push it down, never above its words.
        boxes.Notes[0].Top.ShouldBe(boxes.Paragraphs[0].Top, 8);
        foreach (var (paragraph, next) in boxes.Paragraphs.Zip(boxes.Paragraphs.Skip(1)))
            (next.Top - paragraph.Bottom).ShouldBeInRange(0, 60, "no hole in the text");
        reader.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_story_that_runs_from_right_to_left_the_margin_is_on_the_left()
    {
        var path = await stand.Ledger.Publish(Story("ar", "صفارة الإنذار سمعها اثنان من ثلاثة"));
        await using var reader = await Wide();
        await reader.Open(path);
        var boxes = await Boxes(reader.Page);
        boxes.Notes.ShouldAllBe(note => note.Right <= boxes.Text.Left);
    }

    [Fact]
    public async Task On_a_phone_a_note_waits_under_its_paragraph_until_its_number_is_tapped_without_any_script()
    {
        var path = await stand.Ledger.Publish(Story("en", "The siren and those who did not hear it"));
        await using var reader = await Phone();
        await reader.Open(path);
        (await Shown(reader.Page)).ShouldBeEmpty();
        await reader.Page.Locator("#p2").ClickAsync();
        (await Shown(reader.Page)).ShouldBe(["s2"]);
        var note = (await reader.Page.Locator("#s2").BoundingBoxAsync())!;
        var words = (await reader.Page.Locator("p:has(#p2)").BoundingBoxAsync())!;
        note.Y.ShouldBeInRange(words.Y + words.Height - 1, words.Y + words.Height + 40);
        await reader.Page.Locator("#s2 .back").ClickAsync();
        (await Shown(reader.Page)).ShouldBeEmpty();
        reader.Page.Url.ShouldEndWith("#p2");
        reader.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task From_the_list_of_sources_a_number_leads_to_its_words_also_where_the_story_is_folded()
    {
        var path = await stand.Ledger.Publish(Story("en", "Who sounds the siren, and for whom"));
        await using var reader = await Phone();
        await reader.Open(path);
        (await IsSeen(reader.Page, "#p12")).ShouldBeFalse();
        await reader.Page.Locator(".tally a").ClickAsync();
        await reader.Page.Arrives("**/sources");
        (await reader.Page.Locator("h1").TextContentAsync()).ShouldBe("Sources");
        await reader.Page.Locator(".number").Last.ClickAsync();
        await reader.Page.Arrives("**#p12");
        (await IsSeen(reader.Page, "#p12")).ShouldBeTrue();
        reader.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_paper_every_note_stands_below_its_paragraph()
    {
        var path = await stand.Ledger.Publish(Story("en", "What the siren says on paper"));
        await using var reader = await Wide();
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Microsoft.Playwright.Media.Print });
        await reader.Open(path);
        (await Shown(reader.Page)).Count.ShouldBe(12);
        var (note, words) = (
            (await reader.Page.Locator("#s1").BoundingBoxAsync())!,
            (await reader.Page.Locator("p:has(#p1)").BoundingBoxAsync())!
        );
        note.Y.ShouldBeGreaterThanOrEqualTo(words.Y + words.Height);
    }

    [Fact]
    public async Task A_story_with_its_sources_keeps_every_rule_of_axe()
    {
        var path = await stand.Ledger.Publish(Story("en", "The siren by the rules"));
        await KeepsEveryRule(stand.Ledger, path);
        await KeepsEveryRule(stand.Ledger, $"{path}#s2");
        await KeepsEveryRule(stand.Ledger, $"{path}#p12");
        await KeepsEveryRule(stand.Ledger, $"{path}/sources");
        var arabic = await stand.Ledger.Publish(Story("ar", "صفارة الإنذار بحسب القواعد"));
        await KeepsEveryRule(stand.Ledger, arabic);
        await KeepsEveryRule(stand.Ledger, $"{arabic}/sources");
    }

    [Fact]
    public async Task The_sample_published_with_its_sources_shows_all_its_margins_and_keeps_every_rule_of_axe()
    {
        await using var site = await RunningSite.Start();
        var imported = (await site.Import(Shared.Path("samples", "scraped-story.txt"), sources: true)).Stories.Single();
        await KeepsEveryRule(site, imported.Url.ShouldNotBeNull());
        var text = await site.InDatabase(async db =>
            (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Stories)).Draft
        );
        var path = await site.Publish(Told(text));
        await using var reader = await stand.Reader(site: site);
        await reader.Open(path);
        (await reader.Page.Locator("sup a[role=doc-noteref]").CountAsync()).ShouldBe(19);
        (await reader.Page.Locator(".note.proposed").CountAsync()).ShouldBe(19);
        (
            await reader
                .Page.Locator(".note", new() { HasText = "marked automatically, not yet checked by an editor" })
                .CountAsync()
        ).ShouldBe(19);
        await KeepsEveryRule(site, path);
        await KeepsEveryRule(site, $"{path}/sources");
    }

    // The sample's statements as they were found by hand.
    private static StoryContent Told(StoryContent content)
    {
        using var gold = JsonDocument.Parse(File.ReadAllText(Shared.Path("samples", "worked-example.json")));
        var (text, lines) = (MarkedPassages.Keep(content.Text, _ => false), new List<LedgerLine>());
        foreach (var found in gold.RootElement.GetProperty("attributions").EnumerateArray())
        {
            var id = $"{Guid.CreateVersion7()}";
            foreach (var words in found.GetProperty("content").GetProperty("text").EnumerateArray())
            {
                var read = DocumentText.Of(text);
                var at = read.Text.IndexOf(words.GetString()!, StringComparison.Ordinal);
                at.ShouldBeGreaterThanOrEqualTo(0, words.GetString());
                text = DocumentText.Mark(
                    text,
                    read.Places(at, at + words.GetString()!.Length)
                        .Select(place => (place, (Mark)new Documents.Attribution(id)))
                );
            }
            lines.Add(
                new LedgerLine
                {
                    Id = id,
                    Source = new LedgerSource
                    {
                        Kind = Enum.Parse<SourceKind>(found.GetProperty("source_kind").GetString()!, ignoreCase: true),
                        Name = found.GetProperty("source_name").GetString()!,
                        IsNamed = found.GetProperty("standing").GetString() == "named",
                    },
                    Form = Enum.Parse<Form>(found.GetProperty("form").GetString()!, ignoreCase: true),
                    IsChecked = false,
                }
            );
        }
        return content with { Text = text, Ledger = lines.ToValueList() };
    }

    private static StoryContent Story(string language, string headline)
    {
        var blocks = new List<Block>();
        for (var at = 1; at <= 12; at++)
        {
            blocks.Add(
                new Paragraph([
                    new Text("Those who live below the dam were asked whether they had heard the siren on that day. "),
                    Said(
                        $"“We heard it, and thought that it was the fire brigade’s on the other bank, number {at},”",
                        at
                    ),
                    new Text(" said the keeper. "),
                    Said("“Nobody came to tell us.”", at),
                ])
            );
            blocks.Add(
                new Paragraph([
                    new Text(
                        "The county counts those who did not answer as having heard it, and says so in a note of its own below the table that it put up in the hall for all to read."
                    ),
                ])
            );
        }
        return new StoryContent
        {
            Headline = headline,
            Language = language,
            Text = new StoryDocument(blocks.ToValueList()),
            Ledger = Enumerable.Range(1, 12).Select(Line).ToValueList(),
        };
    }

    private static Text Said(string words, int at) => new(words) { Marks = [new Documents.Attribution($"said-{at}")] };

    private static LedgerLine Line(int at) =>
        new()
        {
            Id = $"said-{at}",
            Source = new LedgerSource
            {
                Kind = at % 4 == 1 ? SourceKind.Outlet : SourceKind.Person,
                Name = $"Keeper number {at}",
                Role = "keeper of the siren below the dam, for more than thirty years",
                Affiliation = "Lowland water board",
                Address = "https://example.org/keeper",
                IsNamed = at % 4 != 2,
                Reason = at % 4 == 2 ? NotNamedReason.CouldLoseJob : null,
            },
            Form = at % 4 == 3 ? Form.Refusal : Form.Direct,
            Standing = at % 4 == 2 ? SourceStanding.NotNamed : SourceStanding.OnRecord,
            Channel = Channel.SaidToUs,
            SaidOn = new DateOnly(2026, 3, at),
            Note = "At the door of the hall, while the others were still inside",
            IsChecked = at % 5 != 0,
            Evidence = [new LedgerEvidence(null, null, new DateTimeOffset(2026, 3, at, 9, 0, 0, TimeSpan.Zero))],
        };

    private Task<Reader> Wide() =>
        stand.Reader(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            }
        );

    private Task<Reader> Phone() =>
        stand.Reader(
            new BrowserNewContextOptions
            {
                JavaScriptEnabled = false,
                ViewportSize = new ViewportSize { Width = 400, Height = 800 },
            }
        );

    private static async Task<IReadOnlyList<string>> Shown(IPage page)
    {
        var shown = new List<string>();
        foreach (var note in await page.Locator(".note").AllAsync())
            if (await note.IsVisibleAsync())
                shown.Add((await note.GetAttributeAsync("id"))!);
        return shown;
    }

    // Below the edge of the fold it is in the page and has a box, but nobody sees it.
    private static async Task<bool> IsSeen(IPage page, string selector)
    {
        var words = (await page.Locator(selector).BoundingBoxAsync())!;
        var rest = (await page.Locator(".rest").BoundingBoxAsync())!;
        return words.Y + words.Height <= rest.Y + rest.Height + 1;
    }

    private static async Task<Layout> Boxes(IPage page) =>
        new(await Boxes(page, ".note"), await Boxes(page, ".body > p"), (await Boxes(page, ".body > p"))[0]);

    private static async Task<IReadOnlyList<Box>> Boxes(IPage page, string selector)
    {
        var found = new List<Box>();
        foreach (var element in await page.Locator(selector).AllAsync())
        {
            var box = (await element.BoundingBoxAsync())!;
            found.Add(new Box(box.X, box.Y, box.Width, box.Height));
        }
        return found;
    }

    private sealed record Layout(IReadOnlyList<Box> Notes, IReadOnlyList<Box> Paragraphs, Box Text);

    private sealed record Box(float Left, float Top, float Width, float Height)
    {
        public float Right => Left + Width;

        public float Bottom => Top + Height;
    }

    private async Task KeepsEveryRule(RunningSite site, string path)
    {
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
            var overflow = await reader.Page.EvaluateAsync<bool>(
                "() => document.documentElement.scrollWidth > innerWidth"
            );
            overflow.ShouldBeFalse($"{path} is wider than {width}");
        }
        reader.Troubles.ShouldBeEmpty(path);
    }
}
