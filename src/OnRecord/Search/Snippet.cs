using OnRecord.Documents;

namespace OnRecord.Search;

/// <summary>Some words of a text.</summary>
/// <param name="IsHit">Whether they were looked for.</param>
public sealed record SnippetPart(string Text, bool IsHit);

/// <summary>The passage of a text in which most of what was looked for stands together.</summary>
internal static class Snippet
{
    private const int Longest = 240;
    private const int Before = 60;
    private const int LongestRead = 100_000;

    /// <summary>The whole text, with what was looked for marked.</summary>
    public static IReadOnlyList<SnippetPart> Mark(string text, IReadOnlySet<string> words) =>
        Parts(text, 0, text.Length, Hits(text, words));

    /// <returns>The best passage; the beginning where the text has none of the words.</returns>
    public static IReadOnlyList<SnippetPart> Of(string whole, IReadOnlySet<string> words)
    {
        var text = (whole.Length > LongestRead ? whole[..LongestRead] : whole).ReplaceLineEndings(" ");
        var hits = Hits(text, words);
        var first = Best(hits);
        var from = first is null ? 0 : Begin(text, first.Start);
        var until = Finish(text, Math.Min(text.Length, from + Longest));
        var parts = new List<SnippetPart>(Parts(text, from, until, hits));
        if (from > 0)
            parts.Insert(0, new SnippetPart("… ", false));
        if (until < text.Length)
            parts.Add(new SnippetPart(" …", false));
        return parts;
    }

    private static List<Hit> Hits(string text, IReadOnlySet<string> words)
    {
        var hits = new List<Hit>();
        var bySpan = ((HashSet<string>)words).GetAlternateLookup<ReadOnlySpan<char>>();
        TextWords.Each(
            text,
            (start, end, word, isRun) =>
            {
                if (bySpan.TryGetValue(word, out var hit))
                    hits.Add(new Hit(start, end, hit));
                else if (isRun && end - start == word.Length)
                    hits.AddRange(InRun(start, word.ToString(), words));
            }
        );
        return hits;
    }

    private static IEnumerable<Hit> InRun(int start, string run, IReadOnlySet<string> words)
    {
        for (var at = 0; at < run.Length; at++)
        for (var length = 2; length >= 1; length--)
            if (at + length <= run.Length && words.Contains(run.Substring(at, length)))
            {
                yield return new Hit(start + at, start + at + length, run.Substring(at, length));
                break;
            }
    }

    // The first hit of the window with the most different words, and of those the one with the most hits.
    private static Hit? Best(List<Hit> hits)
    {
        var (best, most, end) = ((Hit?)null, 0, 0);
        var within = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < hits.Count; at++)
        {
            for (; end < hits.Count && hits[end].End - hits[at].Start <= Longest - Before; end++)
                within[hits[end].Word] = within.GetValueOrDefault(hits[end].Word) + 1;
            var worth = within.Count * 100 + Math.Min(end - at, 99);
            if (worth > most)
                (best, most) = (hits[at], worth);
            // One that is longer than the window never came into it.
            if (end == at)
                end++;
            else if (--within[hits[at].Word] == 0)
                within.Remove(hits[at].Word);
        }
        return best;
    }

    // The beginning of the sentence where it is near, else a word.
    private static int Begin(string text, int hit)
    {
        var from = Math.Max(0, hit - Before);
        if (from == 0)
            return 0;
        var sentence = text.LastIndexOfAny(['.', '!', '?', '。', '।', '؟'], hit - 1, hit - from);
        var at = sentence >= 0 ? sentence + 1 : text.IndexOf(' ', from, hit - from);
        at = at < 0 ? from : at;
        while (at < hit && (char.IsWhiteSpace(text[at]) || text[at] is '”' or '"' or '»'))
            at++;
        return char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static int Finish(string text, int until)
    {
        if (until >= text.Length)
            return text.Length;
        var space = text.LastIndexOf(' ', until, 40);
        var at = space > 0 ? space : until;
        return char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static List<SnippetPart> Parts(string text, int from, int until, List<Hit> hits)
    {
        var (parts, at) = (new List<SnippetPart>(), from);
        foreach (var hit in hits)
        {
            if (hit.Start < from || hit.End > until || hit.End <= at)
                continue;
            // Two letters of a run and the next two share one.
            var start = Math.Max(hit.Start, at);
            if (start > at)
                parts.Add(new SnippetPart(text[at..start], false));
            parts = Joined(parts, text[start..hit.End]);
            at = hit.End;
        }
        if (at < until)
            parts.Add(new SnippetPart(text[at..until], false));
        return parts;
    }

    private static List<SnippetPart> Joined(List<SnippetPart> parts, string hit)
    {
        if (parts is [.., { IsHit: true } last])
            parts[^1] = new SnippetPart(last.Text + hit, true);
        else
            parts.Add(new SnippetPart(hit, true));
        return parts;
    }

    private sealed record Hit(int Start, int End, string Word);
}
