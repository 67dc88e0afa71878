using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OnRecord.Front.StoryPages;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.PublicRecord;
using OnRecord.Stories;

namespace OnRecord.Front.Record;

/// <summary>A version's permanent page: the story as readers saw it then, or why it may no longer be shown.</summary>
internal static class ShowVersionPage
{
    public static async Task<IResult> Get(
        string year,
        string month,
        string slug,
        int number,
        HttpContext http,
        OnRecordDb db,
        Shell shell,
        PublicAddress address,
        PageRenderer pages,
        PageTags tags
    )
    {
        var path = $"/{year}/{month}/{slug}";
        if (await StoryInRecord.At(path, db) is not { } story)
            return await ShowStory.Moved(path, db, address, $"/versions/{number}", tags);
        ShowVersions.Tag(tags, story);
        if (story.Find(number) is not { } version)
            return Results.NotFound();
        // The story's own page is what search engines should find.
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        if (!story.IsShown(version))
            return await Gone(story, version, db, shell, pages);
        Memento.Of(story, address).Version(http.Response, version);
        var view = await View(story, version, db, shell, address);
        return await pages.Page<StoryPage>(view, view.IsGone ? StatusCodes.Status410Gone : StatusCodes.Status200OK);
    }

    private static async Task<StoryView> View(
        StoryInRecord story,
        VersionInRecord version,
        OnRecordDb db,
        Shell shell,
        PublicAddress address
    )
    {
        var row = await db.Set<StoryVersion>().AsNoTracking().FirstAsync(shown => shown.Id == version.Id);
        var then = await Then(story.Story, version, db);
        var view = await ShowStory.View(story.Story, row.Content, db, shell, address, then);
        var page = PublicAddress.Encode(story.Story.Path!);
        return view with
        {
            Record = RecordLinks.Of(story.Story.Path!, story.Story.Id, version.Number),
            Band = new VersionBandView(
                version.Number,
                view.Versions.First(line => line.Number == version.Number).At,
                story.Live.Number,
                page
            ),
            Sources = view.Sources is { } sources ? sources with { Path = null } : null,
            Onward = [],
            Shell = view.Shell with
            {
                Title = $"{view.Shell.Words.With("VersionNumber", version.Number)}: {view.Shell.Title}",
                JsonLd = null,
            },
        };
    }

    // The sealed statement keeps what the version's row does not: the times and the section of that day.
    private static async Task<AsShown> Then(ShownStory story, VersionInRecord version, OnRecordDb db)
    {
        var statement = await db.Set<SealedVersion>()
            .Where(row => row.StoryId == story.Id && row.Number == version.Number)
            .Select(row => row.Statement)
            .FirstOrDefaultAsync();
        if (statement is null)
            return new AsShown(version.Number, story.PublishedAt ?? version.At, story.UpdatedAt, null);
        using var said = JsonDocument.Parse(statement, new JsonDocumentOptions { MaxDepth = EntryJson.Deepest });
        return new AsShown(
            version.Number,
            said.RootElement.GetProperty("published").GetDateTimeOffset(),
            said.RootElement.TryGetProperty("updated", out var updated) ? updated.GetDateTimeOffset() : null,
            said.RootElement.TryGetProperty("section", out var section) ? section.GetString() : null
        );
    }

    private static async Task<IResult> Gone(
        StoryInRecord story,
        VersionInRecord version,
        OnRecordDb db,
        Shell shell,
        PageRenderer pages
    )
    {
        var notice = await db.Set<StoryVersion>()
            .Where(row => row.Id == story.Story.LiveVersionId)
            .Select(row => new { row.Content.Headline, row.Content.Language })
            .FirstAsync();
        var (around, newsroom) = await shell.Around(null, notice.Language, null);
        var (words, at) = (around.Words, newsroom.Local(version.Erased?.At ?? story.Story.TakenDownAt ?? version.At));
        var page = new GoneVersionView(
            around with
            {
                Title = $"{words.With("Gone.Heading", version.Number)} · {newsroom.Name}",
            },
            words.With("Gone.Heading", version.Number),
            version.Erased is { } erased
                ? words.With($"Gone.{erased.Reason}", words.Moment(at))
                : words.With("Gone.TakenDown", words.Moment(at)),
            notice.Headline,
            RecordLinks.Of(story.Story.Path!, story.Story.Id, version.Number)
        );
        return await pages.Page<GoneVersionPage>(page, StatusCodes.Status410Gone);
    }
}

/// <summary>A version that may no longer be shown.</summary>
/// <param name="Reason">The sentence that says why, and when it went.</param>
/// <param name="Story">The headline of what stands at the story's address now.</param>
public sealed record GoneVersionView(ShellView Shell, string Heading, string Reason, string Story, RecordLink Record);
