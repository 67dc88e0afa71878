using System.Collections.Frozen;

namespace OnRecord.Attribution.Languages;

/// <summary>The words by which a language attributes.</summary>
internal sealed record Phrasebook
{
    /// <summary>Verbs of saying, as they stand in news.</summary>
    public required FrozenSet<string> Verbs { get; init; }

    /// <summary>Words that open what is said: <c>dass</c>, <c>що</c>.</summary>
    public required FrozenSet<string> That { get; init; }

    /// <summary>Words before a source that needs no verb: <c>laut</c>, <c>за словами</c>; several words are parted by a space.</summary>
    public required string[] According { get; init; }

    /// <summary>Pronouns for a person who spoke before.</summary>
    public required FrozenSet<string> Pronouns { get; init; }

    /// <summary>Words that may stand within a name.</summary>
    public required FrozenSet<string> Links { get; init; }

    /// <summary>Words for bodies.</summary>
    public required FrozenSet<string> Bodies { get; init; }

    /// <summary>Words for people who are not named.</summary>
    public required FrozenSet<string> Unnamed { get; init; }

    /// <summary>Words for several people.</summary>
    public required FrozenSet<string> Groups { get; init; }

    /// <summary>Words for outlets.</summary>
    public required FrozenSet<string> Outlets { get; init; }

    /// <summary>Words with a capital that are no names where they open a sentence.</summary>
    public required FrozenSet<string> Openers { get; init; }

    public static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
