using System.Buffers;
using OnRecord.Commands.Demonstration;
using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Journeys;

public class HostileTextJourney(Newsstand stand, ITestOutputHelper output)
{
    private static readonly SearchValues<char> Sharp = SearchValues.Create("<>\"'&`");

    [Fact]
    public async Task No_payload_in_a_storys_text_runs_in_a_browser()
    {
        var payloads = Shared.Payloads();
        await using var site = await RunningSite.Start();
        var paths = new List<string>();
        foreach (var (at, payload) in payloads.Index())
        {
            var text = HtmlReader.Read(payload, new Uri("https://elsewhere.example.org/page"));
            paths.Add(await site.Publish(Story($"Payload {at}", new([.. text.Blocks, Words("The story ends here.")]))));
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
        var paths = new List<string>();
        foreach (var text in strings)
            paths.Add(await site.Publish(Everywhere(text, picture)));
        await NothingRuns(site, paths);
        await NothingRuns(site, ["/", "/desk"]);
        output.WriteLine($"{strings.Count} strings as headline, deck, byline, alt, caption and credit");
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
