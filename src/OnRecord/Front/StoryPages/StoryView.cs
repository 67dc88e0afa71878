using OnRecord.Documents;
using OnRecord.Front.Comments;
using OnRecord.Front.Lists;
using OnRecord.Front.Margin;
using OnRecord.Media;

namespace OnRecord.Front.StoryPages;

/// <summary>A story as readers see it.</summary>
public sealed record StoryView
{
    public required ShellView Shell { get; init; }
    public required string Headline { get; init; }
    public string? Deck { get; init; }
    public SectionLink? Section { get; init; }
    public IReadOnlyList<string> Byline { get; init; } = [];

    /// <summary>Where each name of the byline leads; null where nowhere.</summary>
    public IReadOnlyList<string?> BylineLinks { get; init; } = [];

    /// <summary>On the newsroom's clock.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>On the newsroom's clock.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    public required int Minutes { get; init; }
    public LeadView? Lead { get; init; }

    /// <summary>The text as HTML with the notes beside it; of a long story its first third.</summary>
    public required IReadOnlyList<TextPart> Text { get; init; }

    /// <summary>The other two thirds of a long story, which a phone may fold; of others nothing.</summary>
    public IReadOnlyList<TextPart> Rest { get; init; } = [];

    /// <summary>Where its statements come from; null where that is not shown.</summary>
    public StorySources? Sources { get; init; }

    public required string Address { get; init; }
    public IReadOnlyList<VersionLine> Versions { get; init; } = [];

    /// <summary>Corrections, clarifications and a retraction, newest first: they stand above the text.</summary>
    public IReadOnlyList<VersionLine> Notices { get; init; } = [];

    public IReadOnlyList<TopicLink> Topics { get; init; } = [];

    /// <summary>Whether only a notice is left of it.</summary>
    public bool IsGone { get; init; }

    /// <summary>Which sealed version it shows; null of a draft.</summary>
    public RecordLink? Record { get; init; }

    /// <summary>Set on the page of one version: which it is.</summary>
    public VersionBandView? Band { get; init; }

    /// <summary>Set on a draft that is looked at before its time: the sentence that says so.</summary>
    public string? Preview { get; init; }
    public IReadOnlyList<StoryLine> Onward { get; init; } = [];

    /// <summary>What readers say of it; null of a draft, an older version, and one that is gone.</summary>
    public TalkView? Talk { get; init; }

    public string MailLink => $"mailto:?subject={Uri.EscapeDataString(Headline)}&body={Uri.EscapeDataString(Address)}";
}

/// <summary>The picture above a story.</summary>
/// <param name="Card">The same for the cards that other sites show.</param>
public sealed record LeadView(PictureRendering Picture, string Alt, string? Caption, string? Credit, PictureCard Card);

/// <summary>One version in “What changed in this story”.</summary>
/// <param name="Kind">The key of its word: <c>Kind.First</c> and so on.</param>
public sealed record VersionLine(int Number, string Kind, string Note, DateTimeOffset At, bool Loud)
{
    /// <summary>The address of its file in the record.</summary>
    public string? File { get; init; }

    /// <summary>Its own page, as a link; null where it has none, as in a preview.</summary>
    public string? Page { get; init; }

    /// <summary>When it was sealed, on the newsroom's clock, where that was not when it was shown.</summary>
    public DateTimeOffset? LateAt { get; init; }

    /// <summary>Whether the law had it removed, or nothing but a notice is left of the story.</summary>
    public bool IsGone { get; init; }

    /// <summary>Of a correction: what was wrong.</summary>
    public string? Wrong { get; init; }

    /// <summary>Of a correction: what is right.</summary>
    public string? Right { get; init; }
}

/// <summary>Which version a page of its own shows.</summary>
/// <param name="At">When readers were first shown it, on the newsroom's clock.</param>
/// <param name="Newest">The number of the version that readers see now.</param>
/// <param name="Story">The story's page, as a link.</param>
public sealed record VersionBandView(int Number, DateTimeOffset At, int Newest, string Story);

/// <summary>A version in the record.</summary>
/// <param name="Page">The story's page, as a link.</param>
/// <param name="Number">Which it is, from 1.</param>
/// <param name="File">The address of the version's file.</param>
/// <param name="Proof">The address of the proof that its entry is in the log.</param>
public sealed record RecordLink(string Page, int Number, string File, string Proof);

/// <summary>A topic as a link.</summary>
public sealed record TopicLink(string Name, string Path, string Language);
