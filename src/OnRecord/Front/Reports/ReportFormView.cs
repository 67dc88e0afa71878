using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Front.Reports;

/// <summary>The form in which a reader reports an error.</summary>
public sealed record ReportFormView
{
    public required ShellView Shell { get; init; }
    public required Words Words { get; init; }
    public required string Headline { get; init; }
    public required string HeadlineLanguage { get; init; }

    /// <summary>The story's address.</summary>
    public required string Story { get; init; }

    /// <summary>The version that the reader has before them.</summary>
    public required int Version { get; init; }

    /// <summary>By when the newsroom answers, as a sentence.</summary>
    public required string Promise { get; init; }

    public required string Erased { get; init; }
    public IReadOnlyList<Problem> Problems { get; init; } = [];
    public string Wrong { get; init; } = "";
    public string Passage { get; init; } = "";
    public string Known { get; init; } = "";
    public string Name { get; init; } = "";
    public string Email { get; init; } = "";

    public string? Invalid(string field) => Problems.Any(problem => problem.Field == field) ? "true" : null;
}
