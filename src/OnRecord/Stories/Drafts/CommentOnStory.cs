using Microsoft.EntityFrameworkCore;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Drafts;

/// <summary>Puts a comment on a passage, within the caller's transaction; tells those it names and those it answers.</summary>
internal sealed class CommentOnStory(GiveNotice notices, TimeProvider clock)
{
    public const int MaximumLength = 5000;

    public async Task<Outcome<StoryComment>> Into(
        OnRecordDb db,
        Story story,
        SignedIn who,
        string thread,
        Guid? replyTo,
        string quote,
        string text
    )
    {
        if (string.IsNullOrWhiteSpace(text))
            return new Problem("text", "The comment is empty. Write what you mean, or cancel.");
        if (text.Length > MaximumLength)
            return Problem.With("text", "The comment is longer than {0} characters. Make it shorter.", MaximumLength);
        if (thread.Length is 0 or > 100)
            return new Problem("thread", "The comment hangs on no passage. Mark some words first.");
        var others = await db
            .StoryComments.Where(row => row.StoryId == story.Id && row.Thread == thread)
            .Select(row => row.StaffId)
            .ToListAsync();
        var comment = new StoryComment
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            StoryId = story.Id,
            Thread = thread,
            ReplyTo = replyTo,
            StaffId = who.Id,
            At = clock.GetUtcNow(),
            Text = text.Trim(),
            Quote = quote.Length > 500 ? quote[..500] : quote,
        };
        db.StoryComments.Add(comment);
        var path = $"/desk/stories/{story.Id}";
        var named = await Mentions.In(db, comment.Text);
        await notices.To(db, named, NoticeKind.Mentioned, who, story.Draft.Headline, path, comment.Text);
        await notices.To(db, others.Except(named), NoticeKind.Replied, who, story.Draft.Headline, path, comment.Text);
        return comment;
    }

    public async Task Resolve(OnRecordDb db, Story story, string thread, SignedIn? by)
    {
        var now = clock.GetUtcNow();
        foreach (
            var comment in await db
                .StoryComments.Where(row => row.StoryId == story.Id && row.Thread == thread)
                .ToListAsync()
        )
            (comment.ResolvedAt, comment.ResolvedBy) = (by is null ? null : now, by?.Id);
    }
}

/// <summary>Whom a comment names: @ and a colleague's name, as far as it can be read.</summary>
internal static class Mentions
{
    public static async Task<List<Guid>> In(OnRecordDb db, string text) =>
        text.Contains('@')
            ?
            [
                .. (await db.Set<StaffMember>().AsNoTracking().ToListAsync())
                    .Where(row =>
                        row.May(Permission.SeeStories)
                        && text.Contains($"@{row.Name}", StringComparison.OrdinalIgnoreCase)
                    )
                    .Select(row => row.Id),
            ]
            : [];
}
