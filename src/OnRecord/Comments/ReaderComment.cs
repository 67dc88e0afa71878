namespace OnRecord.Comments;

/// <summary>What a reader, or somebody of the newsroom, wrote below a story.</summary>
internal sealed class ReaderComment
{
    public const int LongestText = 5_000;
    public const int LongestName = 80;

    /// <summary>A thread is a comment, its replies, and theirs.</summary>
    public const int Deepest = 2;

    public static readonly TimeSpan MayBeEditedFor = TimeSpan.FromMinutes(5);

    public required Guid Id { get; init; }

    public required Guid StoryId { get; init; }

    /// <summary>The comment that begins the thread; its own id where it does.</summary>
    public required Guid ThreadId { get; init; }

    /// <summary>What it stands below; null at the top.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>What it replies to, where that stands as deep as a thread goes, and so beside it; else null.</summary>
    public Guid? BesideId { get; init; }

    /// <summary>0 at the top.</summary>
    public int Depth { get; init; }

    /// <summary>Null once they had themselves forgotten.</summary>
    public Guid? CommenterId { get; set; }

    /// <summary>Set where it is the newsroom's own.</summary>
    public Guid? StaffId { get; init; }

    public required string Name { get; set; }

    /// <summary>As it was typed, in light Markdown.</summary>
    public required string Text { get; set; }

    /// <summary>Made of writer, story and folded text: by it the same is known again.</summary>
    public required Guid Sameness { get; set; }

    /// <summary>By it what is nearly the same is known again (SimHash).</summary>
    public long Likeness { get; set; }

    /// <summary>The language of the story's furniture, in which its writer is answered; a BCP 47 tag.</summary>
    public required string Language { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? EditedAt { get; private set; }

    public required CommentState State { get; set; }

    /// <summary>What it becomes once its writer has confirmed the address.</summary>
    public CommentState OnceConfirmed { get; set; }

    /// <summary>Why it is what it is, as <see cref="Reasons"/> writes it.</summary>
    public string Why { get; set; } = "";

    /// <summary>How much it looks like spam, from 0 to 1.</summary>
    public float Score { get; set; }

    /// <summary>When it was shown, held or refused by somebody of the newsroom; null while nobody had to.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    public Guid? DecidedBy { get; set; }

    /// <summary>A keyed hash of the internet address it came from, kept for thirty days at most.</summary>
    public byte[]? AddressKey { get; set; }

    /// <summary>How many of the newsroom liked it.</summary>
    public int Likes { get; set; }

    /// <summary>Replies before readers, at any depth below it.</summary>
    public int Replies { get; set; }

    /// <summary>Reports nobody has looked at.</summary>
    public int OpenReports { get; set; }

    /// <summary>Set where the story's list has it: at the top, and shown itself or with replies that are.</summary>
    public DateTimeOffset? ListedAt { get; private set; }

    /// <summary>Whether its writer wants to be told of replies.</summary>
    public bool WantsReplies { get; set; }

    /// <summary>Which letters about it are to be written.</summary>
    public LettersDue LettersDue { get; set; }

    public bool IsShown => State == CommentState.Published;

    /// <summary>What it replies to; null at the top.</summary>
    public Guid? RepliesTo => BesideId ?? ParentId;

    /// <summary>What a reply stands below.</summary>
    public static Guid? Above(ReaderComment? parent) => parent is { Depth: >= Deepest } ? parent.ParentId : parent?.Id;

    /// <summary>What a reply stands beside; null where it stands below.</summary>
    public static Guid? Beside(ReaderComment? parent) => parent is { Depth: >= Deepest } ? parent.Id : null;

    public bool MayEdit(DateTimeOffset now) =>
        State is CommentState.Published or CommentState.Held or CommentState.Unconfirmed && now < At + MayBeEditedFor;

    public void Edit(string text, long likeness, DateTimeOffset now) =>
        (Text, Likeness, EditedAt) = (text, likeness, now);

    /// <summary>Brings the list's column in line with state and replies.</summary>
    public void List() => ListedAt = ParentId is null && (IsShown || Replies > 0) ? At : null;

    /// <summary>Takes words and name away for good. Its place in the thread stays.</summary>
    public void Empty()
    {
        (Name, Text, Sameness, Likeness, AddressKey) = ("", "", Id, 0, null);
        LettersDue = LettersDue.None;
    }
}

/// <summary>Where a comment stands.</summary>
internal enum CommentState
{
    /// <summary>Its writer has not confirmed the address yet.</summary>
    Unconfirmed = 0,

    /// <summary>Waits for a moderator.</summary>
    Held = 1,
    Published = 2,
    Rejected = 3,

    /// <summary>Its writer took it back; the words are gone.</summary>
    Deleted = 4,
}

/// <summary>Letters that are still to be written because of a comment; a job writes them.</summary>
[Flags]
internal enum LettersDue
{
    None = 0,

    /// <summary>To its writer: that it was received, and the link to confirm, edit and delete it.</summary>
    Receipt = 1,

    /// <summary>To whom it replies to.</summary>
    Reply = 2,

    /// <summary>To its writer: what was decided, and why.</summary>
    Decision = 4,

    /// <summary>A receipt to somebody whose address is not confirmed: it waits behind all others.</summary>
    Confirmation = 8,
}
