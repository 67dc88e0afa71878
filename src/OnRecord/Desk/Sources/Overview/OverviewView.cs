using OnRecord.Platform.Pages;

namespace OnRecord.Desk.Sources.Overview;

/// <summary>Whom the newsroom listens to, in numbers.</summary>
public sealed record OverviewView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }

    /// <summary>Which days are counted: the key of its word.</summary>
    public required string Period { get; init; }

    public required ShareView Share { get; init; }
    public required IReadOnlyList<RankView> Quoted { get; init; }
    public required IReadOnlyList<RankView> Outlets { get; init; }
    public required IReadOnlyList<MonthView> Months { get; init; }

    /// <summary>Statements before readers that nobody has checked; they are not counted.</summary>
    public required int Unchecked { get; init; }

    public bool IsEmpty => Share.All == 0 && Months.All(month => month.Share.All == 0);
}

/// <summary>Statements by how a reader can weigh them. Refusals are counted beside, since nothing is said in them.</summary>
public sealed record ShareView(int Named, int SecondHand, int NotNamed, int Refusals)
{
    public int All => Named + SecondHand + NotNamed;
}

/// <param name="Count">How many statements.</param>
/// <param name="Stories">In how many stories.</param>
/// <param name="Own">Of an outlet's, how many are its own reports.</param>
public sealed record RankView(Guid Id, string Name, string? Described, int Count, int Stories, int Own = 0);

/// <param name="Short">Such as “Mar”.</param>
/// <param name="BeginsYear">The year, where it begins with this month; otherwise null.</param>
public sealed record MonthView(string Name, string Short, string? BeginsYear, ShareView Share);

/// <summary>How often a source was quoted, month by month.</summary>
public sealed record SparkView(IReadOnlyList<SparkMonth> Counts)
{
    public const int Months = 24;

    public int Most => Counts.Max(month => month.Count);
    public int All => Counts.Sum(month => month.Count);
}

public sealed record SparkMonth(string Name, int Count);
