using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Front.Comments.Complaints;

/// <summary>The form in which a reader reports a comment.</summary>
public sealed record ComplaintFormView
{
    public required ShellView Shell { get; init; }
    public required Words Words { get; init; }
    public required string Heading { get; init; }
    public required string Headline { get; init; }
    public required string HeadlineLanguage { get; init; }

    /// <summary>The comment's own page, as a path.</summary>
    public required string Comment { get; init; }

    /// <summary>The exact place of what is reported, as a whole address.</summary>
    public required string Location { get; init; }

    public required string Name { get; init; }
    public required string Html { get; init; }
    public required bool IsNotice { get; init; }

    /// <summary>The newsroom's rules, as a link; null where there are none.</summary>
    public string? Rules { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];
    public string Reason { get; init; } = "";
    public string Text { get; init; } = "";
    public string Law { get; init; } = "";
    public string MyName { get; init; } = "";
    public string Email { get; init; } = "";
    public bool IsOfChildAbuse { get; init; }
    public bool IsInGoodFaith { get; init; }

    public string? Invalid(string field) => Problems.Any(problem => problem.Field == field) ? "true" : null;
}

/// <summary>A report as its reporter follows it.</summary>
public sealed record ComplaintView
{
    public required ShellView Shell { get; init; }
    public required Words Words { get; init; }
    public required string Heading { get; init; }
    public required string Text { get; init; }
    public string? Headline { get; init; }
    public string? Story { get; init; }
    public required string Sent { get; init; }
    public required string Reason { get; init; }
    public required string Said { get; init; }
    public required string Law { get; init; }
    public required bool IsMailed { get; init; }
    public string? Answered { get; init; }
}
