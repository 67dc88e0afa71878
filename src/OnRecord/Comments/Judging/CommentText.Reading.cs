using System.Buffers;
using System.Globalization;

namespace OnRecord.Comments.Judging;

internal sealed partial class CommentText
{
    private const int PhoneDigits = 9;

    private static readonly SearchValues<char> OfAHiddenDot = SearchValues.Create(" .()[]*,");

    private void Read(string plain)
    {
        Clear(plain);
        var text = plain.AsSpan();
        for (var at = 0; at < text.Length; )
        {
            if (!IsWordLetter(text, at))
                at = Mark(text, at);
            else if (FindLinks.At(text, at, out var link))
                at = AddLink(text, link);
            else
                at = AddWord(text, at);
        }
        JoinSpacedLetters(text);
        FindHiddenLinks(text);
    }

    private static bool IsWordLetter(ReadOnlySpan<char> text, int at) =>
        IsLetter(text[at])
        || (at + 1 < text.Length && FoldedLetters.Undress(text[at], text[at + 1]) != FoldedLetters.Unseen);

    // Circled and other dressed letters are symbols to Unicode and letters to whoever reads them.
    private static bool IsLetter(char letter) =>
        char.IsLetterOrDigit(letter) || char.IsAsciiLetterOrDigit(FoldedLetters.Fold(letter));

    private int AddLink(ReadOnlySpan<char> text, Link link)
    {
        var start = filled;
        foreach (var letter in link.Host(text))
        {
            if (FoldedLetters.Fold(letter) is var folded and not FoldedLetters.Unseen)
                letters[filled++] = folded;
        }
        Add(start, link.Start, link.End, links.Count);
        links.Add(link);
        return link.End;
    }

    private int AddWord(ReadOnlySpan<char> text, int at)
    {
        var (begin, start, run, digits) = (at, filled, 1, 0);
        for (; at < text.Length; at++)
        {
            var letter = text[at];
            var folded = FoldedLetters.Fold(letter);
            if (folded == FoldedLetters.Unseen || folded == '\'')
            {
                var inside = at + 1 < text.Length && IsLetter(text[at + 1]);
                if (!inside)
                    break;
                ZeroWidth += FoldedLetters.IsZeroWidth(letter) ? 1 : 0;
                continue;
            }
            if (!IsLetter(letter))
            {
                if (
                    at + 1 == text.Length
                    || (folded = FoldedLetters.Undress(letter, text[at + 1])) == FoldedLetters.Unseen
                )
                    break;
                Dressed++;
                at++;
            }
            Dressed += letter is >= '\uff00' and < '\uff60' or >= '\u2460' and < '\u2500' ? 1 : 0;
            Capitals += char.IsUpper(letter) ? 1 : 0;
            digits += char.IsAsciiDigit(folded) ? 1 : 0;
            run = filled > start && letters[filled - 1] == folded ? run + 1 : 1;
            Append(folded, run);
        }
        Letters += filled - start - digits;
        FinishWord(text, start, begin, at, digits);
        return Math.Max(at, begin + 1);
    }

    // A letter held down, “soooo” and “plzzzz”, is one letter; a double one stays double.
    private void Append(char folded, int run)
    {
        LongestRun = Math.Max(LongestRun, run);
        if (run < 3 || char.IsAsciiDigit(folded))
            letters[filled++] = folded;
        else if (run == 3)
            filled--;
    }

    private void FinishWord(ReadOnlySpan<char> text, int start, int begin, int end, int digits)
    {
        if (filled == start)
            return;
        var word = letters.AsSpan(start, filled - start);
        if (digits == word.Length)
        {
            ReadNumber(text, begin, end);
            word.Fill('0');
            Add(start, begin, end, number: true);
            return;
        }
        if (word.Length > 2 && FoldedLetters.Unmix(word))
            MixedWords++;
        Add(start, begin, end);
    }

