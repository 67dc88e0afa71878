using System.Collections.Concurrent;

namespace OnRecord.Platform.StoredPages;

/// <summary>Addresses at which there is nothing: remembered briefly, and no more of them than fit, so that somebody who tries all addresses neither asks the database each time nor fills the memory.</summary>
internal sealed class NotFoundAddresses(int most, TimeSpan remembered, TimeProvider clock)
{
    private ConcurrentDictionary<string, DateTimeOffset> until = new(StringComparer.Ordinal);
    private int count;

    public int Count => until.Count;

    public bool Has(string key)
    {
        // Nearly always, and then without a lock.
        if (Volatile.Read(ref count) == 0)
            return false;
        var known = until;
        return known.TryGetValue(key, out var end) && clock.GetUtcNow() < end;
    }

    /// <param name="since">How many evictions there were before it was looked for.</param>
    public void Add(string key, long since, PageStore store)
    {
        var known = until;
        // Rather all are asked for once more than that the oldest are sought for.
        if (Interlocked.Increment(ref count) > most)
        {
            Forget();
            known = until;
        }
        known[key] = clock.GetUtcNow() + remembered;
        // What was published meanwhile may stand at this address.
        if (store.Evictions != since)
            known.TryRemove(key, out _);
    }

    /// <summary>Something was published: it may stand at any of them.</summary>
    public void Forget()
    {
        Interlocked.Exchange(ref count, 0);
        Interlocked.Exchange(ref until, new(StringComparer.Ordinal));
    }
}
