namespace OnRecord.Platform.StoredPages;

/// <summary>The latest evictions, so that a page that was begun before one of them is not kept. Used under the store's lock.</summary>
internal sealed class EvictionHistory
{
    // A page takes milliseconds to make; this many evictions take seconds.
    private const int Length = 4096;

    private readonly Queue<(long Number, IReadOnlyCollection<string>? Tags)> latest = new();
    private long last;

    public void Add(IReadOnlyCollection<string> tags, long number) => Put(tags, number);

    /// <summary>Everything went.</summary>
    public void AddAll(long number) => Put(null, number);

    /// <summary>Whether any of these went after an eviction; also where that is too long ago to know.</summary>
    public bool Touches(string[] tags, long since)
    {
        if (latest.Count == 0 || last <= since)
            return false;
        if (latest.Peek().Number > since + 1)
            return true;
        return latest.Any(one =>
            one.Number > since && (one.Tags is null || Array.Exists(tags, tag => one.Tags.Contains(tag)))
        );
    }

    private void Put(IReadOnlyCollection<string>? tags, long number)
    {
        last = number;
        latest.Enqueue((number, tags));
        if (latest.Count > Length)
            latest.Dequeue();
    }
}
