using System.Buffers;
using Microsoft.Playwright;
using OnRecord.Commands.Demonstration;
using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Journeys;

public class HostileTextJourney(Newsstand stand, ITestOutputHelper output)
{
    private const string Hostile = """
        <!DOCTYPE html><div class="body"><a href="javascript:alert(1)" onmouseover="alert(2)">words</a>
        <img src="data:," onerror="alert(3)"><img src="https://elsewhere.example.org/pixel.gif"></div>
        """;

    private static readonly Uri Elsewhere = new("https://elsewhere.example.org/page");

    // Without one of these no text leaves the place it was put in.
    private static readonly SearchValues<char> Sharp = SearchValues.Create("<>\"'&`");

    [Fact]
    public async Task The_traps_of_these_journeys_would_spring()
    {
        await using var reader = await stand.Reader();
        await HostilePage.Trap(reader);
        await reader.Context.RouteAsync(
            "**/a-trap",
            route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = Hostile })
        );
        await reader.OpenWhole("/a-trap");
        (await HostilePage.Provoke(reader.Page)).Length.ShouldBe(3);
        reader.Troubles.ShouldContain("ran: alert 2");
        reader.Troubles.ShouldContain("ran: alert 3");
        reader.Troubles.ShouldContain("asked https://elsewhere.example.org/pixel.gif");
        await reader.Open("/");
        await reader.Page.EvaluateAsync(
            "document.body.insertAdjacentHTML('beforeend', '<i onclick=\"x()\" style=\"color: red\">i</i>')"
        );
        reader.Troubles.ShouldContain(trouble => trouble.Contains("Content Security Policy"));
    }

    [Fact]
    public async Task A_page_that_fails_forbids_scripts_as_any_other_does()
    {
        await using var reader = await stand.Reader();
        var policy = await (await reader.Open("/")).HeaderValueAsync("content-security-policy");
        policy.ShouldNotBeNull().ShouldContain("default-src 'self'");
        foreach (var path in new[] { RunningSite.Failing, "/nothing/here", "/desk" })
            (await (await reader.Open(path)).HeaderValueAsync("content-security-policy")).ShouldBe(policy, path);
    }

    [Fact]
    public async Task No_payload_in_a_storys_text_runs_in_a_browser()
    {
        var payloads = Shared.Payloads();
        await using var site = await RunningSite.Start();
        var paths = new List<string>();
        foreach (var several in payloads.Chunk(8))
        {
            var blocks = several.SelectMany(payload => HtmlReader.Read(payload, Elsewhere).Blocks);
            paths.Add(await site.Publish(Story("Eight payloads", new([.. blocks, Words("The story ends here.")]))));
        }
        await NothingRuns(site, paths);
        output.WriteLine($"{payloads.Count} payloads as a story's text");
    }

    [Fact]
    public async Task No_payload_inside_an_imported_article_runs_in_a_browser()
    {
        var payloads = Shared.Payloads();
        await using var site = await RunningSite.Start();
        var pages = site.Folder("pages");
        foreach (var (at, payload) in payloads.Index())
            await File.WriteAllTextAsync(Path.Combine(pages, $"{at:000}.html"), ArticlePage.Around(payload, at));
        var report = await site.Import(pages);
        var paths = report.Stories.Select(story => story.Url.ShouldNotBeNull()).ToList();
        foreach (var problem in report.Problems.Where(problem => problem.IsRefusal))
            output.WriteLine($"{Path.GetFileName(problem.Path)}: {problem.Message}");
        paths.Count.ShouldBeGreaterThan(payloads.Count * 9 / 10);
        await NothingRuns(site, paths);
        output.WriteLine($"{paths.Count} of {payloads.Count} pages with a payload were imported");
    }

    [Fact]
    public async Task No_naughty_string_runs_wherever_a_story_shows_words()
    {
        var strings = Shared.NaughtyStrings().Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
        await using var site = await RunningSite.Start();
        var picture = await Picture(site);
        var sharp = new List<string>();
        foreach (var text in strings)
        {
            var path = await site.Publish(Everywhere(text, picture));
            if (text.AsSpan().ContainsAny(Sharp))
                sharp.Add(path);
        }
        await NothingRuns(site, sharp);
        var lists = await NothingRunsInLists(site);
        await NothingRuns(site, ["/desk"]);
        output.WriteLine($"{strings.Count} strings on {lists} pages of the front, {sharp.Count} of them on their own");
    }

    [Fact]
    public async Task No_naughty_string_runs_as_a_sections_name()
    {
        var strings = Shared.NaughtyStrings().Where(text => text.AsSpan().ContainsAny(Sharp)).ToList();
        await using var site = await RunningSite.Start();
        var paths = new List<string>();
        foreach (var (at, text) in strings.Index())
            paths.Add(await site.Publish(Story($"Story {at}", new([Words("Its section is odd.")])), text));
        var sections = await site.InDatabase(db => Task.FromResult(db.Sections.Select(row => row.Slug).ToList()));
        await NothingRuns(site, ["/", paths[0], .. sections.Take(20).Select(slug => $"/section/{slug}")]);
        output.WriteLine($"{sections.Count} sections named by naughty strings");
    }

    private async Task<int> NothingRunsInLists(RunningSite site)
    {
        await using var reader = await stand.Reader(site: site);
        await HostilePage.Trap(reader);
        var pages = 0;
        for (string? next = "/"; next is not null; pages++)
        {
            await reader.Open(next);
            (await HostilePage.Provoke(reader.Page)).ShouldBeEmpty(next);
            reader.Troubles.ShouldBeEmpty(next);
            var older = reader.Page.Locator("a[rel=next]");
            next = await older.CountAsync() == 0 ? null : await older.GetAttributeAsync("href");
        }
        return pages;
    }

    private async Task NothingRuns(RunningSite site, IReadOnlyList<string> paths)
    {
        await using var reader = await stand.Reader(site: site);
        await HostilePage.Trap(reader);
        foreach (var path in paths)
        {
            (await reader.Open(path)).Status.ShouldBe(200, path);
            (await HostilePage.Provoke(reader.Page)).ShouldBeEmpty(path);
            reader.Troubles.ShouldBeEmpty(path);
        }
    }

    private static StoryContent Story(string headline, StoryDocument text) =>
        new()
        {
            Headline = headline,
            Language = "en",
            Text = text,
        };

    private static StoryContent Everywhere(string text, Picture picture) =>
        Story(text, new([Words(text), new Figure(picture.Source, text, [new Text(text)], text)])) with
        {
            Deck = text,
            Byline = [text, text],
            Lead = new LeadPicture(picture.Sha256, picture.Width, picture.Height, text, text, text),
        };

    private static Paragraph Words(string text) => new([new Text(text)]);

    private static async Task<Picture> Picture(RunningSite site)
    {
        var drawing = Path.Combine(DemonstrationNewsroom.Folder, "pictures", "ferry.svg");
        var file = PictureFile.Rasterize(await File.ReadAllBytesAsync(drawing), 320);
        return await site.With<AddPicture, Picture>(async library =>
            (await library.From(file, "ferry", origin: null, credit: null)).Value.ShouldNotBeNull()
        );
    }
}
