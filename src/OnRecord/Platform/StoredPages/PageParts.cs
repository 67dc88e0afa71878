using System.Collections.Concurrent;

namespace OnRecord.Platform.StoredPages;

/// <summary>What many pages are made of, such as the newsroom's menus. Written under the store's lock.</summary>
internal sealed class PageParts
{
    // A few for each section and language; many more are a mistake, and then all are made anew.
    private const int Most = 1000;

    private readonly ConcurrentDictionary<string, (object Value, string[] Tags)> all = new(StringComparer.Ordinal);

    public object? Find(string key) => all.TryGetValue(key, out var part) ? part.Value : null;

    public void Keep(string key, string[] tags, object value)
    {
        if (all.Count >= Most)
            all.Clear();
        all[key] = (value, tags);
    }

    public void Evict(IReadOnlyCollection<string> tags)
    {
        foreach (var (key, part) in all)
            if (Array.Exists(part.Tags, tag => tags.Contains(tag)))
                all.TryRemove(key, out _);
    }

    public void Clear() => all.Clear();
}
