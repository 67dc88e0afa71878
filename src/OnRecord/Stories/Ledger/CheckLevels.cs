using OnRecord.Stories.Workflow;

namespace OnRecord.Stories.Ledger;

/// <summary>Which checks on sources stop publication, advise, or are not made: as the newsroom set them, otherwise as they come.</summary>
internal sealed class CheckLevels
{
    /// <summary>The checks in the order in which they are told, each with the level it comes with.</summary>
    public static readonly IReadOnlyList<(string Code, FindingLevel Level)> Known =
    [
        ("Proposed", FindingLevel.Stops),
        ("Unapproved", FindingLevel.Stops),
        ("NoReason", FindingLevel.Stops),
        ("NoStanding", FindingLevel.Stops),
        ("Lost", FindingLevel.Advises),
        ("QuoteWithoutSource", FindingLevel.Advises),
        ("ClaimWithoutSource", FindingLevel.Fine),
        ("SecondHand", FindingLevel.Advises),
        ("OneSource", FindingLevel.Advises),
        ("CopyDesk", FindingLevel.Advises),
    ];

    private readonly Dictionary<string, FindingLevel> set;

    private CheckLevels(Dictionary<string, FindingLevel> set) => this.set = set;

    /// <summary>Fine means that it is not looked for.</summary>
    public FindingLevel this[string code] => set.GetValueOrDefault(code, Known.First(one => one.Code == code).Level);

    /// <param name="written">Such as <c>Lost=Stops OneSource=Fine</c>.</param>
    public static CheckLevels Read(string written)
    {
        var set = new Dictionary<string, FindingLevel>();
        foreach (var pair in written.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (
                pair.Split('=') is [var code, var level]
                && Known.Any(one => one.Code == code)
                && Enum.TryParse<FindingLevel>(level, out var known)
            )
                set[code] = known;
        return new CheckLevels(set);
    }

    /// <summary>What differs from how the checks come.</summary>
    public static string Write(IEnumerable<(string Code, FindingLevel Level)> levels) =>
        string.Join(' ', levels.Except(Known).Select(one => $"{one.Code}={one.Level}"));
}
