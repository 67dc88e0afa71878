using OnRecord.Platform;

namespace OnRecord.Comments.Posting;

/// <summary>A comment on its way into the database: what was written, and what is known of it before anybody asked who wrote it.</summary>
internal sealed record NewComment
{
    public required Guid Id { get; init; }
    public required TalkFacts Story { get; init; }

    /// <summary>The comment it replies to; null at the top.</summary>
    public Guid? ParentId { get; init; }

    public required string Name { get; init; }
    public required string Text { get; init; }
    public required string Email { get; init; }
    public required byte[] EmailKey { get; init; }
    public byte[]? AddressKey { get; init; }
    public required TextJudgment Judgment { get; init; }

    /// <summary>Why it should wait, whoever wrote it.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];

    public bool WantsReplies { get; init; }

    /// <summary>Set where it is the newsroom's own.</summary>
    public Guid? StaffId { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>What was made of the words of a comment.</summary>
/// <param name="IsRefused">Whether it is spam beyond doubt.</param>
/// <param name="Doubts">Why it should wait, or is refused; empty where nothing is wrong.</param>
/// <param name="Hash">Of the folded text.</param>
/// <param name="Likeness">The SimHash of the text.</param>
internal sealed record TextJudgment(
    bool IsRefused,
    float Score,
    IReadOnlyList<Doubt> Doubts,
    byte[] Hash,
    long Likeness
);

/// <summary>A comment that is on disk.</summary>
internal sealed record Posted(Guid Id, CommentState State);

/// <summary>What a story's form and its writers need to know.</summary>
internal sealed record TalkFacts
{
    public required Guid StoryId { get; init; }
    public required string Language { get; init; }
    public required CommentMode Mode { get; init; }
    public bool IsSlow { get; init; }

    /// <summary>The last moment at which it takes comments; null for never closing.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    public int Count { get; init; }

    public bool IsOpen(DateTimeOffset now) => Mode != CommentMode.Closed && !(ClosesAt <= now);
}
