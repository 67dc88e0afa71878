using System.Text;

namespace OnRecord.Search;

/// <summary>The words of a text as search compares them, each with its place.</summary>
internal static class TextWords
{
    /// <summary>What of a word is longer is not looked at.</summary>
    public const int LongestWord = 40;

    private const int LongestRun = 240;

    /// <param name="start">The first UTF-16 unit in the text.</param>
    /// <param name="end">The unit after the last.</param>
    /// <param name="isRun">Of a script without spaces: not one word, but any number.</param>
    public delegate void Visit(int start, int end, ReadOnlySpan<char> folded, bool isRun);

    public static void Each(string text, Visit visit)
    {
        var word = new Word(stackalloc char[LongestRun], visit);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (!char.IsSurrogate(letter))
                word.Take(at, at + 1, Letters.Fold(letter), letter, Letters.IsRun(letter));
            else if (Rune.TryGetRuneAt(text, at, out var rune))
                word.Take(at, ++at + 1, Letters.Fold(rune), letter, Letters.IsRun(rune.Value));
            else
                word.End();
        }
        word.End();
    }

    /// <summary>What a run is found by: each of its letters, and each two that follow one another.</summary>
    public static IEnumerable<string> Grams(string run, bool singles)
    {
        var runes = run.EnumerateRunes().ToArray();
        for (var at = 0; at < runes.Length; at++)
        {
            if (singles || runes.Length == 1)
                yield return runes[at].ToString();
            if (at > 0)
                yield return $"{runes[at - 1]}{runes[at]}";
        }
    }

    private ref struct Word(Span<char> letters, Visit visit)
    {
        private readonly Span<char> letters = letters;
        private int length;
        private int start;
        private int end;
        private int apostrophe;
        private char last;
        private bool isRun;

        public void Take(int from, int to, string folded, char written, bool ofRun)
        {
            if (folded == Letters.Parting || (length > 0 && folded.Length > 0 && ofRun != isRun))
                End();
            if (folded == Letters.Parting)
                return;
            // й in two parts is a letter of its own, not и with an accent.
            if (written == '\u0306' && length > 0 && last is 'и' or 'И')
                letters[length - 1] = 'й';
            if (Letters.IsApostrophe(written))
                apostrophe = length;
            if (folded.Length == 0)
                return;
            if (length == 0)
                (start, isRun, apostrophe) = (from, ofRun, -1);
            (end, last) = (to, written);
            if (length + folded.Length > (isRun ? LongestRun : LongestWord))
            {
                if (!isRun)
                    return;
                End();
                (start, end, isRun, apostrophe) = (from, to, true, -1);
            }
            folded.CopyTo(letters[length..]);
            length += folded.Length;
        }

        public void End()
        {
            // Putin's is Putin.
            if (length > 1 && apostrophe == length - 1 && letters[length - 1] == 's')
                length--;
            if (length > 0)
                visit(start, end, letters[..length], isRun);
            length = 0;
        }
    }
}
