using System.Globalization;
using OnRecord.Attribution.Words;

namespace OnRecord.Attribution.Text;

/// <summary>Cuts a text into words and marks, once from left to right.</summary>
internal static class Tokenizer
{
    private const int LongestWord = 200;

    public static Token[] Read(string text)
    {
        var tokens = new List<Token>(text.Length / 5 + 8);
        var at = 0;
        while (at < text.Length)
        {
            var letter = text[at];
            if (char.IsWhiteSpace(letter))
                at = Blank(text, at, tokens);
            else if (
                char.IsLetterOrDigit(letter)
                || char.IsSurrogate(letter)
                || letter is '@' or '#' or '$' or '£' or '€'
            )
                at = Word(text, at, tokens);
            else
                at = Mark(text, at, tokens);
        }
        return [.. tokens];
    }

    private static int Blank(string text, int at, List<Token> tokens)
    {
        var start = at;
        var lines = 0;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            if (
                text[at] is '\n' or '\u2029' or '\u2028'
                || (text[at] == '\r' && (at + 1 >= text.Length || text[at + 1] != '\n'))
            )
                lines++;
            at++;
        }
        if (lines > 1 || (lines == 1 && EndsLine(text, start, at)))
            tokens.Add(new Token(start, at, TokenKind.Break, Traits.None, null, CueForm.None));
        return at;
    }

    // A single line feed parts paragraphs where the line before it was not broken for its length.
    private static bool EndsLine(string text, int end, int next)
    {
        if (next >= text.Length)
            return true;
        var from = Math.Max(0, end - 60);
        var line = text.LastIndexOf('\n', Math.Max(0, end - 1), Math.Max(0, end - from));
        var brief = line >= 0 || from == 0;
        return !char.IsLower(text[next])
            && (brief || (end > 0 && text[end - 1] is '.' or '!' or '?' or '”' or '"' or '»' or ':'));
    }

    private static int Word(string text, int start, List<Token> tokens)
    {
        var at = start + 1;
        var limit = Math.Min(text.Length, start + LongestWord);
        while (at < limit)
        {
            var letter = text[at];
            if (
                char.IsLetterOrDigit(letter)
                || char.IsSurrogate(letter)
                || letter is '_' or '%'
                || IsMarkOnLetter(letter)
            )
                at++;
            else if (at + 1 < limit && char.IsLetterOrDigit(text[at + 1]) && Joins(text, start, at, letter))
                at++;
            else
                break;
        }
        if (at < text.Length && text[at] == '.' && Abbreviations.Is(text.AsSpan(start, at - start)))
            at++;
        var apostrophe = Clitic(text, start, at);
        if (apostrophe > start)
        {
            Put(text, start, apostrophe, tokens);
            tokens.Add(Classify(text, apostrophe, at, TokenKind.Clitic));
        }
        else
        {
            Put(text, start, at, tokens);
        }
        return at;
    }

    private static bool IsMarkOnLetter(char letter) =>
        letter >= 0x300
        && char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool Joins(string text, int start, int at, char letter) =>
        letter switch
        {
            '-' or '‑' or '\'' or '’' or '_' or '@' or '/' => true,
            '.' or ',' or ':' => char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1])
                || (letter == '.' && Dotted(text, start, at)),
            '&' => true,
            _ => false,
        };

    // U.S., a.m., example.org
    private static bool Dotted(string text, int start, int at) =>
        at - start == 1 || text[at - 2] == '.' || (char.IsLower(text[at + 1]) && char.IsLetterOrDigit(text[at - 1]));

    private static int Clitic(string text, int start, int end)
    {
        var mark = -1;
        for (var at = end - 1; at > start && end - at <= 3; at--)
        {
            if (text[at] is '\'' or '’')
                mark = at;
        }
        if (mark < 0)
            return -1;
        return text.AsSpan(mark + 1, end - mark - 1) switch
        {
            "s" or "S" or "re" or "ve" or "ll" or "d" or "m" => mark,
            _ => -1,
        };
    }

    private static void Put(string text, int start, int end, List<Token> tokens) =>
        tokens.Add(
            Classify(
                text,
                start,
                end,
                (char.IsDigit(text[start]) && (end - start < 4 || !char.IsLetter(text[end - 1])))
                || (end - start > 1 && text[start] is '$' or '£' or '€')
                    ? TokenKind.Number
                    : TokenKind.Word
            )
        );

    private static Token Classify(string text, int start, int end, TokenKind kind)
    {
        var word = text.AsSpan(start, end - start);
        var entry = word.Contains('’') && word.Length <= 12 ? Straight(word) : Lexicon.Of(word);
        var traits = entry.Traits;
        if (kind == TokenKind.Word && char.IsUpper(text[start]))
        {
            traits |= Traits.Capital;
            if (word.Length > 1 && word.Length <= 6 && !word.ContainsAnyInRange('a', 'z'))
                traits |= Traits.Acronym;
        }
        return new Token(start, end, kind, traits, entry.Cue, entry.Form);
    }

    private static Lexicon.Entry Straight(ReadOnlySpan<char> word)
    {
        Span<char> straight = stackalloc char[word.Length];
        word.Replace(straight, '’', '\'');
        return Lexicon.Of(straight);
    }

    private static int Mark(string text, int at, List<Token> tokens)
    {
        var end = at + 1;
        var kind = text[at] switch
        {
            ',' => TokenKind.Comma,
            ':' => TokenKind.Colon,
            ';' => TokenKind.Semicolon,
            '.' or '!' or '?' or '…' => TokenKind.Stop,
            '(' or '[' => TokenKind.Open,
            ')' or ']' => TokenKind.Close,
            '—' or '–' => TokenKind.Dash,
            '-' => Hyphen(text, at),
            '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '‹' or '›' or '\'' or '‘' or '’' or '‚' or '`' =>
                TokenKind.Quote,
            _ => TokenKind.Other,
        };
        if (kind is TokenKind.Stop or TokenKind.Dash)
        {
            while (end < text.Length && end - at < LongestWord && text[end] == text[at])
                end++;
        }
        if (kind == TokenKind.Quote && text[at] is '\'' or '`' && end < text.Length && text[end] == text[at])
            end++;
        tokens.Add(new Token(at, end, kind, Traits.None, null, CueForm.None));
        return end;
    }

    private static TokenKind Hyphen(string text, int at) =>
        at > 0
        && (char.IsWhiteSpace(text[at - 1]) || text[at - 1] == '-' || (at + 1 < text.Length && text[at + 1] == '-'))
            ? TokenKind.Dash
            : TokenKind.Other;
}
