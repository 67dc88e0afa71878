using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using OnRecord.Documents;
using OnRecord.Stories;

namespace OnRecord.Tests.Front;

/// <summary>What tests of readers' lists do over and over.</summary>
internal static class FrontErrands
{
    /// <summary>A story that readers have, in a section, at a time.</summary>
    public static async Task<Guid> Show(
        this OnRecordApp app,
        string headline,
        DateTimeOffset at,
        string section = "Water",
        string[]? topics = null,
        string[]? byline = null,
        Func<StoryContent, StoryContent>? change = null
    )
    {
        var story = new Story
        {
            Id = Guid.CreateVersion7(),
            CreatedAt = at,
            Draft = new StoryContent
            {
                Headline = headline,
                Language = "en",
                Byline = (byline ?? []).ToValueList(),
                Topics = (topics ?? []).ToValueList(),
                Text = HtmlReader.Read("<p>Text.</p>"),
            },
        };
        story.Draft = change?.Invoke(story.Draft) ?? story.Draft;
        await app.InDatabase(async db =>
        {
            await db.Transact(async () =>
            {
                var found = await Section.Named(db, section);
                story.Draft = story.Draft with { SectionId = found.Id };
                db.Set<Story>().Add(story);
                await PublishStory.Into(db, story, at, null);
            });
            return 0;
        });
        return story.Id;
    }

    public static async Task<IHtmlDocument> Read(this OnRecordApp app, string path) =>
        new HtmlParser().ParseDocument(await app.Page(path));

    public static List<string> Texts(this IHtmlDocument page, string selector) =>
        [.. page.QuerySelectorAll(selector).Select(element => element.TextContent.Trim())];
}
