using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Moderation;
using OnRecord.Documents;
using OnRecord.People.Staff;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Comments;

/// <summary>Gathers what is needed to decide on some comments: their stories, what they reply to, who wrote them, what is said against them.</summary>
internal static class CommentRows
{
    // A reader's links are not ours, also at the desk.
    private static readonly HtmlOptions Links = new() { LinkRelation = "ugc nofollow noopener noreferrer" };

    public static async Task<IReadOnlyList<QueuedCommentView>> Of(
        OnRecordDb db,
        IReadOnlyList<ReaderComment> rows,
        SignedIn who,
        Newsroom newsroom,
        DateTimeOffset now
    )
    {
        var ids = rows.Select(row => row.Id).ToList();
        var stories = await TalkHeadline.Of(db, rows.Select(row => row.StoryId));
        var above = await Above(db, rows);
        var people = await CommenterLines.Of(
            db,
            rows.Select(row => row.CommenterId).OfType<Guid>(),
            newsroom,
            CommentDesk.Words(who),
            now
        );
        var reports = (
            await db.Set<CommentReport>()
                .AsNoTracking()
                .Where(row => ids.Contains(row.CommentId) && row.Outcome == null)
                .OrderBy(row => row.Id)
                .ToListAsync()
        ).ToLookup(row => row.CommentId);
        var likes = (
            await db.Set<CommentLike>()
                .Where(row => ids.Contains(row.CommentId) && row.StaffId == who.Id)
                .Select(row => row.CommentId)
                .ToListAsync()
        ).ToHashSet();
        var (words, why) = (CommentDesk.Words(who), CommentStrings.In(who.Language));
        return
        [
            .. rows.Select(row => new QueuedCommentView
            {
                Id = row.Id,
                Seen = SeenComment.Of(row).ToString(),
                Name = row.Name,
                IsStaff = row.StaffId is not null,
                At = words.Short(newsroom.Local(row.At), newsroom.Local(now)),
                Html = Html(row.Text),
                State = $"{row.State}",
                IsEdited = row.EditedAt is not null,
                Why = [.. Doubt.Read(row.Why).Select(doubt => CommentStrings.Why(why, doubt))],
                StoryId = row.StoryId,
                Headline = stories.GetValueOrDefault(row.StoryId)?.Headline ?? words["StoryGone"],
                HeadlineLanguage = stories.GetValueOrDefault(row.StoryId)?.Language ?? words.Language,
                Above = [.. Line(row, above)],
                Person = row.CommenterId is { } person ? people.GetValueOrDefault(person) : null,
                Reports = [.. reports[row.Id].Select(report => Said(report, words))],
                Likes = row.Likes,
                ILike = likes.Contains(row.Id),
            }),
        ];
    }

    public static string Html(string text) => HtmlWriter.Write(LightMarkdown.Read(text), Links);

    public static string Said(CommentReport report, Words words)
    {
        var reason = words[$"Reason.{report.Reason}"];
        var law = report.Law.Length > 0 ? $" ({report.Law})" : "";
        return report.Words.Length > 0 ? $"{reason}{law}: {report.Words}" : $"{reason}{law}";
    }

    // At most three: a thread is three deep, and a reply down there may answer one beside it.
    private static async Task<Dictionary<Guid, ReaderComment>> Above(OnRecordDb db, IReadOnlyList<ReaderComment> rows)
    {
        var wanted = rows.SelectMany(Line).Distinct().ToList();
        return wanted.Count == 0
            ? []
            : await db.Set<ReaderComment>()
                .AsNoTracking()
                .Where(row => wanted.Contains(row.Id))
                .ToDictionaryAsync(row => row.Id);
    }

    private static IEnumerable<AboveView> Line(ReaderComment row, Dictionary<Guid, ReaderComment> above) =>
        Line(row)
            .Select(id => above.GetValueOrDefault(id))
            .OfType<ReaderComment>()
            .Select(up => new AboveView(up.Id, up.Name, Html(up.Text), up.IsShown));

    private static IEnumerable<Guid> Line(ReaderComment row) =>
        new[] { row.ParentId is null ? null : (Guid?)row.ThreadId, row.ParentId, row.RepliesTo }
            .OfType<Guid>()
            .Distinct();
}

/// <summary>The headline of a story that is commented on, as readers see it.</summary>
internal sealed record TalkHeadline(string Headline, string Language)
{
    public static async Task<Dictionary<Guid, TalkHeadline>> Of(OnRecordDb db, IEnumerable<Guid> stories)
    {
        var ids = stories.Distinct().ToList();
        return await db.Set<Story>()
            .Where(row => ids.Contains(row.Id))
            .Join(
                db.Set<StoryVersion>(),
                story => story.LiveVersionId,
                version => version.Id,
                (story, version) =>
                    new
                    {
                        story.Id,
                        version.Content.Headline,
                        version.Content.Language,
                    }
            )
            .ToDictionaryAsync(row => row.Id, row => new TalkHeadline(row.Headline, row.Language));
    }
}
