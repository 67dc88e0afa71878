namespace OnRecord.Attribution.CopyDesk;

/// <summary>A word of a text and what a copy editor sees at once about it.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Lower">It in lower case, with straight apostrophes.</param>
/// <param name="Sentence">The number of its sentence.</param>
/// <param name="Paragraph">The number of its paragraph.</param>
/// <param name="Capital">Whether it begins with a capital.</param>
/// <param name="Opens">Whether it is the first of its sentence.</param>
/// <param name="Quoted">Whether it stands between quotation marks.</param>
/// <param name="Joined">Whether only spaces, or one hyphen, part it from the word before.</param>
internal readonly record struct Word(
    Span Span,
    string Lower,
    int Sentence,
    int Paragraph,
    bool Capital,
    bool Opens,
    bool Quoted,
    bool Joined
)
{
    /// <summary>It in lower case without the sign of possession.</summary>
    public string Bare =>
        Lower.EndsWith("'s", StringComparison.Ordinal) ? Lower[..^2]
        : Lower.EndsWith('\'') ? Lower[..^1]
        : Lower;
}
