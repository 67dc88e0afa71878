using System.Collections.Frozen;

namespace OnRecord.Comments.Judging;

/// <summary>
/// What a word is about, in whatever language and form: “subscribe”, “підпишись” and “подпишись” are one. It lets a filter that learned from
/// English understand the same thing in Ukrainian.
/// </summary>
internal enum WordKind : byte
{
    None,
    Subscribe,
    Look,
    Act,
    Buy,
    Reach,
    Mine,
    Work,
    Please,
    Greet,
    Money,
    Win,
    Adult,
    Cure,
    Gamble,
    Place,
    Begin,
    Ours,
}

internal static class WordKinds
{
    public const int Count = (int)WordKind.Ours + 1;

    private static readonly FrozenDictionary<string, WordKind> Words = (
        from line in ShippedLists.Lines("word-kinds.txt")
        let colon = line.IndexOf(':', StringComparison.Ordinal)
        let kind = Enum.Parse<WordKind>(line[..colon], ignoreCase: true)
        from word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
        group kind by word
    ).ToFrozenDictionary(words => words.Key, words => words.First());

    private static readonly FrozenDictionary<string, WordKind>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind of a folded word.</summary>
    public static WordKind Of(ReadOnlySpan<char> word) => BySpan.TryGetValue(word, out var kind) ? kind : WordKind.None;
}
