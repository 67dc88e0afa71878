using OnRecord.Documents;
using OnRecord.Front.Lists;
using OnRecord.Front.Margin;
using OnRecord.Front.StoryPages;
using OnRecord.Media;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;

namespace OnRecord.Front;

/// <summary>Makes pages that nobody sees while the site starts, so that the first reader does not wait for code to be made ready.</summary>
internal static class WarmUp
{
    public static Task Run(IServiceProvider services) =>
        Task.WhenAll(Task.Run(() => Render(services)), Task.Run(() => Ask(services)));

    private static async Task Render(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var pages = scope.ServiceProvider.GetRequiredService<PageRenderer>();
        var assets = scope.ServiceProvider.GetRequiredService<Assets>();
        await pages.Render<StoryPage>(Story(assets, scope.ServiceProvider.GetRequiredService<PublicAddress>()));
    }

    // The newest story is the one most likely to be asked for first.
    private static async Task Ask(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        if (await StoryLines.Newest(db, 1, null, null) is [var newest])
            await ShowStory.Find(
                newest.Path,
                db,
                scope.ServiceProvider.GetRequiredService<Shell>(),
                scope.ServiceProvider.GetRequiredService<PublicAddress>(),
                scope.ServiceProvider.GetRequiredService<PageTags>()
            );
    }

    private static StoryView Story(Assets assets, PublicAddress address)
    {
        var words = Shell.Words("en");
        var text = ProseMirrorReader.Read(
            """{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Ready","marks":[{"type":"bold"}]}]}]}"""
        );
        var line = new StoryLine
        {
            Path = "/",
            Headline = "Ready",
            Language = "en",
            PublishedAt = DateTimeOffset.UnixEpoch,
        };
        var view = new StoryView
        {
            Shell = new ShellView
            {
                Title = "Ready",
                Newsroom = "Ready",
                NewsroomLanguage = "en",
                Tagline = "Ready",
                Sections = [new SectionLink("Ready", "/", null)],
                Language = "en",
                Words = words,
                Assets = new AssetLinks(assets["reader.css"], assets["reader.js"], assets["icon.svg"], []),
                Canonical = address.Of("/"),
            },
            Headline = "Ready",
            Byline = ["Ready"],
            PublishedAt = DateTimeOffset.UnixEpoch,
            Minutes = Length.Of(text).Minutes,
            Lead = new LeadView(
                RenditionSizes.Rendering(new string('0', 64), 1200, 800, "100vw"),
                "",
                null,
                null,
                RenditionSizes.Card(new string('0', 64), 1200, 800, 50, 50)
            ),
            Text = [new TextPart(HtmlWriter.Write(text), [])],
            Address = address.Of("/"),
            Versions = [new VersionLine(1, "Kind.First", "", DateTimeOffset.UnixEpoch, false)],
            Onward = [line],
        };
        return view with { Shell = view.Shell with { JsonLd = NewsArticle.Of(view, address) } };
    }
}
