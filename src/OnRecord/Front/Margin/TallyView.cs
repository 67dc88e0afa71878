using OnRecord.Platform.Pages;

namespace OnRecord.Front.Margin;

/// <summary>How many statements come from whom.</summary>
/// <param name="Shares">Those that there are, in the order of the bar.</param>
/// <param name="Unchecked">The sentence that says how many nobody has checked; null where all are.</param>
public sealed record TallyView(IReadOnlyList<TallyShare> Shares, string? Unchecked)
{
    private const int Width = 800;
    private const int Gap = 4;

    /// <summary>Counts notes.</summary>
    /// <param name="allOnRecord">Whether all who are named spoke on the record.</param>
    /// <param name="allWithReason">Whether a reason is given for all who are not.</param>
    internal static TallyView Of(
        IReadOnlyList<SourceNoteView> notes,
        Words words,
        bool allOnRecord,
        bool allWithReason,
        string asked
    )
    {
        var count = notes.CountBy(note => note.As).ToDictionary();
        (SpokenAs As, string Class, string Key)[] kinds =
        [
            (SpokenAs.Named, "named", allOnRecord ? "Tally.OnRecord" : "Tally.Named"),
            (SpokenAs.Outlet, "outlet", "Tally.Outlet"),
            (SpokenAs.NotNamed, "anonymous", allWithReason ? "Tally.NotNamedReason" : "Tally.NotNamed"),
            (SpokenAs.Asked, "asked", asked),
        ];
        var there = kinds.Where(kind => count.ContainsKey(kind.As)).ToList();
        var inBar = there.Where(kind => kind.As != SpokenAs.Asked).ToList();
        double said = inBar.Sum(kind => count[kind.As]),
            room = Width - Gap * Math.Max(0, inBar.Count - 1),
            at = 0;
        var shares = new List<TallyShare>();
        foreach (var kind in there)
        {
            var width = kind.As == SpokenAs.Asked ? 0 : room * count[kind.As] / said;
            shares.Add(new TallyShare(kind.Class, words.Count(kind.Key, count[kind.As]), at, width));
            at += width == 0 ? 0 : width + Gap;
        }
        var open = notes.Count(note => !note.IsChecked);
        return new TallyView(
            shares,
            open == 0 ? null
                : open == notes.Count ? words["Tally.AllUnchecked"]
                : words.Count("Tally.Unchecked", open)
        );
    }
}

/// <summary>One share of the bar.</summary>
/// <param name="Start">Where it begins, of 800.</param>
/// <param name="Width">How wide it is, of 800; 0 where it has no part in the bar, as when nobody would speak.</param>
public sealed record TallyShare(string Class, string Label, double Start, double Width);
