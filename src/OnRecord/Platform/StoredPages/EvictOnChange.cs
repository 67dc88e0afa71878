using Microsoft.EntityFrameworkCore.ChangeTracking;
using OnRecord.Platform.Announcements;
using OnRecord.Platform.Storage;

namespace OnRecord.Platform.StoredPages;

/// <summary>Which tags change with a row of a table.</summary>
/// <param name="Entity">The table's.</param>
/// <param name="Tags">Null where no reader's page is made of it.</param>
internal sealed record TagRule(Type Entity, Func<OnRecordDb, EntityEntry, IEnumerable<string>>? Tags);

/// <summary>Lets pages go whose content a transaction changes: after its commit, before whoever made the change gets an answer.</summary>
internal sealed class EvictOnChange(
    IEnumerable<TagRule> rules,
    PageStore store,
    PageStoreOptions options,
    IEvictionCourier courier
) : ChangeFollower
{
    private readonly Dictionary<Type, TagRule> byEntity = rules.ToDictionary(rule => rule.Entity);

    public override Task Follow(OnRecordDb db, IReadOnlyList<EntityEntry> changes, CancellationToken stop)
    {
        // An owned part changes with the row it belongs to.
        var tags = changes
            .Where(entry => !entry.Metadata.IsOwned())
            .SelectMany(entry => byEntity.GetValueOrDefault(entry.Metadata.ClrType)?.Tags?.Invoke(db, entry) ?? [])
            .ToHashSet(StringComparer.Ordinal);
        if (tags.Count > 0)
            Evict(db, tags);
        return Task.CompletedTask;
    }

    /// <summary>For a statement that changes many rows at once, within its transaction.</summary>
    public void Evict(OnRecordDb db, IEnumerable<string> tags) =>
        db.AtCommit(() => new Eviction(db, store, options, courier)).Add(tags);

    private sealed class Eviction(OnRecordDb db, PageStore store, PageStoreOptions options, IEvictionCourier courier)
        : CommitStep
    {
        private readonly HashSet<string> tags = new(StringComparer.Ordinal);

        public void Add(IEnumerable<string> more) => tags.UnionWith(more);

        public override async Task BeforeCommit(CancellationToken stop)
        {
            await courier.Send(db, tags, stop);
            if (!options.Purges)
                return;
            foreach (var part in tags.Chunk(PurgeNetwork.Most))
                db.Announce(new PagesChanged(part));
            await db.SaveChangesAsync(stop);
        }

        public override Task AfterCommit()
        {
            store.Evict(tags);
            return Task.CompletedTask;
        }

        public override void RolledBack() { }
    }
}

/// <summary>Carries evictions to the other processes that work on the same database.</summary>
internal interface IEvictionCourier
{
    /// <summary>Within the transaction: what it says is heard once, and only if, the transaction commits.</summary>
    Task Send(OnRecordDb db, IReadOnlyCollection<string> tags, CancellationToken stop);
}
