using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.Stories;

namespace OnRecord.Tests.Feeds;

/// <summary>Whoever follows the newsroom by its feeds.</summary>
internal static class Follower
{
    public const string Home = "https://news.example.org";

    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    public static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

    public static async Task<XElement> Xml(this OnRecordApp app, string path) =>
        XDocument.Parse(await app.Page(path)).Root.ShouldNotBeNull();

    public static async Task<List<XElement>> Rss(this OnRecordApp app, string path = "/feed.xml") =>
        [.. (await app.Xml(path)).Element("channel")!.Elements("item")];

    public static async Task<JsonElement> Json(this OnRecordApp app, string path = "/feed.json") =>
        JsonDocument.Parse(await app.Page(path)).RootElement;

    /// <summary>A story that readers have, made without the desk.</summary>
    public static async Task<Story> Show(
        this OnRecordApp app,
        string headline,
        Func<StoryContent, StoryContent>? change = null,
        string text = "<p>Text.</p>",
        string? section = null,
        DateTimeOffset? dated = null
    )
    {
        var content = new StoryContent
        {
            Headline = headline,
            Language = "en",
            Text = HtmlReader.Read(text),
        };
        var story = new Story
        {
            Id = Guid.CreateVersion7(),
            CreatedAt = app.Clock.GetUtcNow(),
            Draft = (change ?? (same => same))(content),
        };
        await app.InDatabase(async db =>
        {
            await db.Transact(async () =>
            {
                if (section is not null)
                    story.Draft = story.Draft with { SectionId = (await Section.Named(db, section)).Id };
                db.Set<Story>().Add(story);
                await PublishStory.Into(db, story, app.Clock.GetUtcNow(), dated);
            });
            return 0;
        });
        return story;
    }

    public static Task Newsroom(this OnRecordApp app, Action<Newsroom> change) =>
        app.InDatabase(async db =>
        {
            change(await db.Newsroom());
            return await db.SaveChangesAsync();
        });
}
