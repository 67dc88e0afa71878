using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Archive;

/// <summary>Keeps count of each month's stories as they are published, taken down and brought back.</summary>
internal sealed class CountMonths : ChangeFollower
{
    public override async Task Follow(OnRecordDb db, IReadOnlyList<EntityEntry> changes, CancellationToken stop)
    {
        var stories = changes.Where(entry => entry.Entity is Story).ToList();
        var clock = changes.FirstOrDefault(entry => entry.Entity is Newsroom && entry.State == EntityState.Modified);
        var isOtherClock = clock?.Property(nameof(Newsroom.TimeZone)).IsModified == true;
        if (stories.Count == 0 && !isOtherClock)
            return;
        var shifts = stories.Select(entry => (Before: Before(entry), After: After(entry))).ToList();
        if (!isOtherClock && shifts.TrueForAll(shift => shift.Before == shift.After))
            return;
        var newsroom = clock?.Entity as Newsroom ?? await db.Newsroom(stop);
        if (isOtherClock)
            await Anew(db, newsroom, stop);
        var months = new SortedDictionary<(int, int), int>();
        foreach (var (before, after) in shifts)
        {
            Add(months, newsroom, before, -1);
            Add(months, newsroom, after, 1);
        }
        await Keep(db, months, stop);
    }

    /// <summary>Counts where nothing is counted yet: of stories from before there was an archive. Safe to run again.</summary>
    public static async Task Fill(OnRecordDb db)
    {
        if (!await db.Set<ArchiveMonth>().AnyAsync() && await db.Set<Story>().Listed().AnyAsync())
            await db.Transact(async () => await Anew(db, await db.Newsroom()));
    }

    /// <summary>Counts all of them again. Within the caller's transaction.</summary>
    public static async Task Anew(OnRecordDb db, Newsroom newsroom, CancellationToken stop = default)
    {
        await db.Set<ArchiveMonth>().ExecuteDeleteAsync(stop);
        var months = new SortedDictionary<(int, int), int>();
        var dates = db.Set<Story>().Listed().Select(story => story.PublishedAt).AsAsyncEnumerable();
        await foreach (var at in dates.WithCancellation(stop))
            Add(months, newsroom, at, 1);
        await Keep(db, months, stop);
    }

    private static void Add(SortedDictionary<(int, int), int> months, Newsroom newsroom, DateTimeOffset? at, int by)
    {
        if (at is not { } instant)
            return;
        var local = newsroom.Local(instant);
        months[(local.Year, local.Month)] = months.GetValueOrDefault((local.Year, local.Month)) + by;
    }

    // Always in the order of months, so that two nodes never wait for each other.
    private static async Task Keep(OnRecordDb db, SortedDictionary<(int, int), int> months, CancellationToken stop)
    {
        foreach (var ((year, month), by) in months)
            if (by != 0)
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "ArchiveMonths" ("Year", "Month", "Stories") VALUES ({year}, {month}, {by})
                    ON CONFLICT ("Year", "Month") DO UPDATE SET "Stories" = "ArchiveMonths"."Stories" + {by}
                    """,
                    stop
                );
    }

    private static DateTimeOffset? Before(EntityEntry entry) =>
        entry.State == EntityState.Added
            ? null
            : Listed(
                Was<Guid?>(entry, nameof(Story.LiveVersionId)),
                Was<DateTimeOffset?>(entry, nameof(Story.TakenDownAt)),
                Was<DateTimeOffset?>(entry, nameof(Story.PublishedAt))
            );

    private static DateTimeOffset? After(EntityEntry entry) =>
        entry.State == EntityState.Deleted || entry.Entity is not Story story
            ? null
            : Listed(story.LiveVersionId, story.TakenDownAt, story.PublishedAt);

    private static DateTimeOffset? Listed(Guid? live, DateTimeOffset? takenDown, DateTimeOffset? published) =>
        live is not null && takenDown is null ? published : null;

    private static T Was<T>(EntityEntry entry, string property) => (T)entry.Property(property).OriginalValue!;
}
