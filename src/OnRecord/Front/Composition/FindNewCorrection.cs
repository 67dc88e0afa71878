using Microsoft.EntityFrameworkCore;
using OnRecord.Front.Record;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Front.Composition;

/// <summary>The newest correction or retraction of the last two days, of a story young enough that its readers still come by.</summary>
internal static class FindNewCorrection
{
    private static readonly TimeSpan New = TimeSpan.FromHours(48);
    private static readonly TimeSpan Young = TimeSpan.FromDays(14);

    public static async Task<NewCorrection?> Of(OnRecordDb db, DateTimeOffset now)
    {
        var (newer, younger) = (now - New, now - Young);
        var found = await db.Set<StoryVersion>()
            // The index of corrections holds those of this kind and above.
            .Where(row => row.Kind >= VersionKind.Clarification && row.At > newer)
            .Where(row => row.Kind == VersionKind.Correction || row.Kind == VersionKind.Retraction)
            .Where(row => row.ErasedAt == null)
            .Join(
                db.Set<Story>().Listed().Where(story => story.PublishedAt > younger),
                row => row.StoryId,
                story => story.Id,
                (row, story) =>
                    new
                    {
                        row.Id,
                        row.At,
                        row.Kind,
                        row.Note,
                        row.Wrong,
                        row.Right,
                        story.Path,
                        story.RetractedAt,
                        story.LiveVersionId,
                    }
            )
            // A story that is no longer retracted has nothing to say of it here.
            .Where(row => row.Kind == VersionKind.Correction || row.RetractedAt != null)
            .OrderByDescending(row => row.At)
            .ThenByDescending(row => row.Id)
            .Take(1)
            .Join(
                db.Set<StoryVersion>(),
                row => row.LiveVersionId,
                live => live.Id,
                (row, live) =>
                    new
                    {
                        row,
                        live.Content.Headline,
                        live.Content.Language,
                    }
            )
            .FirstOrDefaultAsync();
        if (found is null)
            return null;
        var link = PublicAddress.Encode(found.row.Path!);
        return new NewCorrection(
            $"Kind.{found.row.Kind}",
            found.Headline,
            found.Language,
            link,
            link + ShowVersions.Below
        )
        {
            Note = found.row.Note,
            Wrong = found.row.Wrong,
            Right = found.row.Right,
        };
    }
}
