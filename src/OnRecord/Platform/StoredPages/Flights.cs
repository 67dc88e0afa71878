using System.Collections.Concurrent;

namespace OnRecord.Platform.StoredPages;

/// <summary>Pages that are being made, so that any number of readers who ask at once wait for one making.</summary>
internal sealed class Flights
{
    private readonly ConcurrentDictionary<string, Flight> all = new(StringComparer.Ordinal);

    public bool Has(string key) => all.ContainsKey(key);

    /// <summary>Joins the making of a page that began after the last eviction, or begins one.</summary>
    /// <returns>The flight, and whether the caller is the one who makes the page and must call <see cref="Land"/>.</returns>
    public (Flight Flight, bool Leads) Board(string key, long evictions)
    {
        var own = new Flight(evictions);
        while (true)
        {
            if (all.TryGetValue(key, out var flying))
            {
                if (flying.Evictions == evictions)
                    return (flying, false);
                // What it read may have changed since.
                if (all.TryUpdate(key, own, flying))
                    return (own, true);
            }
            else if (all.TryAdd(key, own))
                return (own, true);
        }
    }

    public void Land(string key, Flight flight, Landing landing)
    {
        all.TryRemove(KeyValuePair.Create(key, flight));
        flight.Landing.TrySetResult(landing);
    }
}

/// <summary>A page that is being made.</summary>
/// <param name="Evictions">How many evictions there had been when it began.</param>
internal sealed record Flight(long Evictions)
{
    public TaskCompletionSource<Landing> Landing { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>What came of it: a page, an address that leads nowhere, or neither.</summary>
internal sealed record Landing(StoredPage? Page, bool NotFound)
{
    public static readonly Landing Nowhere = new(null, true);
    public static readonly Landing Failed = new(null, false);
}
