namespace OnRecord.Attribution.English;

/// <summary>Words that name a source, by items: the noun phrase itself, and how far its appositions reach.</summary>
/// <param name="From">The first item.</param>
/// <param name="CoreTo">The item after the noun phrase.</param>
/// <param name="To">The item after its appositions.</param>
internal readonly record struct Mention(int From, int CoreTo, int To)
{
    public static Mention Plain(int from, int to) => new(from, to, to);
}
