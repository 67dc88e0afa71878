namespace OnRecord.Platform.StoredPages;

/// <summary>What the page under way is made of. When one of these changes, the page goes from the store.</summary>
internal sealed class PageTags
{
    private readonly HashSet<string> all = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> All => all;

    /// <summary>For how long it may be shown though nothing of it changed; null for as long as it is kept.</summary>
    public TimeSpan? FreshFor { get; set; }

    /// <param name="tag">Letters, digits, <c>:</c> and <c>-</c>: it goes out in headers.</param>
    public void Add(string tag) => all.Add(tag);
}
