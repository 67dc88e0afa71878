namespace OnRecord.Attribution.CopyDesk.WordChoice;

/// <summary>The words that are taken for one another, each line read by <see cref="Confusion.Read"/>. A line that once spoke up wrongly goes, or gets
/// narrower.</summary>
internal static class Confusions
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Confusion> All =
    [
        .. $"{CommonConfusions.Lines}\n{RarerConfusions.Lines}"
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Confusion.Read),
    ];
}
