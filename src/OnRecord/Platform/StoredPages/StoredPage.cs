using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using OnRecord.Platform.Web;

namespace OnRecord.Platform.StoredPages;

/// <summary>An answer as it goes out, in each form in which it was asked for.</summary>
internal sealed class StoredPage
{
    // What a page takes beside its bodies: objects, key, tags, headers.
    private const int Overhead = 1500;

    // Where the store finds it by its tag.
    private const int TagOverhead = 150;

    // Below this, what compressing saves is less than what it says of itself.
    private const int WorthCompressing = 256;

    private readonly Lock making = new();
    private readonly long made = Stopwatch.GetTimestamp();
    private readonly PageBody?[] bodies = new PageBody?[3];
    private int asked;

    public StoredPage(
        string key,
        int status,
        byte[] body,
        IReadOnlyList<KeyValuePair<string, StringValues>> headers,
        PageTags tags,
        DateTimeOffset? freshUntil,
        bool purged
    )
    {
        (Key, Status, Headers, FreshUntil) = (key, status, headers, freshUntil);
        Tags = [.. tags.All];
        ContentType = headers.FirstOrDefault(header => header.Key == "Content-Type").Value;
        // Strong, and the same for the same words whenever they are rendered.
        Hash = Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12));
        bodies[0] = new PageBody(body, ContentCoding.Identity, final: true, Hash);
        Compresses = body.Length >= WorthCompressing && IsText(ContentType.ToString());
        NetworkControl = StoredHeaders.NetworkControl(status, freshUntil is not null, purged);
        CacheTag = string.Join(',', Tags);
        SurrogateKey = string.Join(' ', Tags);
    }

    public string Key { get; }
    public int Status { get; }
    public string Hash { get; }
    public StringValues ContentType { get; }

    /// <summary>What else the handler set.</summary>
    public IReadOnlyList<KeyValuePair<string, StringValues>> Headers { get; }
    public string[] Tags { get; }

    /// <summary>Until when it may be shown without being made anew; null for as long as it is kept.</summary>
    public DateTimeOffset? FreshUntil { get; }

    public bool Compresses { get; }

    public TimeSpan Age => Stopwatch.GetElapsedTime(made);
    public StringValues NetworkControl { get; }
    public StringValues CacheTag { get; }
    public StringValues SurrogateKey { get; }

    /// <summary>Set at each use, cleared when the store looks for room: what was not used in between goes.</summary>
    public bool Used { get; set; }

    /// <summary>Where it stands in the store's round; null where it is not kept.</summary>
    public LinkedListNode<StoredPage>? Place { get; set; }

    /// <summary>What the store has counted for it.</summary>
    public long Counted { get; set; }

    public long Size =>
        Overhead
        + (2 * Key.Length)
        + (TagOverhead * Tags.Length)
        + (4 * SurrogateKey.ToString().Length)
        + bodies.Sum(body => body?.Bytes.Length ?? 0);

    /// <summary>The body in a form; made at once, and quickly, where it is not there yet.</summary>
    public PageBody In(ContentCoding coding)
    {
        if (!Compresses)
            coding = ContentCoding.Identity;
        return Volatile.Read(ref bodies[(int)coding]) ?? Make(coding);
    }

    /// <summary>Counts a use until it is known that the page is worth its smallest form.</summary>
    /// <returns>Whether it became so with this one.</returns>
    public bool IsWorthBest() => Compresses && asked < 2 && Interlocked.Increment(ref asked) == 2;

    /// <summary>Makes the smallest forms, which takes a hundred times as long as quick ones.</summary>
    public void MakeBest()
    {
        foreach (var coding in new[] { ContentCoding.Brotli, ContentCoding.Gzip })
        {
            var best = ContentCodings.Compress(bodies[0]!.Bytes, coding, best: true);
            // Who makes the quick form at this moment must not put it over this one.
            lock (making)
                Volatile.Write(ref bodies[(int)coding], new PageBody(best, coding, final: true, Hash));
        }
    }

    private PageBody Make(ContentCoding coding)
    {
        lock (making)
        {
            if (bodies[(int)coding] is { } made)
                return made;
            var begun = PageTimes.Begin(PageTimes.Compress);
            var packed = ContentCodings.Compress(bodies[0]!.Bytes, coding, best: false);
            PageTimes.End(PageTimes.Compress, begun);
            var body = new PageBody(packed, coding, final: false, Hash);
            Volatile.Write(ref bodies[(int)coding], body);
            return body;
        }
    }

    private static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal)
        || type.Contains("xml", StringComparison.Ordinal)
        || type.Contains("json", StringComparison.Ordinal);
}

/// <summary>A body in one form, with the headers that belong to it.</summary>
internal sealed class PageBody(byte[] bytes, ContentCoding coding, bool final, string hash)
{
    public byte[] Bytes { get; } = bytes;

    // Two forms are two representations, and each has its own tag (RFC 9110, 8.8.3).
    public StringValues Tag { get; } =
        coding switch
        {
            ContentCoding.Brotli => final ? $"\"{hash}-b\"" : $"\"{hash}-b1\"",
            ContentCoding.Gzip => final ? $"\"{hash}-g\"" : $"\"{hash}-g1\"",
            _ => $"\"{hash}\"",
        };

    public StringValues Encoding { get; } =
        coding switch
        {
            ContentCoding.Brotli => "br",
            ContentCoding.Gzip => "gzip",
            _ => StringValues.Empty,
        };
}
