using System.Collections.Frozen;

namespace OnRecord.Comments.Judging;

/// <summary>
/// Slurs, insults and threats that are held for a person to read. A line is a word, a word's beginning (<c>word*</c>) or several words. Matched on
/// word borders, through spaces and dots between letters, digits for letters, letters of the other alphabet and letters held down.
/// </summary>
internal sealed class AbuseList
{
    private const int LongestWord = 40;
    private const int Starts = 4096;

    private readonly bool[] starts = new bool[Starts];

    private readonly FrozenSet<string> words;
    private readonly FrozenSet<string> beginnings;
    private readonly FrozenDictionary<string, string[][]> phrases;
    private readonly FrozenSet<string> exceptions;
    private readonly int[] lengths;
    private readonly AbuseReading.Listed listed;

    private AbuseList(IReadOnlyList<string> lines, IEnumerable<string> exceptions)
    {
        listed = IsListed;
        var split = lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var single = split.Where(line => line.Length == 1).Select(line => line[0]).ToList();
        Lines = lines;
        words = single.Where(word => !word.EndsWith('*')).Select(AbuseReading.Plain).ToFrozenSet();
        beginnings = single
            .Where(word => word.EndsWith('*') && word.Length > 1)
            .Select(word => AbuseReading.Plain(word[..^1]))
            .ToFrozenSet();
        phrases = split
            .Where(line => line.Length > 1)
            .Select(line => line.Select(AbuseReading.Plain).ToArray())
            .GroupBy(line => line[0])
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
        this.exceptions = exceptions.Select(AbuseReading.Plain).ToFrozenSet();
        foreach (var word in words.Concat(beginnings).Where(word => word.Length > 1))
            starts[Start(word)] = true;
        lengths = [.. beginnings.Select(beginning => beginning.Length).Distinct().Order()];
    }

    public static AbuseList Shipped { get; } =
        new(
            [
                .. ShippedLists.Lines("abuse.en.txt"),
                .. ShippedLists.Lines("abuse.uk.txt"),
                .. ShippedLists.Lines("abuse.ru.txt"),
            ],
            ShippedLists.Lines("abuse-exceptions.txt")
        );

    public static AbuseList None { get; } = new([], []);

    private IReadOnlyList<string> Lines { get; }

    /// <summary>This list with a newsroom's own words, and without what it takes for harmless.</summary>
    public AbuseList With(IEnumerable<string> more, IEnumerable<string> harmless) =>
        new([.. Lines, .. Cleaned(more)], [.. exceptions, .. Cleaned(harmless)]);

    /// <summary>The first word or words of the text that are on the list, as they are written there; null where none is.</summary>
    public string? Find(CommentText text)
    {
        for (var at = 0; at < text.Count; at++)
        {
            if (text[at].Link >= 0 || text[at].IsNumber)
                continue;
            if (IsListed(text.Word(at)) || PhraseAt(text, at) > 0)
                return Written(text, at, Math.Max(1, PhraseAt(text, at)));
        }
        return AbuseReading.FindDisguised(text, listed);
    }

    private static IEnumerable<string> Cleaned(IEnumerable<string> lines) =>
        lines.Select(line => line.Trim().ToLowerInvariant()).Where(line => line.Length > 0);

    private bool IsListed(ReadOnlySpan<char> word) =>
        (Has(word) || (word.Length > 4 && HasWithout(word)))
        && !exceptions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    // “fuuck”: a letter written twice that is one.
    private bool HasWithout(ReadOnlySpan<char> word)
    {
        Span<char> single = stackalloc char[Math.Min(word.Length, LongestWord)];
        var length = 0;
        foreach (var letter in word[..single.Length])
        {
            if (length == 0 || single[length - 1] != letter)
                single[length++] = letter;
        }
        return length < single.Length && length > 3 && Has(single[..length]);
    }

    private bool Has(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || !starts[Start(word)])
            return false;
        if (words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            return true;
        var stems = beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var length in lengths)
        {
            if (length > word.Length)
                return false;
            if (stems.Contains(word[..length]))
                return true;
        }
        return false;
    }

    // Most words begin as none of the list does: two letters tell that sooner than any look-up.
    private static int Start(ReadOnlySpan<char> word) => ((word[0] * 61) + word[1]) & (Starts - 1);

    private int PhraseAt(CommentText text, int at)
    {
        if (!phrases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.Word(at), out var begun))
            return 0;
        foreach (var phrase in begun)
        {
            var matched = 1;
            while (
                matched < phrase.Length
                && at + matched < text.Count
                && text.Word(at + matched).SequenceEqual(phrase[matched])
            )
                matched++;
            if (matched == phrase.Length)
                return matched;
        }
        return 0;
    }

    private static string Written(CommentText text, int at, int words) =>
        text.Plain[text[at].SourceStart..text[at + words - 1].SourceEnd];
}
