namespace OnRecord.Comments.Posting;

/// <summary>What becomes of a comment: shown, held or refused, and why.</summary>
internal static class Weigh
{
    /// <param name="by">Whoever wrote it; new where nobody is known by the address.</param>
    public static Weighed Of(NewComment comment, Commenter by, CommentHouse house)
    {
        if (comment.StaffId is not null)
            return new Weighed(CommentState.Published, CommentState.Published, []);
        if (by.BannedAt is not null)
            return Refused([new Doubt("Banned")]);
        if (comment.Judgment.IsRefused)
            return Refused(comment.Judgment.Doubts);
        List<Doubt> doubts = [.. comment.Doubts, .. comment.Judgment.Doubts];
        if (comment.Story.Mode == CommentMode.AllHeld)
            doubts.Add(new Doubt("AllHeld"));
        else if (comment.Story.Mode == CommentMode.FirstHeld && by.Published == 0)
            doubts.Add(new Doubt("First"));
        if (by.IsHeld)
            doubts.Add(new Doubt("HeldByHand"));
        var state = doubts.Count > 0 ? CommentState.Held : CommentState.Published;
        return house.ConfirmsEach || by.ConfirmedAt is null
            ? new Weighed(CommentState.Unconfirmed, state, doubts)
            : new Weighed(state, state, doubts);
    }

    // Nobody is asked to confirm an address for nothing.
    private static Weighed Refused(IReadOnlyList<Doubt> doubts) =>
        new(CommentState.Rejected, CommentState.Rejected, doubts);
}

/// <param name="Now">What it is.</param>
/// <param name="OnceConfirmed">What it becomes when its writer confirms the address.</param>
internal sealed record Weighed(CommentState Now, CommentState OnceConfirmed, IReadOnlyList<Doubt> Doubts);
