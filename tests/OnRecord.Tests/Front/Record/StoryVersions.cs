using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Documents;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;
using OnRecord.Stories;
using OnRecord.Tests.PublicRecord;

namespace OnRecord.Tests.Front.Record;

/// <summary>A story with several versions, and its pages.</summary>
internal static class StoryVersions
{
    public static async Task<(Guid Id, string Path)> PublishedAt(this OnRecordApp app, string headline)
    {
        var id = await app.Published(headline);
        return (id, (await app.InDatabase(db => db.Set<Story>().SingleAsync(row => row.Id == id))).Path!);
    }

    /// <summary>Changes the draft and shows it.</summary>
    public static async Task Show(
        this OnRecordApp app,
        Guid id,
        Func<StoryContent, StoryContent> change,
        VersionKind kind = VersionKind.Update,
        string note = "Said more."
    )
    {
        app.Clock.Advance(TimeSpan.FromHours(1));
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        await db.Transact(async () =>
        {
            var story = await db.Stories.Include(row => row.Versions).SingleAsync(row => row.Id == id);
            story.Draft = change(story.Draft);
            var version =
                kind == VersionKind.Takedown
                    ? story.Remove(
                        "court-order",
                        note,
                        Notice("This story was taken down", note),
                        story.Removable(),
                        app.Clock.GetUtcNow(),
                        null
                    )
                    : story.Update(
                        note,
                        app.Clock.GetUtcNow(),
                        kind: kind,
                        correction: kind == VersionKind.Correction
                            ? new Correction("It was wrong.", "It is right.")
                            : null
                    );
            await ShowVersion.Into(db, story, version.Value!);
        });
    }

    public static async Task Erase(this OnRecordApp app, Guid id, int number, string reason)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        await db.Transact(() => SealErasure.Into(db, id, [number], reason, app.Clock.GetUtcNow()));
    }

    public static async Task<IHtmlDocument> Parsed(this OnRecordApp app, string path) =>
        new HtmlParser().ParseDocument(await (await app.Http.GetAsync(path)).Content.ReadAsStringAsync());

    private static StoryContent Notice(string headline, string note) =>
        new()
        {
            Headline = headline,
            Language = "en",
            Text = Lines(note),
        };

    public static StoryDocument Lines(params string[] lines) =>
        new(lines.Select(line => (Block)new Paragraph([new Text(line)])).ToValueList());
}
