using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Front.Comments;

/// <summary>The comments below a story, or a page of them.</summary>
public sealed record TalkView
{
    public required Words Words { get; init; }

    /// <summary>Set where the furniture's language is not the page's.</summary>
    public string? FurnitureLanguage { get; init; }

    /// <summary>The story's page, as a link.</summary>
    public required string Story { get; init; }

    public required int Count { get; init; }
    public IReadOnlyList<CommentView> Comments { get; init; } = [];

    /// <summary>Other orders, as links; empty where there is nothing to order.</summary>
    public IReadOnlyList<OrderLink> Orders { get; init; } = [];

    public string? Next { get; init; }

    /// <summary>Null where no more are taken.</summary>
    public CommentFormView? Form { get; init; }
}

/// <summary>A way to order threads.</summary>
public sealed record OrderLink(string Label, string Path, bool IsHere);

/// <summary>A comment as readers see it.</summary>
public sealed record CommentView
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Whether it is the newsroom's own.</summary>
    public bool IsStaff { get; init; }

    /// <summary>On the newsroom's clock.</summary>
    public required DateTimeOffset At { get; init; }

    public bool IsEdited { get; init; }

    /// <summary>Its words; empty where it is not shown any more but has replies.</summary>
    public required string Html { get; init; }

    public required int Depth { get; init; }
    public int Likes { get; init; }

    /// <summary>Replies that the list leaves out.</summary>
    public int MoreReplies { get; init; }

    /// <summary>Whether its own page is being shown.</summary>
    public bool IsHere { get; init; }

    public string Link => $"/comments/{Id}";
    public string Class => $"comment depth-{Depth}{(IsHere ? " here" : "")}";
}

/// <summary>The form below a story.</summary>
public sealed record CommentFormView
{
    public required string Action { get; init; }

    /// <summary>The address of the script that keeps a draft and works for a comment while many come.</summary>
    public required string Script { get; init; }

    public required Guid StoryId { get; init; }
    public string Text { get; init; } = "";
    public string Name { get; init; } = "";
    public string Email { get; init; } = "";
    public bool WantsReplies { get; init; }

    /// <summary>What is replied to; null at the top.</summary>
    public Guid? ReplyTo { get; init; }

    /// <summary>Who is replied to.</summary>
    public string? ReplyName { get; init; }

    /// <summary>What is to be known before writing: that each is read first, that all wait for each other.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>The newsroom's rules, as a link.</summary>
    public string? Rules { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public string? Invalid(string field) => Problems.Any(problem => problem.Field == field) ? "true" : null;
}
