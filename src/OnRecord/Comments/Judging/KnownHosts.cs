using System.Collections.Frozen;

namespace OnRecord.Comments.Judging;

/// <summary>What is known of a link's host.</summary>
internal enum HostKind
{
    Unknown,

    /// <summary>Hides where it leads.</summary>
    Shortener,

    /// <summary>Has been seen in other people's spam.</summary>
    Spam,
}

/// <summary>Hosts that ship as known: matomo-org/referrer-spam-list (public domain) and the shorteners of splorp's comment blocklist (MIT).</summary>
internal static class KnownHosts
{
    private static readonly FrozenDictionary<string, HostKind> Hosts = Read("spam-hosts.txt", HostKind.Spam)
        .Concat(Read("shorteners.txt", HostKind.Shortener))
        .DistinctBy(row => row.Key)
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is known of a host, or of the one it is part of: <c>a.b.example</c>, <c>b.example</c>.</summary>
    public static HostKind KindOf(ReadOnlySpan<char> host)
    {
        var known = Hosts.GetAlternateLookup<ReadOnlySpan<char>>();
        while (host.Contains('.'))
        {
            if (known.TryGetValue(host, out var kind))
                return kind;
            host = host[(host.IndexOf('.') + 1)..];
        }
        return HostKind.Unknown;
    }

    /// <summary>A comment's links, and the worst of their hosts.</summary>
    public static (int Links, HostKind Worst, string? Host) LinksOf(string text)
    {
        var plain = CommentMarkup.Plain(text);
        var (links, worst, named) = (0, HostKind.Unknown, (string?)null);
        for (var at = 0; at < plain.Length; at++)
        {
            if ((at > 0 && char.IsLetterOrDigit(plain[at - 1])) || !FindLinks.At(plain, at, out var link))
                continue;
            links++;
            var host = link.Host(plain);
            if (KindOf(host) is var kind && kind > worst)
                (worst, named) = (kind, host.ToString());
            at = link.End - 1;
        }
        return (links, worst, named);
    }

    private static IEnumerable<KeyValuePair<string, HostKind>> Read(string list, HostKind kind) =>
        ShippedLists.Lines(list).Select(host => KeyValuePair.Create(host, kind));
}
