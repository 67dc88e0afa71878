using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.PublicRecord;

namespace OnRecord.Stories.Sealing;

/// <summary>Seals versions that readers were shown before there was a record, and says that it was late. Done twice, it finds nothing more to do.</summary>
internal static class SealLate
{
    private const int Batch = 250;

    public static async Task Run(OnRecordDb db, TimeProvider clock)
    {
        var sections = await db.Set<Section>().ToDictionaryAsync(row => row.Id, row => row.Name);
        while (await Next(db) is { Count: > 0 } versions)
        {
            await db.Transact(() =>
            {
                foreach (var (version, published, updated) in versions)
                    Seal(db, version, published ?? version.At, updated, sections, clock.GetUtcNow());
                return Task.CompletedTask;
            });
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>All versions of one story, within the caller's transaction.</summary>
    public static async Task Story(OnRecordDb db, Guid story, DateTimeOffset now)
    {
        var sections = await db.Set<Section>().ToDictionaryAsync(row => row.Id, row => row.Name);
        foreach (
            var (version, published, updated) in await Read(
                db,
                db.Set<StoryVersion>().Where(version => version.StoryId == story)
            )
        )
            Seal(db, version, published ?? version.At, updated, sections, now);
    }

    private static Task<List<(StoryVersion Version, DateTimeOffset? Published, DateTimeOffset? Updated)>> Next(
        OnRecordDb db
    ) =>
        Read(
            db,
            db.Set<StoryVersion>()
                .Where(version =>
                    !db.Set<SealedVersion>().Any(row => row.StoryId == version.StoryId && row.Number == version.Number)
                )
                .OrderBy(version => version.StoryId)
                .ThenBy(version => version.Number)
                .Take(Batch)
        );

    private static async Task<List<(StoryVersion Version, DateTimeOffset? Published, DateTimeOffset? Updated)>> Read(
        OnRecordDb db,
        IQueryable<StoryVersion> versions
    )
    {
        var rows = await versions
            .AsNoTracking()
            .Join(
                db.Set<Story>(),
                version => version.StoryId,
                story => story.Id,
                (version, story) =>
                    new
                    {
                        Version = version,
                        story.PublishedAt,
                        story.UpdatedAt,
                        story.LiveVersionId,
                    }
            )
            .OrderBy(row => row.Version.StoryId)
            .ThenBy(row => row.Version.Number)
            .ToListAsync();
        return
        [
            .. rows.Select(row =>
                (row.Version, row.PublishedAt, row.Version.Id == row.LiveVersionId ? row.UpdatedAt : Then(row.Version))
            ),
        ];
    }

    // What the page said at that time is not kept; a later version was an update of its own.
    private static DateTimeOffset? Then(StoryVersion version) => version.Kind == VersionKind.First ? null : version.At;

    private static void Seal(
        OnRecordDb db,
        StoryVersion version,
        DateTimeOffset published,
        DateTimeOffset? updated,
        Dictionary<Guid, string> sections,
        DateTimeOffset now
    )
    {
        var section = version.Content.SectionId is { } id ? sections.GetValueOrDefault(id) : null;
        // No version is made beside it, whose pages would go by themselves.
        db.GetService<EvictOnChange>().Evict(db, [StoryTags.Story(version.StoryId)]);
        SealVersion.Into(
            db,
            new VersionToSeal(
                version.StoryId,
                version.Number,
                VersionStatement.Kind(version.Kind),
                version.At,
                VersionStatement.Of(version, published, updated, section),
                now
            )
        );
    }
}
