using System.Globalization;
using DiffPlex;
using DiffPlex.Model;

namespace OnRecord.Front.Record;

/// <summary>Which words came and which went; of scripts that set no spaces, which characters.</summary>
internal static class WordDiff
{
    // So much of what stayed is shown round a change; what is longer by as much again is folded.
    private const int Context = 90;

    public static IReadOnlyList<ChangedPiece> Of(string before, string after)
    {
        if (before == after)
            return [new ChangedPiece(PieceMark.Same, after)];
        var (old, now) = (Tokens(before), Tokens(after));
        var (pieces, at) = (new List<ChangedPiece>(), 0);
        foreach (var change in Joined(Changes(old, now), old))
        {
            Add(pieces, PieceMark.Same, old, at, change.DeleteStartA);
            at = change.DeleteStartA + change.DeleteCountA;
            Add(pieces, PieceMark.Removed, old, change.DeleteStartA, at);
            Add(pieces, PieceMark.Added, now, change.InsertStartB, change.InsertStartB + change.InsertCountB);
        }
        Add(pieces, PieceMark.Same, old, at, old.Count);
        return pieces;
    }

    // Most changes are a few words: what both begin and end with need not be searched.
    private static IEnumerable<DiffBlock> Changes(List<string> old, List<string> now)
    {
        int start = 0,
            end = 0,
            shorter = Math.Min(old.Count, now.Count);
        while (start < shorter && old[start] == now[start])
            start++;
        while (end < shorter - start && old[^(end + 1)] == now[^(end + 1)])
            end++;
        var (from, to) = (old[start..^end], now[start..^end]);
        if (from.Count == 0 || to.Count == 0)
            return [new DiffBlock(start, from.Count, start, to.Count)];
        return Differ
            .Instance.CreateDiffs("before", "after", false, false, new Chunks(from, to))
            .DiffBlocks.Select(block => new DiffBlock(
                block.DeleteStartA + start,
                block.DeleteCountA,
                block.InsertStartB + start,
                block.InsertCountB
            ));
    }

    /// <summary>Words, single signs, and stretches of white space, in their order: nothing is lost.</summary>
    public static List<string> Tokens(string text)
    {
        var (tokens, at) = (new List<string>(), 0);
        while (at < text.Length)
        {
            var length = Word(text.AsSpan(at));
            tokens.Add(text.Substring(at, length));
            at += length;
        }
        return tokens;
    }

    private static int Word(ReadOnlySpan<char> text)
    {
        var end = 0;
        if (char.IsWhiteSpace(text[0]))
        {
            while (end < text.Length && char.IsWhiteSpace(text[end]))
                end++;
            return end;
        }
        while (end < text.Length && IsOfWord(text, end) && !IsSpaceless(text[end]))
            end++;
        // An accent, a variation, a family of four: what is read as one character stays one.
        return end > 0 ? end : StringInfo.GetNextTextElementLength(text);
    }

    private static bool IsOfWord(ReadOnlySpan<char> text, int at) =>
        char.IsLetterOrDigit(text[at])
        || CharUnicodeInfo.GetUnicodeCategory(text[at])
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
        || (
            text[at] is '\'' or '’' or 'ʼ' or '-' or '.' or ','
            && at > 0
            && at + 1 < text.Length
            && char.IsLetterOrDigit(text[at - 1])
            && char.IsLetterOrDigit(text[at + 1])
        );

    // Han, kana, Thai, Lao, Myanmar, Khmer.
    private static bool IsSpaceless(char c) =>
        c
            is (>= '\u2E80' and <= '\u9FFF')
                or (>= '\uF900' and <= '\uFAFF')
                or (>= '\u0E00' and <= '\u0EFF')
                or (>= '\u1000' and <= '\u109F')
                or (>= '\u1780' and <= '\u17FF');

    // What stands between two changes and is only a space is read more easily as a part of them.
    private static IEnumerable<DiffBlock> Joined(IEnumerable<DiffBlock> changes, List<string> old)
    {
        DiffBlock? open = null;
        foreach (var change in changes)
        {
            if (open is not null && IsSpace(old, open.DeleteStartA + open.DeleteCountA, change.DeleteStartA))
                open = new DiffBlock(
                    open.DeleteStartA,
                    change.DeleteStartA + change.DeleteCountA - open.DeleteStartA,
                    open.InsertStartB,
                    change.InsertStartB + change.InsertCountB - open.InsertStartB
                );
            else
            {
                if (open is not null)
                    yield return open;
                open = change;
            }
        }
        if (open is not null)
            yield return open;
    }

    private static bool IsSpace(List<string> pieces, int from, int to) =>
        to - from == 1 && string.IsNullOrWhiteSpace(pieces[from]);

    private static void Add(List<ChangedPiece> pieces, PieceMark mark, List<string> tokens, int from, int to)
    {
        var text = string.Concat(tokens[from..to]);
        if (text.Length == 0)
            return;
        if (mark != PieceMark.Same || text.Length <= 4 * Context)
        {
            pieces.Add(new ChangedPiece(mark, text));
            return;
        }
        var (head, tail) = (Edge(text, Context), Edge(text, text.Length - Context));
        pieces.Add(new ChangedPiece(mark, text[..head], text[head..tail], text[tail..]));
    }

    private static int Edge(string text, int at)
    {
        var space = text.IndexOf(' ', at);
        var edge = space < 0 || space > at + 30 ? at : space;
        return char.IsLowSurrogate(text[edge]) ? edge + 1 : edge;
    }

    private sealed class Chunks(List<string> before, List<string> after) : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => text == "before" ? before : after;
    }
}
