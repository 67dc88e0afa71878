using OnRecord.Documents;

namespace OnRecord.Imports;

/// <summary>A line of a page left as text; a paragraph, as a rule.</summary>
/// <param name="Gap">Whether an empty line stands before it.</param>
internal sealed record TextLine(string Text, bool Gap);

/// <summary>Parts a text into lines, joining those that were only broken to fit a screen.</summary>
internal static class TextLines
{
    private const int ShortestWrap = 45;
    private const int LongestWrap = 110;
    private const string Terminals = ".!?…。！？؟।";
    private const string Closers = "”’\"')]»“›」』";

    public static IEnumerable<TextLine> Of(string text)
    {
        var block = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            if (Clean(line) is { Length: > 0 } words)
                block.Add(words);
            else
            {
                var gap = true;
                foreach (var part in IsWrapped(block) ? [string.Join(' ', block)] : block)
                {
                    yield return new TextLine(part, gap);
                    gap = false;
                }
                block = [];
            }
        }
    }

    /// <summary>Whether a line reads as a paragraph: long enough, and ending as a sentence does.</summary>
    public static bool IsSentences(string line) =>
        EndsSentence(line) && Length.Of(line) is var length && (length.Words >= 9 || length.Characters >= 20);

    /// <summary>Whether a line inside the text is a heading: short, no sentence, and followed by a paragraph.</summary>
    public static bool IsHeading(string line, string? next) =>
        line.Length <= 70
        && !EndsSentence(line)
        && next is not null
        && IsSentences(next)
        && char.IsLetterOrDigit(line[0])
        && line[^1] is not (':' or ',' or ';');

    public static bool EndsSentence(string line)
    {
        var end = line.TrimEnd([.. Closers, ' ']);
        return end.Length > 0 && Terminals.Contains(end[^1]);
    }

    // Lines of one width, none of which but the last ends where a sentence does by more than chance.
    private static bool IsWrapped(List<string> block)
    {
        if (block.Count < 2 || block.SkipLast(1).Any(line => line.Length is < ShortestWrap or > LongestWrap))
            return false;
        return block.SkipLast(1).Count(EndsSentence) <= block.Count / 3;
    }

    // Zero-width signs say nothing; a no-break space is the writer's and stays.
    private static string Clean(string line) =>
        line.Replace("\u200b", "", StringComparison.Ordinal)
            .Replace("\ufeff", "", StringComparison.Ordinal)
            .Replace('\t', ' ')
            .Trim();
}
