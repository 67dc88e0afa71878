using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;

namespace OnRecord.Stories.Sealing;

/// <summary>Seals what readers are shown, in the transaction that shows it.</summary>
internal static class SealShown
{
    public static async Task Into(OnRecordDb db, Story story, StoryVersion version)
    {
        var section = version.Content.SectionId is { } id
            ? await db.Set<Section>().Where(row => row.Id == id).Select(row => row.Name).FirstOrDefaultAsync()
            : null;
        SealVersion.Into(db, Of(story, version, section));
    }

    /// <summary>What is sealed of a version.</summary>
    /// <param name="section">The name under which it is filed.</param>
    public static VersionToSeal Of(Story story, StoryVersion version, string? section) =>
        new(
            story.Id,
            version.Number,
            VersionStatement.Kind(version.Kind),
            version.At,
            VersionStatement.Of(version, story.PublishedAt ?? version.At, story.UpdatedAt, section)
        );
}
