using System.Collections.Concurrent;

namespace OnRecord.Platform.Web;

/// <summary>How often each of many things happened lately, in this process. Bounded: an attack from everywhere cannot fill the memory.</summary>
/// <param name="window">What counts as lately.</param>
/// <param name="most">How many things are kept in mind.</param>
internal sealed class RecentCounts<TKey>(TimeSpan window, int most, TimeProvider clock)
    where TKey : notnull
{
    // A sliding window in two halves: the last whole one counts for the part of it that still lies within.
    private ConcurrentDictionary<TKey, int> now = new();
    private ConcurrentDictionary<TKey, int> before = new();
    private int kept;
    private DateTimeOffset since = clock.GetUtcNow();
    private readonly Lock turning = new();

    /// <summary>Counts one more.</summary>
    /// <returns>How many there were within the window, this one included.</returns>
    public int Add(TKey key)
    {
        var at = clock.GetUtcNow();
        Turn(at);
        var count = 1;
        // How many there are is counted beside them: the dictionary would stop everybody to answer.
        if (Volatile.Read(ref kept) < most || now.ContainsKey(key))
        {
            count = now.AddOrUpdate(key, 1, static (_, count) => count + 1);
            if (count == 1)
                Interlocked.Increment(ref kept);
        }
        return count + Rest(key, at);
    }

    /// <returns>How many there were within the window.</returns>
    public int Of(TKey key)
    {
        var at = clock.GetUtcNow();
        Turn(at);
        return now.GetValueOrDefault(key) + Rest(key, at);
    }

    private int Rest(TKey key, DateTimeOffset at) =>
        before.TryGetValue(key, out var count) ? (int)(count * Math.Clamp(1 - ((at - since) / window), 0, 1)) : 0;

    private void Turn(DateTimeOffset at)
    {
        if (at - since < window)
            return;
        lock (turning)
        {
            var passed = at - since;
            if (passed < window)
                return;
            before = passed < 2 * window ? now : new();
            now = new();
            kept = 0;
            since += Math.Floor(passed / window) * window;
        }
    }
}
