using System.Collections.Frozen;

namespace OnRecord.Comments.Judging;

/// <summary>What kind of place a link leads to: it says more than the link alone.</summary>
internal enum HostPlace
{
    Elsewhere,
    Network,
    Raising,
    Trade,
    Reading,
}

internal static class HostPlaces
{
    private static readonly FrozenDictionary<string, HostPlace> Places = (
        from line in ShippedLists.Lines("host-kinds.txt")
        let colon = line.IndexOf(':', StringComparison.Ordinal)
        from host in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select KeyValuePair.Create(host, Enum.Parse<HostPlace>(line[..colon], ignoreCase: true))
    ).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static HostPlace Of(ReadOnlySpan<char> host)
    {
        if (IsPublicBody(host))
            return HostPlace.Reading;
        var known = Places.GetAlternateLookup<ReadOnlySpan<char>>();
        while (host.Contains('.'))
        {
            if (known.TryGetValue(host, out var place))
                return place;
            host = host[(host.IndexOf('.') + 1)..];
        }
        return HostPlace.Elsewhere;
    }

    private static bool IsPublicBody(ReadOnlySpan<char> host) =>
        host.EndsWith(".gov", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".edu", StringComparison.OrdinalIgnoreCase)
        || host.Contains(".gov.", StringComparison.OrdinalIgnoreCase)
        || host.Contains(".gc.", StringComparison.OrdinalIgnoreCase)
        || host.Contains(".edu.", StringComparison.OrdinalIgnoreCase)
        || host.Contains(".ac.", StringComparison.OrdinalIgnoreCase);
}
