using OnRecord.Platform.Pages;

namespace OnRecord.Desk.Reports;

/// <summary>What readers reported, a page at a time.</summary>
public sealed record ReportsView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public required string State { get; init; }
    public required bool Mine { get; init; }

    /// <summary>The one story whose reports are listed; null for all.</summary>
    public Guid? Story { get; init; }

    public string? StoryHeadline { get; init; }
    public required IReadOnlyList<ReportRowView> Reports { get; init; }
    public string? Next { get; init; }
    public string? First { get; init; }
    public required IReadOnlyList<ReportMonthView> Months { get; init; }
    public required string Promise { get; init; }
    public bool IsNarrowed => Mine || Story is not null || State != "open";
}

/// <param name="Standing">How it stands to its deadline, in words.</param>
/// <param name="Urgency">The class of that.</param>
public sealed record ReportRowView(
    Guid Id,
    string Words,
    string Headline,
    string Language,
    string At,
    string Standing,
    string Urgency
);

/// <param name="Owed">How many had to be answered by now.</param>
public sealed record ReportMonthView(string Name, int Reported, int Owed, int InTime)
{
    /// <summary>In hundredths; null where nothing was owed.</summary>
    public int? Share => Owed == 0 ? null : 100 * InTime / Owed;
}

/// <summary>One report as the desk reads and answers it.</summary>
public sealed record ReportView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public IReadOnlyList<OnRecord.Platform.Problem> Problems { get; init; } = [];
    public required Guid Id { get; init; }
    public required Guid StoryId { get; init; }
    public required string Headline { get; init; }
    public required string Language { get; init; }

    /// <summary>The story's address among readers.</summary>
    public required string Path { get; init; }

    public required string Wrong { get; init; }
    public string? Passage { get; init; }
    public string? Known { get; init; }
    public string? Name { get; init; }

    /// <summary>How the reader is reached, as a sentence.</summary>
    public required string Reached { get; init; }

    public required string Sent { get; init; }
    public required string Standing { get; init; }
    public required string Urgency { get; init; }
    public FoundPassageView? Found { get; init; }

    /// <summary>Where the passage stands, as a sentence; null where the reader named none.</summary>
    public string? Where { get; init; }

    /// <summary>The versions an answer can point to.</summary>
    public required IReadOnlyList<LaterVersionView> Later { get; init; }

    public required bool IsOpen { get; init; }
    public required bool MayAnswer { get; init; }
    public required IReadOnlyList<string> Outcomes { get; init; }
    public string Outcome { get; init; } = "";
    public string Answer { get; init; } = "";
    public int? Version { get; init; }

    /// <summary>Who answered and when, as a sentence.</summary>
    public string? Answered { get; init; }

    /// <summary>How many others there are about the same story.</summary>
    public required int Others { get; init; }

    public string? Invalid(string field) => Problems.Any(problem => problem.Field == field) ? "true" : null;
}

public sealed record FoundPassageView(string Before, string Words, string Behind);

public sealed record LaterVersionView(int Number, string Said);

/// <summary>An open report beside the text of the story it is about.</summary>
public sealed record OpenReportView(Guid Id, string Words, string Standing, string Urgency);

/// <summary>What is to be answered today or should have been, as a sentence.</summary>
public sealed record DueReportsView(string Sentence, bool IsLate);
