namespace OnRecord.Attribution.English;

/// <summary>What follows a verb that attributes.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">Where it begins, by item; where nothing follows, the item behind the verb's adverbials.</param>
/// <param name="Told">Who is told.</param>
internal readonly record struct Complement(ComplementKind Kind, int From, Mention? Told);

internal enum ComplementKind
{
    None,
    Clause,
    Quote,
    Infinitive,
    Gerund,
}
