namespace OnRecord.Attribution.CopyDesk.Names;

/// <summary>A place where a name of at least five letters stands.</summary>
/// <param name="Name">It in lower case.</param>
/// <param name="First">The first name before it in lower case; empty where there is none.</param>
/// <param name="House">The word after it in lower case, where that makes it an organisation's or a place's, such as <c>center</c>; else empty.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Headline">Whether that is in the headline.</param>
internal readonly record struct NameMention(string Name, string First, string House, Span Span, bool Headline)
{
    private static readonly HashSet<string> Titles =
    [
        .. (
            "mr mrs ms miss dr sir dame lord lady king queen prince princess president minister secretary chancellor premier "
            + "chairman chairwoman chair chief director general gen colonel col major captain capt sergeant sgt lieutenant lt admiral "
            + "commander commissioner senator sen representative rep congressman congresswoman governor gov mayor councillor cllr judge "
            + "justice professor prof coach manager officer sheriff inspector superintendent detective bishop archbishop cardinal pope "
            + "father sister brother rabbi imam ambassador spokesman spokeswoman spokesperson leader deputy attorney principal pastor "
            + "reverend rev saint analyst doctor actor actress singer author trustee"
        ).Split(' '),
    ];

    /// <summary>Words that stand before a name without being a first name.</summary>
    private static readonly HashSet<string> NoFirstName =
    [
        .. (
            "new old north south east west northern southern eastern western central upper lower great greater saint san santa st port lake "
            + "mount fort cape river united royal national the a an in on at for from to by of and but or as if when while after before since with "
            + "without under over both meanwhile however then later while although because that this these those his her its their our "
            + "my former ex late young he she they we it you i who what where why how is was are were did does do has have had not no yes "
            + "january february march april may june july august september october november december monday tuesday wednesday thursday "
            + "friday saturday sunday"
        ).Split(' '),
    ];

    private static readonly HashSet<string> Houses =
    [
        .. (
            "center centre institute university foundation group company committee council bank hospital school college club party association "
            + "society museum park bridge street road avenue hotel court airport station airlines airways church ministry inc ltd corp "
            + "corporation industries technologies energy motors theatre theater stadium island islands prison laboratory laboratories observatory agency press"
        ).Split(' '),
    ];

    private static readonly HashSet<string> Plurals =
    [
        .. "homes ferries foods farms mills mines stores markets systems networks holdings partners brothers sons studios records brands hotels gardens heights barracks trials games".Split(
            ' '
        ),
    ];

    /// <summary>Words after which the first word of a sentence was a name.</summary>
    private static readonly HashSet<string> Doing =
    [
        .. "said says told tells added adds was is had has who will would also did does wrote denied denies".Split(' '),
    ];

    /// <summary>The names of a text.</summary>
    public static IEnumerable<NameMention> In(CopyText text, bool headline)
    {
        for (var at = 0; at < text.Words.Count; at++)
        {
            var word = text.Words[at];
            var name = word.Bare;
            if (!IsName(text, at, name))
                continue;
            var first = FirstName(text, at);
            var house = NameAt(text, at + 1) && IsHouse(text.At(at + 1)) ? text.At(at + 1) : "";
            if (house.Length > 0 || first.Length > 0 || !word.Opens || Does(text.At(at + 1)))
                yield return new(
                    name,
                    house.Length > 0 ? "" : first,
                    house,
                    new(word.Span.Start, word.Span.Start + name.Length),
                    headline
                );
        }
    }

    private static bool IsName(CopyText text, int at, string name)
    {
        var span = text.Words[at].Span;
        return text.Words[at].Capital
            && name.Length is >= 5 and <= 24
            && char.IsLower(text.Text[span.Start + 1])
            && !Titles.Contains(name)
            && !NoFirstName.Contains(name)
            && (!NameAt(text, at + 1) || IsHouse(text.At(at + 1)));
    }

    private static string FirstName(CopyText text, int at)
    {
        if (!NameAt(text, at) || at == 0 || !text.Words[at - 1].Capital)
            return "";
        var before = text.Words[at - 1].Lower;
        return
            Titles.Contains(before) || NoFirstName.Contains(before) || before.EndsWith("'s", StringComparison.Ordinal)
            ? ""
            : before;
    }

    /// <summary>Whether a word with a capital ends the name of a house: <c>Center</c>, <c>Homes</c>.</summary>
    private static bool IsHouse(string word) => Houses.Contains(word) || Plurals.Contains(word);

    private static bool Does(string word) => Doing.Contains(word) || word.EndsWith("ed", StringComparison.Ordinal);

    /// <summary>Whether a word with a capital follows the one before it with nothing but spaces or a hyphen between.</summary>
    private static bool NameAt(CopyText text, int at) =>
        at < text.Words.Count && text.Words[at].Capital && text.Words[at].Joined && !text.Words[at].Opens;
}
