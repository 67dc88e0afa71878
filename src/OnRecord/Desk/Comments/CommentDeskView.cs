using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Desk.Comments;

/// <summary>What all pages on which comments are decided have in common.</summary>
public record CommentDeskView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public required IReadOnlyList<DeskLink> Tabs { get; init; }
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>What was chosen and typed in a form that came back.</summary>
    public TypedVerdictView Typed { get; init; } = new([], "", "");

    /// <summary>Fields by which a form leads back to this page.</summary>
    public IReadOnlyList<(string Name, string Value)> Back { get; init; } = [];

    public string? Invalid(string field) => Problems.Any(problem => problem.Field == field) ? "true" : null;
}

/// <param name="Comments">The comments it was about.</param>
public sealed record TypedVerdictView(IReadOnlyList<Guid> Comments, string Ground, string Said);

/// <summary>A comment with all that is needed to decide on it.</summary>
public sealed record QueuedCommentView
{
    public required Guid Id { get; init; }

    /// <summary>The comment as it is now, by which it is known whether somebody changed it meanwhile.</summary>
    public required string Seen { get; init; }

    public required string Name { get; init; }
    public bool IsStaff { get; init; }
    public required string At { get; init; }
    public required string Html { get; init; }
    public required string State { get; init; }
    public bool IsEdited { get; init; }

    /// <summary>Why it waits or was refused, as sentences.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];

    public required Guid StoryId { get; init; }
    public required string Headline { get; init; }
    public required string HeadlineLanguage { get; init; }

    /// <summary>What it replies to, the top of the thread first.</summary>
    public IReadOnlyList<AboveView> Above { get; init; } = [];

    public CommenterLineView? Person { get; init; }

    /// <summary>Open reports, each as a sentence.</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];

    public int Likes { get; init; }
    public bool ILike { get; init; }
    public bool IsShown => State == "Published";
    public bool IsDeleted => State == "Deleted";

    public string Class =>
        State switch
        {
            "Published" => "go",
            "Held" => "wait",
            "Rejected" => "stop",
            _ => "",
        };
}

/// <summary>A comment further up the thread.</summary>
public sealed record AboveView(Guid Id, string Name, string Html, bool IsShown);

/// <summary>Whoever wrote a comment, in a line.</summary>
/// <param name="History">What they wrote so far, as a sentence.</param>
/// <param name="Standing">What holds against them, as short phrases.</param>
/// <param name="Note">The newest note of a colleague; null where there is none.</param>
public sealed record CommenterLineView(Guid Id, string History, IReadOnlyList<string> Standing, string? Note);

/// <summary>Something that was done: who and when, and why.</summary>
public sealed record DecisionView(string Line, string Why);
