using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using OnRecord.Platform.Announcements;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Search;

/// <summary>Keeps the index to what readers have, in the transaction that changes it: a publication is found by the next request, and what was taken down by none.</summary>
internal sealed class KeepIndex(ISearchIndex index) : ChangeFollower
{
    private static readonly string[] Concerning =
    [
        nameof(Story.LiveVersionId),
        nameof(Story.LiveSectionId),
        nameof(Story.PublishedAt),
        nameof(Story.TakenDownAt),
    ];

    public override async Task Follow(OnRecordDb db, IReadOnlyList<EntityEntry> changes, CancellationToken stop)
    {
        foreach (
            var story in changes.Where(IsErased).Select(change => ((StoryVersion)change.Entity).StoryId).Distinct()
        )
            db.Announce(new WordsErased(story));
        var concerned = changes.Where(change => change.Entity is Story && Concerns(change)).ToList();
        var added = new List<StoryToIndex>();
        foreach (var change in concerned.Where(change => change.State == EntityState.Added))
            if (await Now(db, change, stop) is { } story)
                added.Add(story);
        // An import brings many, which are quicker at once.
        await IndexStories.Add(db, index, added, stop);
        foreach (var change in concerned.Where(change => change.State != EntityState.Added))
            await IndexStories.Change(
                db,
                index,
                ((Story)change.Entity).Id,
                await Before(db, change, stop),
                await Now(db, change, stop),
                stop
            );
    }

    private static bool Concerns(EntityEntry change) =>
        change.State != EntityState.Modified || Concerning.Any(name => change.Property(name).IsModified);

    // Not only of the version that the index had last: the words of an earlier one may still lie in it.
    private static bool IsErased(EntityEntry change) =>
        change is { Entity: StoryVersion, State: EntityState.Modified }
        && change.Property(nameof(StoryVersion.ErasedAt)).IsModified;

    // The database still has it, even where this very change destroys the words.
    private static Task<StoryContent?> Before(OnRecordDb db, EntityEntry change, CancellationToken stop) =>
        change.State != EntityState.Added
        && change.Property(nameof(Story.LiveVersionId)).OriginalValue is Guid version
        && change.Property(nameof(Story.TakenDownAt)).OriginalValue is null
            ? Content(db, version, stop)
            : Task.FromResult<StoryContent?>(null);

    private static async Task<StoryToIndex?> Now(OnRecordDb db, EntityEntry change, CancellationToken stop)
    {
        var story = (Story)change.Entity;
        if (
            change.State == EntityState.Deleted
            || story is not { LiveVersionId: { } live, TakenDownAt: null, PublishedAt: { } at }
        )
            return null;
        var content = story.Versions.Find(version => version.Id == live)?.Content ?? await Content(db, live, stop);
        return content is null ? null : new StoryToIndex(story.Id, at, story.LiveSectionId, content);
    }

    private static Task<StoryContent?> Content(OnRecordDb db, Guid version, CancellationToken stop) =>
        db.Set<StoryVersion>()
            .AsNoTracking()
            .Where(row => row.Id == version)
            .Select(row => row.Content)
            .FirstOrDefaultAsync(stop)!;
}
