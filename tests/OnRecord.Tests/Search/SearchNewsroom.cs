using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using OnRecord.Documents;
using OnRecord.Stories;

namespace OnRecord.Tests.Search;

/// <summary>Stories that readers have, and what a search for them shows.</summary>
internal static class SearchNewsroom
{
    public static Task<Guid> Publishes(
        this OnRecordApp app,
        string headline,
        string text,
        string section = "Water",
        string language = "en",
        DateTimeOffset? at = null,
        string? byline = null
    ) =>
        app.InDatabase(async db =>
        {
            var id = Guid.CreateVersion7();
            await db.Transact(async () =>
            {
                var found = await Section.Named(db, section);
                await db.SaveChangesAsync();
                var now = app.Clock.GetUtcNow();
                var story = new Story
                {
                    Id = id,
                    CreatedAt = now,
                    Draft = new StoryContent
                    {
                        Headline = headline,
                        Language = language,
                        SectionId = found.Id,
                        Byline = byline is null ? [] : [byline],
                        Text = HtmlReader.Read($"<p>{text}</p>"),
                    },
                };
                db.Set<Story>().Add(story);
                await PublishStory.Into(db, story, now, at);
            });
            return id;
        });

    public static async Task<IDocument> Search(this OnRecordApp app, string question, string more = "") =>
        new HtmlParser().ParseDocument(await app.Page($"/search?q={Uri.EscapeDataString(question)}{more}"));

    public static async Task<List<string>> Found(this OnRecordApp app, string question, string more = "") =>
        Headlines(await app.Search(question, more));

    public static List<string> Headlines(this IDocument page) =>
        [.. page.QuerySelectorAll(".found h3 a").Select(link => link.TextContent)];
}
