using System.Text;

namespace OnRecord.Documents;

/// <summary>Proposes the language of words that stand in another writing system than the story's, so that screen readers and hyphenation are right.</summary>
public static class LanguageProposal
{
    /// <summary>The document with <see cref="Language"/> marks on such words. Words already marked are left as they are; Latin words in a text of
    /// another script are names and brands as a rule and stay unmarked.</summary>
    /// <param name="document">The text.</param>
    /// <param name="language">The story's own language, a BCP 47 tag; null takes the writing system most letters are of.</param>
    public static StoryDocument Mark(StoryDocument document, string? language = null)
    {
        var text = PlainText.Of(document);
        var own = WritingSystem.MostOf(text);
        return own is null ? document : Rewrite.Inlines(document, content => Mark(content, own, language));
    }

    private static ValueList<Inline> Mark(ValueList<Inline> content, string own, string? language) =>
        content
            .SelectMany(inline =>
                inline is Text text && !text.Marks.Any(mark => mark is Language) ? Split(text, own, language) : [inline]
            )
            .ToValueList();

    private static IEnumerable<Inline> Split(Text text, string own, string? language)
    {
        foreach (var (words, code) in Runs(text.Value))
        {
            var tag =
                code is null || code == own || code == "Latn" || IsJapanese(code, own)
                    ? null
                    : WritingSystem.Propose(code, words);
            yield return tag is null || tag == language
                ? text with
                {
                    Value = words,
                }
                : text with
                {
                    Value = words,
                    Marks = [.. text.Marks, new Language(tag)],
                };
        }
    }

    // Han and kana are one writing system to a Japanese reader.
    private static bool IsJapanese(string code, string own) => code is "Hani" or "Jpan" && own is "Hani" or "Jpan";

    // A run goes from the first letter of a writing system to the last before another one begins: spaces between two words of it are inside.
    private static IEnumerable<(string Words, string? Code)> Runs(string text)
    {
        int start = 0,
            lastLetterEnd = 0,
            at = 0;
        string? current = null;
        foreach (var rune in text.EnumerateRunes())
        {
            var code = WritingSystem.Of(rune);
            if (code is not null && code != current)
            {
                var cut = current is null or "Latn" ? at : lastLetterEnd;
                if (cut > start)
                    yield return (text[start..cut], current);
                if (at > cut)
                    yield return (text[cut..at], null);
                (start, current) = (at, code);
            }
            at += rune.Utf16SequenceLength;
            if (code is not null)
                lastLetterEnd = at;
        }
        if (current is not null && lastLetterEnd > start)
            yield return (text[start..lastLetterEnd], current);
        if (at > Math.Max(start, lastLetterEnd) || current is null)
            yield return (text[(current is null ? start : lastLetterEnd)..], null);
    }
}
