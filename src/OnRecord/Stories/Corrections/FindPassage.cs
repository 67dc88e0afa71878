using System.Text;
using OnRecord.Documents;

namespace OnRecord.Stories.Corrections;

/// <summary>Finds the words a reader means in what readers are shown, however they were spaced, quoted or capitalised on the way.</summary>
internal static class FindPassage
{
    private const int Around = 160;

    /// <returns>Null where they are not there.</returns>
    public static FoundPassage? In(StoryContent content, string passage)
    {
        var text = string.Join("\n\n", [content.Headline, content.Deck ?? "", PlainText.Of(content.Text)]);
        var (folded, places) = Fold(text);
        var sought = Fold(passage).Folded.Trim().Trim('"', '…').Trim();
        if (sought.Length == 0 || folded.IndexOf(sought, StringComparison.OrdinalIgnoreCase) is not (>= 0 and var at))
            return null;
        var (from, to) = (places[at], places[at + sought.Length - 1] + 1);
        return new FoundPassage(Before(text, from), text[from..to], Behind(text, to));
    }

    /// <summary>Since which version without a break the passage stands in what readers see.</summary>
    /// <param name="versions">In the order of their numbers, the last one live.</param>
    public static int? Since(IReadOnlyList<(int Number, StoryContent Content)> versions, string passage)
    {
        int? since = null;
        foreach (var (number, content) in versions.Reverse())
        {
            if (In(content, passage) is null)
                break;
            since = number;
        }
        return since;
    }

    // Letters stay one for one, so that a place in the folded text leads to its place in the real one.
    private static (string Folded, List<int> Places) Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at] switch
            {
                '“' or '”' or '„' or '«' or '»' => '"',
                '’' or '‘' or 'ʼ' => '\'',
                '–' or '—' or '‑' => '-',
                '\u00ad' or '\u200b' => '\0',
                var other => char.IsWhiteSpace(other) ? ' ' : other,
            };
            if (c == '\0' || (c == ' ' && folded.Length > 0 && folded[^1] == ' '))
                continue;
            folded.Append(c);
            places.Add(at);
        }
        return (folded.ToString(), places);
    }

    private static string Before(string text, int from)
    {
        var start = Math.Max(0, from - Around);
        if (start > 0 && text.IndexOf(' ', start, from - start) is >= 0 and var space)
            start = space + 1;
        return (start > 0 ? "… " : "") + text[start..from];
    }

    private static string Behind(string text, int to)
    {
        var end = Math.Min(text.Length, to + Around);
        if (end < text.Length && text.LastIndexOf(' ', end - 1, end - to) is >= 0 and var space)
            end = space;
        return text[to..end] + (end < text.Length ? " …" : "");
    }
}

/// <summary>Words of a text, and what stands before and behind them.</summary>
internal sealed record FoundPassage(string Before, string Words, string Behind);
