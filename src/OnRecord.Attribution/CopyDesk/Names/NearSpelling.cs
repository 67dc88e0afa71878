namespace OnRecord.Attribution.CopyDesk.Names;

/// <summary>Whether two spellings are near enough to be one name spelled two ways.</summary>
internal static class NearSpelling
{
    private const int Longest = 24;

    /// <summary>What English hangs on a name: <c>Nation</c>, <c>National</c>, <c>Nations</c>.</summary>
    private static readonly HashSet<string> Endings =
    [
        "",
        .. "a al an ans ar ary d e ed er ers es ese i ia ian ic in ing is ish ism ist ists l ly n ns o on or r rs s t um us y".Split(
            ' '
        ),
    ];

    /// <summary>Whether one change of a letter (another, one more, one less, two swapped) makes one of the other, and the change is no inflection.</summary>
    /// <param name="one">A name in lower case.</param>
    /// <param name="other">Another.</param>
    /// <param name="endings">Whether a different ending makes it another name.</param>
    public static bool Is(string one, string other, bool endings = true)
    {
        if (one.Length > other.Length)
            (one, other) = (other, one);
        if (one == other || other.Length - one.Length > 1 || one.Length < 5 || one[0] != other[0])
            return false;
        var start = one.AsSpan().CommonPrefixLength(other);
        var (rest, otherRest) = (one[start..], other[start..]);
        var near =
            one.Length == other.Length
                ? rest[1..] == otherRest[1..] || Swapped(rest, otherRest)
                : rest == otherRest[1..];
        return near && !American(one, other) && !Inflected(other, start, rest, otherRest, endings);
    }

    /// <summary>Keys that two near spellings have in common: each without one of its letters.</summary>
    public static IEnumerable<string> Keys(string name)
    {
        if (name.Length > Longest)
            yield break;
        yield return name;
        for (var at = 1; at < name.Length; at++)
            yield return name.Remove(at, 1);
    }

    private static bool Swapped(string rest, string other) =>
        rest.Length > 1 && rest[0] == other[1] && rest[1] == other[0] && rest[2..] == other[2..];

    private static bool Inflected(string longer, int start, string rest, string other, bool endings)
    {
        if (rest is "" or "s" && other is "s" or "")
            return true;
        var doubled = rest.Length == 0 && other.Length == 1 && longer[start - 1] == other[0];
        return endings && !doubled && Endings.Contains(rest) && Endings.Contains(other);
    }

    /// <summary>Whether they differ as British and American spellings do: <c>Defence</c>, <c>Labour</c>, <c>Centre</c>, <c>Organisation</c>.</summary>
    private static bool American(string one, string other) => Folded(one) == Folded(other);

    private static string Folded(string word)
    {
        var folded = word.Replace("our", "or").Replace("is", "iz").Replace("ys", "yz").Replace("ence", "ense");
        return folded.EndsWith("re", StringComparison.Ordinal) ? folded[..^2] + "er" : folded;
    }
}
