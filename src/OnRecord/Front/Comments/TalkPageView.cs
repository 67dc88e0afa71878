namespace OnRecord.Front.Comments;

/// <summary>A page of comments apart from their story.</summary>
public sealed record TalkPageView
{
    public required ShellView Shell { get; init; }
    public required string Headline { get; init; }

    public required string Heading { get; init; }

    /// <summary>Whether it is the list of all comments, with the form below it.</summary>
    public bool IsWhole { get; init; }

    public required TalkView Talk { get; init; }
    public bool ShowsForm { get; init; }
}
