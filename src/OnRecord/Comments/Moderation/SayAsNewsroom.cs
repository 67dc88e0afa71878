using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments.Posting;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Comments.Moderation;

/// <summary>Answers readers below a story, for the newsroom and under one's own name. It is shown at once.</summary>
internal sealed class SayAsNewsroom(TimeProvider clock)
{
    /// <summary>The same words by the same colleague within this time are the same comment.</summary>
    private static readonly TimeSpan SameFor = TimeSpan.FromDays(1);

    /// <summary>Within the caller's transaction.</summary>
    /// <param name="parent">What it answers; null where it begins a thread.</param>
    public async Task<Outcome<ReaderComment>> Into(
        OnRecordDb db,
        Guid below,
        ReaderComment? parent,
        string text,
        SignedIn who
    )
    {
        text = CommentForm.Clean(text);
        if (text.Length == 0)
            return new Problem("text", "Write the answer before you send it.");
        if (text.Length > ReaderComment.LongestText)
            return Problem.With(
                "text",
                "The answer is longer than {0} characters. Make it shorter.",
                ReaderComment.LongestText
            );
        if (await Story(db, below) is not { } story)
            return new Problem("text", "Readers do not have this story any more, so nothing can be said below it.");
        if (parent is { IsShown: false })
            return new Problem("text", "Readers do not see that comment. Approve it first, then answer it.");
        var row = Row(below, parent, text, who, story.Language, clock.GetUtcNow());
        var since = Guid.CreateVersion7(row.At - SameFor);
        if (
            await db.Set<ReaderComment>()
                .FirstOrDefaultAsync(other =>
                    other.StoryId == row.StoryId
                    && other.State == CommentState.Published
                    && other.Id.CompareTo(since) > 0
                    && other.Sameness == row.Sameness
                ) is
            { } known
        )
            return known;
        row.List();
        db.ReaderComments.Add(row);
        db.Audit(who, row.At, "comment.answered", $"comment:{row.Id}", story.Headline);
        await db.SaveChangesAsync();
        await PlaceComments.Count(db, [new Shift(row, 1)]);
        return row;
    }

    private static ReaderComment Row(
        Guid below,
        ReaderComment? parent,
        string text,
        SignedIn who,
        string language,
        DateTimeOffset now
    )
    {
        var id = Guid.CreateVersion7(now);
        return new ReaderComment
        {
            Id = id,
            StoryId = below,
            ThreadId = parent?.ThreadId ?? id,
            ParentId = ReaderComment.Above(parent),
            BesideId = ReaderComment.Beside(parent),
            Depth = parent is null ? 0 : Math.Min(parent.Depth + 1, ReaderComment.Deepest),
            StaffId = who.Id,
            Name = who.Name,
            Text = text,
            Sameness = WriteComments.Sameness(
                [.. who.Id.ToByteArray(), .. (parent?.Id ?? below).ToByteArray()],
                below,
                SHA256.HashData(Encoding.UTF8.GetBytes(text))
            ),
            Language = language,
            At = now,
            State = CommentState.Published,
            OnceConfirmed = CommentState.Published,
            LettersDue = parent is { WantsReplies: true } ? LettersDue.Reply : LettersDue.None,
        };
    }

    private static Task<Below?> Story(OnRecordDb db, Guid id) =>
        db.Set<Story>()
            .Where(row => row.Id == id && row.TakenDownAt == null)
            .Join(
                db.Set<StoryVersion>(),
                story => story.LiveVersionId,
                version => version.Id,
                (_, version) => new Below(version.Content.Headline, version.Content.Language)
            )
            .FirstOrDefaultAsync();

    private sealed record Below(string Headline, string Language);
}
