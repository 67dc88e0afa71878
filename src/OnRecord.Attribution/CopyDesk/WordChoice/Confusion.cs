namespace OnRecord.Attribution.CopyDesk.WordChoice;

/// <summary>A word that is taken for another, and the words beside it that show it.</summary>
/// <param name="Pairs">The word found, and the one meant.</param>
/// <param name="Before">What must stand before it, the nearest last.</param>
/// <param name="After">What must stand after it.</param>
internal sealed record Confusion(
    IReadOnlyDictionary<string, string> Pairs,
    IReadOnlyList<Confusion.Neighbour> Before,
    IReadOnlyList<Confusion.Neighbour> After
)
{
    /// <summary>Words that may follow a noun phrase that has ended.</summary>
    private static readonly HashSet<string> Joints =
    [
        .. (
            "and or but if that which who when where while as at by for from in into on to of with without over under after before "
            + "since until because was were is are has have had will would between against during about than through"
        ).Split(' '),
    ];

    /// <summary>Reads <c>in|to a [dual>duel] ~</c>: words with a bar between are alternatives, one with a question mark may be missing, <c>*</c> is any
    /// word, <c>~</c> the end of a phrase, and <c>!a|b</c> a next word that must not be one of these.</summary>
    public static Confusion Read(string line)
    {
        var (open, close) = (line.IndexOf('['), line.IndexOf(']'));
        return new(
            line[(open + 1)..close]
                .Split('|')
                .Select(pair => pair.Split('>'))
                .ToDictionary(pair => pair[0], pair => pair[1]),
            Neighbours(line[..open]),
            Neighbours(line[(close + 1)..])
        );
    }

    /// <summary>Whether the words beside the one at a place are those that show it.</summary>
    public bool Fits(CopyText text, int at) => FitsBefore(text, at, Before.Count - 1) && FitsAfter(text, at, 0);

    private bool FitsBefore(CopyText text, int at, int part) =>
        part < 0
        || (Before[part].Optional && FitsBefore(text, at, part - 1))
        || (text.Words[at].Joined && Before[part].Is(text.At(at - 1)) && FitsBefore(text, at - 1, part - 1));

    private bool FitsAfter(CopyText text, int at, int part)
    {
        if (part == After.Count)
            return true;
        var next = at + 1 < text.Words.Count && text.Words[at + 1].Joined ? text.At(at + 1) : "";
        return After[part].What switch
        {
            '~' => next.Length == 0 || Joints.Contains(next),
            '!' => next.Length > 0 && !After[part].Words.Contains(next),
            _ => (After[part].Optional && FitsAfter(text, at, part + 1))
                || (After[part].Is(next) && FitsAfter(text, at + 1, part + 1)),
        };
    }

    private static List<Neighbour> Neighbours(string part) =>
        [.. part.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Neighbour.Read)];

    /// <summary>A word beside the one that is taken for another.</summary>
    /// <param name="What">What sort: <c>*</c> any word, <c>~</c>, <c>!</c>, or one of its words.</param>
    /// <param name="Words">The words.</param>
    /// <param name="Optional">Whether it may be missing.</param>
    internal sealed record Neighbour(char What, IReadOnlySet<string> Words, bool Optional)
    {
        public bool Is(string word) => word.Length > 0 && (What == '*' || Words.Contains(word));

        public static Neighbour Read(string atom) =>
            new(
                atom[0] is '*' or '~' or '!' ? atom[0] : 'w',
                atom.Trim('!', '?').Split('|').ToHashSet(),
                atom.EndsWith('?')
            );
    }
}
