using System.Collections.Concurrent;

namespace OnRecord.Platform.StoredPages;

/// <summary>Readers' pages in memory. Bounded by bytes: what was not used since the store last looked for room goes first. A page goes when one of its tags changes, and one that was begun before such a change is never kept.</summary>
internal sealed class PageStore(
    PageStoreOptions options,
    TimeProvider clock,
    IEnumerable<CoalescedTags>? coalesced = null
)
{
    private readonly HeldEvictions held = new(coalesced ?? [], clock);
    private readonly ConcurrentDictionary<string, StoredPage> pages = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly Dictionary<string, HashSet<StoredPage>> byTag = new(StringComparer.Ordinal);
    private readonly LinkedList<StoredPage> round = new();
    private readonly EvictionHistory history = new();
    private readonly NotFoundAddresses nowhere = new(options.NotFound, options.NotFoundFor, clock);
    private readonly PageParts parts = new();
    private long bytes;
    private long evictions;
    private int closed;

    /// <summary>Grows with every eviction.</summary>
    public long Evictions => Volatile.Read(ref evictions);

    /// <summary>Whether changes that other nodes make are heard. While they are not, nothing is answered from memory.</summary>
    public bool IsOpen => Volatile.Read(ref closed) == 0;

    public long Bytes => Volatile.Read(ref bytes);

    public int Count => pages.Count;

    /// <summary>Addresses at which there is nothing.</summary>
    public NotFoundAddresses Nowhere => nowhere;

    public StoredPage? Find(string key)
    {
        if (!pages.TryGetValue(key, out var page))
            return null;
        if (!page.Used)
            page.Used = true;
        return page;
    }

    public bool IsFresh(StoredPage page) => page.FreshUntil is not { } until || clock.GetUtcNow() < until;

    /// <summary>Keeps a page unless something that it is made of changed while it was made.</summary>
    /// <param name="since"><see cref="Evictions"/> before anything of it was read.</param>
    /// <returns>Whether it is kept.</returns>
    public bool Keep(StoredPage page, long since)
    {
        var size = page.Size;
        lock (gate)
        {
            if (!IsOpen || history.Touches(page.Tags, since) || size > options.Bytes / 4)
                return false;
            Remove(page.Key);
            pages[page.Key] = page;
            page.Place = round.AddLast(page);
            page.Counted = size;
            bytes += size;
            foreach (var tag in page.Tags)
            {
                if (!byTag.TryGetValue(tag, out var tagged))
                    byTag[tag] = tagged = [];
                tagged.Add(page);
            }
            MakeRoom(page);
            return true;
        }
    }

    /// <summary>Something that many pages are made of, made once for all of them until one of its tags changes.</summary>
    /// <param name="tags">The page's own must hold them too.</param>
    public async Task<T> Part<T>(string key, string[] tags, Func<Task<T>> make)
        where T : class
    {
        if (IsOpen && parts.Find(key) is T kept)
            return kept;
        var since = Evictions;
        var made = await make();
        lock (gate)
            if (IsOpen && !history.Touches(tags, since))
                parts.Keep(key, tags, made);
        return made;
    }

    /// <summary>Counts a page anew that has got another form.</summary>
    public void Recount(StoredPage page)
    {
        lock (gate)
        {
            if (page.Place is null)
                return;
            var size = page.Size;
            bytes += size - page.Counted;
            page.Counted = size;
            MakeRoom(page);
        }
    }

    /// <summary>Lets every page go that is made of one of these; of tags that change many times a second (<see cref="CoalescedTags"/>) within a second.</summary>
    public void Evict(IReadOnlyCollection<string> tags)
    {
        if (held.Now(tags, late => EvictNow([late])) is { Count: > 0 } now)
            EvictNow(now);
    }

    private void EvictNow(IReadOnlyCollection<string> tags)
    {
        lock (gate)
        {
            // Before the count grows: who reads the new count must find nothing old.
            parts.Evict(tags);
            foreach (var tag in tags)
                if (byTag.TryGetValue(tag, out var tagged))
                    foreach (var page in tagged.ToArray())
                        Remove(page.Key);
            history.Add(tags, Interlocked.Increment(ref evictions));
            nowhere.Forget();
        }
    }

    /// <summary>Lets all pages go, as after a time in which changes were not heard.</summary>
    public void Clear()
    {
        lock (gate)
        {
            parts.Clear();
            pages.Clear();
            byTag.Clear();
            foreach (var page in round)
                page.Place = null;
            round.Clear();
            bytes = 0;
            history.AddAll(Interlocked.Increment(ref evictions));
            nowhere.Forget();
        }
    }

    /// <summary>Changes of other nodes are not heard from now on.</summary>
    public void Close() => Volatile.Write(ref closed, 1);

    /// <summary>They are heard again; what was kept before may be old.</summary>
    public void Open()
    {
        Clear();
        Volatile.Write(ref closed, 0);
    }

    // The newest stays also among pages that are all in use: of those, the one that was not used for the longest time goes.
    private void MakeRoom(StoredPage newest)
    {
        while (bytes > options.Bytes && round.First is { } first)
        {
            var page = first.Value;
            round.RemoveFirst();
            if (page.Used || page == newest)
            {
                page.Used = false;
                page.Place = round.AddLast(page);
            }
            else
            {
                page.Place = round.AddFirst(page);
                Remove(page.Key);
            }
        }
    }

    private void Remove(string key)
    {
        if (!pages.TryRemove(key, out var page))
            return;
        if (page.Place is { } place)
            round.Remove(place);
        page.Place = null;
        bytes -= page.Counted;
        foreach (var tag in page.Tags)
            if (byTag.TryGetValue(tag, out var tagged) && tagged.Remove(page) && tagged.Count == 0)
                byTag.Remove(tag);
    }
}
