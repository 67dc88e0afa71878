namespace OnRecord.Attribution.CopyDesk;

/// <summary>A text cut into words, in one pass.</summary>
/// <param name="Text">The text.</param>
/// <param name="Words">Its words in order.</param>
internal sealed record CopyText(string Text, IReadOnlyList<Word> Words)
{
    private static readonly HashSet<string> Abbreviations =
    [
        .. "mr mrs ms dr st gov sen rep gen lt col sgt capt rev hon prof jr sr no vs inc co ltd corp dept det insp cllr jan feb mar apr jun jul aug sep sept oct nov dec".Split(
            ' '
        ),
    ];

    /// <summary>The words at a span.</summary>
    public string this[Span span] => Text[span.Start..span.End];

    /// <summary>The words from one to another, both inside.</summary>
    public Span Between(int first, int last) => new(Words[first].Span.Start, Words[last].Span.End);

    /// <summary>The lower-case word at a place; empty beyond either end.</summary>
    public string At(int index) => index >= 0 && index < Words.Count ? Words[index].Lower : "";

    /// <summary>Cuts a text into words.</summary>
    public static CopyText Read(string text)
    {
        var words = new List<Word>();
        var gap = new Gap();
        for (var at = 0; at < text.Length; )
            if (IsWord(text[at]))
            {
                var end = EndOf(text, at);
                var capital = char.IsUpper(text[at]);
                gap.Meet(capital || char.IsDigit(text[at]), words.Count == 0 ? "" : words[^1].Lower);
                words.Add(
                    new(
                        new(at, end),
                        text[at..end].ToLowerInvariant().Replace('’', '\''),
                        gap.Sentence,
                        gap.Paragraph,
                        capital,
                        gap.Opens,
                        gap.Quoted,
                        gap.Joins && words.Count > 0
                    )
                );
                gap.Clear();
                at = end;
            }
            else
                gap.Add(text[at++]);
        return new(text, words);
    }

    private static bool IsWord(char sign) => char.IsLetterOrDigit(sign);

    private static int EndOf(string text, int at)
    {
        while (at < text.Length && (IsWord(text[at]) || Inside(text, at)))
            at++;
        return at;
    }

    /// <summary>Whether a sign between two letters or two digits is part of the word: <c>it's</c>, <c>2.6</c>, <c>1,150</c>.</summary>
    private static bool Inside(string text, int at)
    {
        if (at + 1 >= text.Length)
            return false;
        var (before, after) = (text[at - 1], text[at + 1]);
        return text[at] switch
        {
            '\'' or '’' => char.IsLetter(before) && char.IsLetter(after),
            '.' or ',' => char.IsDigit(before) && char.IsDigit(after),
            >= '\u0300' and <= '\u036F' => char.IsLetter(before),
            _ => false,
        };
    }

    /// <summary>What stands between two words, and what it makes of the second.</summary>
    private struct Gap
    {
        private int breaks;
        private int signs;
        private bool hyphen;
        private bool ends;

        public Gap() => Opens = true;

        public int Sentence { get; private set; }

        public int Paragraph { get; private set; }

        public bool Opens { get; private set; }

        public bool Quoted { get; private set; }

        public readonly bool Joins => breaks < 2 && (signs == 0 || (signs == 1 && hyphen));

        public void Add(char sign)
        {
            if (sign == '\n' && ++breaks > 1)
                Quoted = false;
            if (char.IsWhiteSpace(sign))
                return;
            signs++;
            hyphen |= sign is '-' or '‐' or '‑';
            ends |= sign is '.' or '!' or '?' or '…' or ':';
            Quoted = sign switch
            {
                '“' or '«' or '„' => true,
                '”' or '»' => false,
                '"' => !Quoted,
                _ => Quoted,
            };
        }

        public void Meet(bool canOpen, string before)
        {
            Opens =
                before.Length == 0
                || breaks > 1
                || (ends && canOpen && before.Length > 1 && !Abbreviations.Contains(before));
            if (breaks > 1)
                Paragraph++;
            if (Opens && before.Length > 0)
                Sentence++;
        }

        public void Clear() => (breaks, signs, hyphen, ends) = (0, 0, false, false);
    }
}
