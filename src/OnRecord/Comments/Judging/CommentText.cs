namespace OnRecord.Comments.Judging;

/// <summary>A word or a link of a comment: where it lies among the folded letters and in the plain text.</summary>
internal struct Token
{
    public int Start;
    public int Length;
    public int SourceStart;
    public int SourceEnd;

    /// <summary>Which of the comment's links this is, or -1.</summary>
    public int Link;
    public WordKind Kind;
    public bool IsNumber;
}

/// <summary>
/// A comment taken apart: folded words, links, and how it is written. One a thread, used again for each comment, so that reading one costs no
/// memory: what <see cref="Of"/> gives holds until the thread reads its next.
/// </summary>
internal sealed partial class CommentText
{
    /// <summary>What is judged of a comment that is longer; the rest changes no verdict.</summary>
    public const int Longest = 20_000;

    [ThreadStatic]
    private static CommentText? mine;

    private char[] letters = new char[1024];
    private int filled;
    private Token[] tokens = new Token[256];
    private readonly List<Link> links = [];

    private CommentText() { }

    public string Plain { get; private set; } = "";
    public int Count { get; private set; }
    public List<Link> Links => links;

    /// <summary>Small and capital letters, counted.</summary>
    public int Letters { get; private set; }
    public int Capitals { get; private set; }
    public int Emoji { get; private set; }
    public int Exclamations { get; private set; }
    public int Questions { get; private set; }
    public int LongestRun { get; private set; }
    public int ZeroWidth { get; private set; }
    public int Dressed { get; private set; }
    public int MixedWords { get; private set; }
    public int SpacedWords { get; private set; }
    public int HiddenLinks { get; private set; }
    public int Phones { get; private set; }
    public int ShortCodes { get; private set; }
    public int Sums { get; private set; }
    public int Mails { get; private set; }
    public int Arrows { get; private set; }

    public static CommentText Of(string text)
    {
        var read = mine ??= new CommentText();
        read.Read(CommentMarkup.Plain(text.Length > Longest ? text[..Longest] : text));
        return read;
    }

    public ref Token this[int at] => ref tokens[at];

    /// <summary>A token's folded letters; of a link, its host.</summary>
    public ReadOnlySpan<char> Word(int at) => letters.AsSpan(tokens[at].Start, tokens[at].Length);

    private void Clear(string plain)
    {
        Plain = plain;
        Count = filled = 0;
        links.Clear();
        Letters = Capitals = Emoji = Exclamations = Questions = LongestRun = ZeroWidth = Dressed = 0;
        MixedWords = SpacedWords = HiddenLinks = Phones = ShortCodes = Sums = Mails = Arrows = 0;
        // Each character is folded once, and at most once more where letters stand apart.
        if (letters.Length < (2 * plain.Length) + 8)
            letters = new char[(2 * plain.Length) + 1024];
        if (tokens.Length < plain.Length + 8)
            tokens = new Token[plain.Length + 256];
    }

    private void Add(int start, int sourceStart, int sourceEnd, int link = -1, bool number = false) =>
        tokens[Count++] = new Token
        {
            Start = start,
            Length = filled - start,
            SourceStart = sourceStart,
            SourceEnd = sourceEnd,
            Link = link,
            IsNumber = number,
            Kind = link >= 0 || number ? WordKind.None : WordKinds.Of(letters.AsSpan(start, filled - start)),
        };
}
