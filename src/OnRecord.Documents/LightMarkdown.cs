using System.Buffers;
using System.Text;

namespace OnRecord.Documents;

/// <summary>Reads the little Markdown that readers write in comments: emphasis, strong, quotes, links (CommonMark 0.31, sections 5.1, 6.2, 6.3), and bare addresses. Everything else, HTML among it, is words.</summary>
public static class LightMarkdown
{
    private const int Deepest = 4;
    private const string Escapable = "\\*_[]()>";
    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \t<>\"*");
    private const string SentenceEnds = ".,;:!?…'\"»”’";

    /// <summary>The text as a document of paragraphs and quotes.</summary>
    /// <param name="text">As it was typed. Lines may end in any way.</param>
    /// <returns>An empty document where there is nothing but space.</returns>
    public static StoryDocument Read(string text)
    {
        var blocks = new List<Block>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; )
        {
            var begun = at;
            var isQuote = IsQuote(lines[at]);
            while (at < lines.Length && lines[at].Trim().Length > 0 && IsQuote(lines[at]) == isQuote)
                at++;
            if (at == begun)
            {
                at++;
                continue;
            }
            var block = new Paragraph(Line(lines[begun..at].Select(line => isQuote ? Unquoted(line) : line)));
            if (block.Content.Count > 0)
                Add(blocks, block, isQuote);
        }
        return new StoryDocument([.. blocks]);
    }

    private static void Add(List<Block> blocks, Paragraph block, bool isQuote)
    {
        if (!isQuote)
            blocks.Add(block);
        else
            blocks.Add(new Quote([block]));
    }

    private static bool IsQuote(string line) => line.TrimStart().StartsWith('>');

    private static string Unquoted(string line) => line.TrimStart()[1..];

    private static ValueList<Inline> Line(IEnumerable<string> lines)
    {
        var content = new List<Inline>();
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (content.Count > 0)
                content.Add(new LineBreak());
            Read(line, [], 0, content);
        }
        return [.. content];
    }

    private static void Read(string text, ValueList<Mark> marks, int depth, List<Inline> into)
    {
        var words = new StringBuilder();
        for (var at = 0; at < text.Length; )
        {
            if (text[at] == '\\' && at + 1 < text.Length && Escapable.Contains(text[at + 1], StringComparison.Ordinal))
            {
                words.Append(text[at + 1]);
                at += 2;
            }
            else if (depth < Deepest && Marked(text, at, marks) is { } found)
            {
                Flush(words, marks, into);
                Read(found.Words, [.. marks, found.Mark], found.IsPlain ? Deepest : depth + 1, into);
                at += found.Length;
            }
            else
                words.Append(text[at++]);
        }
        Flush(words, marks, into);
    }

    private static void Flush(StringBuilder words, ValueList<Mark> marks, List<Inline> into)
    {
        if (words.Length == 0)
            return;
        into.Add(new Text(words.ToString()) { Marks = marks });
        words.Clear();
    }

    private static Found? Marked(string text, int at, ValueList<Mark> marks) =>
        text[at] switch
        {
            '*' or '_' => Stressed(text, at, marks),
            '[' => Linked(text, at, marks),
            'h' or 'H' => Address(text, at, marks),
            _ => null,
        };

    // A run opens where a word begins and closes where one ends; an underscore within a word is part of it.
    private static Found? Stressed(string text, int at, ValueList<Mark> marks)
    {
        var sign = text[at];
        var run = at + 1 < text.Length && text[at + 1] == sign ? 2 : 1;
        Mark mark = run == 2 ? new Strong() : new Emphasis();
        var from = at + run;
        if (from >= text.Length || char.IsWhiteSpace(text[from]) || text[from] == sign || marks.Contains(mark))
            return null;
        if (sign == '_' && at > 0 && char.IsLetterOrDigit(text[at - 1]))
            return null;
        var end = from;
        while ((end = text.IndexOf(new string(sign, run), end + 1, StringComparison.Ordinal)) > 0)
            if (Closes(text, end, run, sign))
                return new Found(text[from..end], mark, end + run - at);
        return null;
    }

    private static bool Closes(string text, int end, int run, char sign) =>
        !char.IsWhiteSpace(text[end - 1])
        && text[end - 1] is not '\\'
        && (run == 2 || (text[end - 1] != sign && (end + 1 == text.Length || text[end + 1] != sign)))
        && (sign != '_' || end + run == text.Length || !char.IsLetterOrDigit(text[end + run]));

    private static Found? Linked(string text, int at, ValueList<Mark> marks)
    {
        var middle = text.IndexOf("](", at + 1, StringComparison.Ordinal);
        var end = middle < 0 ? -1 : text.IndexOf(')', middle);
        if (end < 0 || middle == at + 1 || marks.Any(mark => mark is Link))
            return null;
        var words = text[(at + 1)..middle];
        return words.Contains('[', StringComparison.Ordinal) || Safe(text[(middle + 2)..end]) is not { } address
            ? null
            : new Found(words, new Link(address), end + 1 - at);
    }

    private static Found? Address(string text, int at, ValueList<Mark> marks)
    {
        var rest = text.AsSpan(at);
        if (
            marks.Any(mark => mark is Link)
            || (at > 0 && char.IsLetterOrDigit(text[at - 1]))
            || !(
                rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            )
        )
            return null;
        var length = rest.IndexOfAny(AddressEnds);
        if (length < 0)
            length = rest.Length;
        while (length > 0 && (SentenceEnds.Contains(rest[length - 1]) || IsSpareBracket(rest[..length])))
            length--;
        var written = rest[..length].ToString();
        return Safe(written) is { } address ? new Found(written, new Link(address), length, IsPlain: true) : null;
    }

    private static bool IsSpareBracket(ReadOnlySpan<char> address) =>
        address[^1] == ')' && address.Count(')') > address.Count('(');

    // Comments lead to pages, not to mailboxes or places within this one.
    private static string? Safe(string address) =>
        SafeAddress.ForLink(address.Trim()) is { } safe
        && (
            safe.StartsWith("http://", StringComparison.Ordinal)
            || safe.StartsWith("https://", StringComparison.Ordinal)
        )
            ? safe
            : null;

    private sealed record Found(string Words, Mark Mark, int Length, bool IsPlain = false);
}
