using OnRecord.Platform.Web;

namespace OnRecord.Comments.Posting;

/// <summary>Keeps in mind how fast comments come, from where and to which stories, and what they are like. In this process alone, and gone with it.</summary>
internal sealed class Watch(WorkProof work, TimeProvider clock)
{
    /// <summary>More from one internet address within ten minutes wait: a school or a village may share one.</summary>
    private const int FromAddress = 6;

    /// <summary>More are not taken at all.</summary>
    public const int MostFromAddress = 200;

    /// <summary>More below one story within a minute is an attack, or a day on which everybody can wait a moment.</summary>
    private const int OfStory = 20;

    private const int Remembered = 100_000;
    private const string Everything = "";
    private static readonly TimeSpan Quickest = TimeSpan.FromSeconds(2);

    private readonly RecentCounts<Guid> addresses = new(TimeSpan.FromMinutes(10), Remembered, clock);
    private readonly RecentCounts<Guid> stories = new(TimeSpan.FromMinutes(1), Remembered, clock);
    private readonly RecentCounts<string> all = new(TimeSpan.FromMinutes(1), 1, clock);
    private readonly Likenesses likenesses = new();

    /// <summary>Whether so many comments come that each must have been worked for.</summary>
    public bool IsSieged(Guid? story, CommentHouse house) =>
        all.Of(Everything) >= house.AttackPerMinute || (story is { } one && stories.Of(one) >= OfStory);

    /// <summary>Counts a comment.</summary>
    /// <returns>Why it should wait; null where no more are taken from where it came.</returns>
    public IReadOnlyList<Doubt>? See(
        Sender from,
        byte[] addressKey,
        byte[] emailKey,
        Guid story,
        TextJudgment judgment,
        CommentHouse house
    )
    {
        var sieged = IsSieged(story, house);
        var often = addresses.Add(new Guid(addressKey));
        if (often > MostFromAddress)
            return null;
        stories.Add(story);
        all.Add(Everything);
        var doubts = new List<Doubt>();
        if (from.IsTrapped)
            doubts.Add(new Doubt("Trap"));
        if (!from.IsBrowser)
            doubts.Add(new Doubt("NoBrowser"));
        if (from.Took < Quickest)
            doubts.Add(new Doubt("TooQuick"));
        if (often > FromAddress)
            doubts.Add(new Doubt("OftenFromAddress"));
        if (sieged && !work.Holds(from.Work))
            doubts.Add(new Doubt("Siege"));
        if (judgment.Likeness != 0 && likenesses.Add(judgment.Likeness, new Guid(emailKey.AsSpan(0, 16))) is var near)
        {
            if (near.ByOthers > 0)
                doubts.Add(new Doubt("LikeOthers"));
            if (near.BySame > 1)
                doubts.Add(new Doubt("SaidAgain"));
        }
        return doubts;
    }
}