    private void ReadNumber(ReadOnlySpan<char> text, int begin, int end)
    {
        var before = begin > 0 ? text[begin - 1] : ' ';
        Sums +=
            before is '$' or '£' or '€' or '₴' || (end < text.Length && text[end] is '$' or '£' or '€' or '₴') ? 1 : 0;
        ShortCodes += end - begin == 5 && before is ' ' ? 1 : 0;
        // A number that a number with a space or dash went before was counted with it.
        if (
            Count > 0
            && tokens[Count - 1].IsNumber
            && begin - tokens[Count - 1].SourceEnd <= 2
            && before is ' ' or '-' or '(' or ')'
        )
            return;
        var (digits, at) = (0, begin);
        for (; at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is ' ' or '-' or '(' or ')'); at++)
            digits += char.IsAsciiDigit(text[at]) ? 1 : 0;
        var alone = end - begin;
        Phones +=
            alone is >= PhoneDigits and <= 14
            || (digits is >= PhoneDigits and <= 14 && (before is '+' or '(' || text[begin] == '0'))
                ? 1
                : 0;
    }

    private int Mark(ReadOnlySpan<char> text, int at)
    {
        var mark = text[at];
        if (char.IsHighSurrogate(mark) && at + 1 < text.Length)
        {
            Emoji++;
            return at + 2;
        }
        var length = 1;
        while (at + length < text.Length && text[at + length] == mark)
            length++;
        if (mark is '!' or '！')
            Exclamations = Math.Max(Exclamations, length);
        else if (mark is '?')
            Questions++;
        else if (mark is '>' && (length > 1 || (at > 0 && text[at - 1] is '-' or '=')) || mark is '→' or '►' or '➜')
            Arrows++;
        else if (
            mark is '@'
            && at > 0
            && char.IsLetterOrDigit(text[at - 1])
            && at + 1 < text.Length
            && char.IsLetterOrDigit(text[at + 1])
        )
            Mails++;
        else if (
            mark is >= '\u2600' and < '\u27c0'
            || CharUnicodeInfo.GetUnicodeCategory(mark) == UnicodeCategory.OtherSymbol
        )
            Emoji += length;
        if (!char.IsWhiteSpace(mark))
            LongestRun = Math.Max(LongestRun, length);
        return at + length;
    }

    // “f r e e”, “s.u.b”: three or more letters each alone.
    private void JoinSpacedLetters(ReadOnlySpan<char> text)
    {
        var last = Count;
        for (var at = 0; at < last; at++)
        {
            var end = at;
            while (end < last && IsLone(end) && (end == at || SameGap(text, at, end)))
                end++;
            if (end - at < 3)
                continue;
            SpacedWords++;
            Join(at, end);
            // “a f r e e gift”: a word of one letter may stand before.
            if (end - at > 3)
                Join(at + 1, end);
            at = end;
        }
    }

    private void Join(int first, int end)
    {
        var start = filled;
        for (var letter = first; letter < end; letter++)
            letters[filled++] = letters[tokens[letter].Start];
        Add(start, tokens[first].SourceStart, tokens[end - 1].SourceEnd);
    }

    private bool SameGap(ReadOnlySpan<char> text, int first, int at)
    {
        var gap = tokens[at].SourceStart - tokens[at - 1].SourceEnd;
        return gap is 1 or 2 && text[tokens[first].SourceEnd] == text[tokens[at - 1].SourceEnd];
    }

    private bool IsLone(int at) => tokens[at] is { Length: 1, IsNumber: false, Link: -1 };

    // “kids . com”, “shop dot com”: a link that is to be read but not to be found.
    private void FindHiddenLinks(ReadOnlySpan<char> text)
    {
        for (var at = 1; at < Count; at++)
        {
            if (
                tokens[at].Link >= 0
                || char.IsUpper(text[tokens[at].SourceStart])
                || Word(at) is not ("com" or "net" or "org" or "info" or "ru" or "ua" or "biz" or "tk")
            )
                continue;
            ref var before = ref tokens[at - 1];
            var gap = tokens[at].SourceStart - before.SourceEnd;
            if (gap is < 1 or > 6)
                continue;
            var between = text.Slice(before.SourceEnd, gap);
            var dotted = gap > 1 && between.Contains('.') && !between.ContainsAnyExcept(OfAHiddenDot);
            if (dotted || Word(at - 1) is "dot" or "точка" or "крапка")
                HiddenLinks++;
        }
    }
}
