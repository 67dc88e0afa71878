using System.Collections.Concurrent;

namespace OnRecord.Platform.StoredPages;

/// <summary>Tags by whose changes a page may have to go many times a second.</summary>
/// <param name="Prefix">How they begin.</param>
internal sealed record CoalescedTags(string Prefix);

/// <summary>Holds back the evictions of a tag that come too fast, and makes one of them when their second is over: a page on which a hundred people talk at once is not made a hundred times a second.</summary>
internal sealed class HeldEvictions(IEnumerable<CoalescedTags> coalesced, TimeProvider clock)
{
    /// <summary>So many in a second happen at once.</summary>
    public const int AtOnce = 10;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly string[] prefixes = [.. coalesced.Select(tags => tags.Prefix)];
    private readonly ConcurrentDictionary<string, Heat> heats = new(StringComparer.Ordinal);

    /// <returns>Those whose pages go now.</returns>
    /// <param name="late">Called with a tag when its pages go that were held back.</param>
    public IReadOnlyCollection<string> Now(IReadOnlyCollection<string> tags, Action<string> late) =>
        prefixes.Length == 0 || !tags.Any(IsCoalesced)
            ? tags
            : [.. tags.Where(tag => !IsCoalesced(tag) || IsNow(tag, late))];

    private bool IsCoalesced(string tag) =>
        Array.Exists(prefixes, prefix => tag.StartsWith(prefix, StringComparison.Ordinal));

    private bool IsNow(string tag, Action<string> late)
    {
        var heat = heats.GetOrAdd(tag, _ => new Heat());
        lock (heat)
        {
            if (heat.Timer is null)
                heat.Timer = clock.CreateTimer(_ => End(tag, heat, late), null, Second, Timeout.InfiniteTimeSpan);
            if (heat.Count < AtOnce)
            {
                heat.Count++;
                return true;
            }
            heat.IsHeld = true;
            return false;
        }
    }

    private void End(string tag, Heat heat, Action<string> late)
    {
        bool held;
        lock (heat)
        {
            held = heat.IsHeld;
            (heat.Count, heat.IsHeld) = (0, false);
            heat.Timer?.Dispose();
            heat.Timer = null;
            heats.TryRemove(KeyValuePair.Create(tag, heat));
        }
        if (held)
            late(tag);
    }

    private sealed class Heat
    {
        public int Count;
        public bool IsHeld;
        public ITimer? Timer;
    }
}
