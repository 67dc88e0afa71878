using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Front.Reports;

/// <summary>A story that a report is about, as readers see it now.</summary>
internal sealed record ReportedStory(Story Story, int Version, string Headline, string Language)
{
    /// <returns>Null where readers have no story at the path.</returns>
    public static async Task<ReportedStory?> At(string path, OnRecordDb db) =>
        await db.Set<Story>().AsNoTracking().FirstOrDefaultAsync(row => row.Path == path && row.LiveVersionId != null)
            is { } story
            ? await Of(story, db)
            : null;

    /// <summary>The story that once was at a path: what somebody typed into its form is not lost by a redirect.</summary>
    public static async Task<ReportedStory?> OnceAt(string path, OnRecordDb db) =>
        await db.Set<StoryAddress>()
            .Where(row => row.Path == path)
            .Join(db.Set<Story>(), row => row.StoryId, story => story.Id, (_, story) => story)
            .Where(story => story.LiveVersionId != null)
            .AsNoTracking()
            .FirstOrDefaultAsync()
            is { } story
            ? await Of(story, db)
            : null;

    public static async Task<ReportedStory> Of(Story story, OnRecordDb db)
    {
        var live = await db.Set<StoryVersion>()
            .Where(row => row.Id == story.LiveVersionId)
            .Select(row => new
            {
                row.Number,
                row.Content.Headline,
                row.Content.Language,
            })
            .FirstAsync();
        return new ReportedStory(story, live.Number, live.Headline, live.Language);
    }
}
