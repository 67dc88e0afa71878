using System.Buffers;
using System.Collections.Frozen;

namespace OnRecord.Comments.Judging;

/// <summary>Finds links in plain text, also those without <c>http://</c>.</summary>
internal static class FindLinks
{
    // RFC 1035, 2.3.4.
    private const int LongestHost = 253;

    // Without a scheme only endings that no sentence begins with: “done.In” and “for.me” are sentences without a space.
    private static readonly FrozenSet<string> Endings = (
        "com net org info biz ru ua su tv io xyz online site shop club top store website space live app dev ly gl tk ml ga cf gq "
        + "pro work link click bid loan win vip icu uk de fr pl eu ca cc ws mobi casino bet fun cn jp рф укр"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> LinkEnds = SearchValues.Create(
        " \t\r\n\"<>«»“”()[]{}|\u00a0\ufeff\u200b"
    );

    /// <summary>The link that begins at <paramref name="at"/>, where a word begins.</summary>
    public static bool At(ReadOnlySpan<char> text, int at, out Link link)
    {
        var rest = text[at..];
        var scheme =
            rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : 0;
        var www = rest[scheme..].StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
        var host = HostLength(rest[(scheme + www)..]);
        link = default;
        if (host == 0 || (scheme == 0 && www == 0 && (!IsAddress(rest, host) || (at > 0 && text[at - 1] == '@'))))
            return false;
        var begins = scheme + www;
        var length = begins + host;
        if (length < rest.Length && rest[length] is '/' or '?' or '#' or ':')
        {
            var end = rest[length..].IndexOfAny(LinkEnds);
            length = end < 0 ? rest.Length : length + end;
            while (length > begins + host && rest[length - 1] is '.' or ',' or '!' or ';' or '\'')
                length--;
        }
        link = new Link(at, length, at + begins, host);
        return true;
    }

    private static int HostLength(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (
            length < Math.Min(rest.Length, LongestHost)
            && (char.IsLetterOrDigit(rest[length]) || rest[length] is '.' or '-' or '_')
        )
            length++;
        while (length > 0 && rest[length - 1] is '.' or '-' or '_')
            length--;
        return rest[..length].Contains('.') ? length : 0;
    }

    private static bool IsAddress(ReadOnlySpan<char> rest, int host)
    {
        var dot = rest[..host].LastIndexOf('.');
        var ending = rest[(dot + 1)..host];
        if (dot < 1 || ending.Length < 2 || !char.IsLetter(ending[0]))
            return false;
        if (Endings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(ending))
            return dot > 1 && !char.IsUpper(ending[0]) || char.IsUpper(rest[0]) && char.IsUpper(ending[^1]);
        return ending.Length <= 3
            && host < rest.Length - 1
            && rest[host] == '/'
            && char.IsLetterOrDigit(rest[host + 1]);
    }
}
