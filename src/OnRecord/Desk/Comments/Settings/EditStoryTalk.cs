using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Posting;
using OnRecord.Desk.Comments.Queues;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Desk.Comments.Settings;

/// <summary>How the comments of one story are kept: opened, held, slowed, closed by hand.</summary>
internal sealed class EditStoryTalk(OnRecordDb db, CommentDesk desk, FindTalk talk, TimeProvider clock)
{
    public Task<IResult> Get(Guid id, HttpContext http) => Page(id, http, [], "");

    /// <param name="said">What was typed as the newsroom's words.</param>
    public async Task<IResult> Page(Guid id, HttpContext http, IReadOnlyList<Problem> problems, string said)
    {
        if (await Find(id) is not var (story, headline))
            return Results.NotFound();
        var own = await db.Set<StoryTalk>().AsNoTracking().FirstOrDefaultAsync(row => row.StoryId == id);
        var facts = await talk.Of(id, headline.Language, story.LiveSectionId, story.PublishedAt);
        var (frame, newsroom) = await desk.Around(http, null, problems);
        var words = frame.Words;
        var house = (await talk.House()).Settings;
        var view = new StoryTalkView
        {
            Around = frame.Around with { Title = words["StoryTalk"] },
            Words = words,
            Tabs = frame.Tabs,
            Problems = frame.Problems,
            Said = said,
            Id = id,
            Headline = headline.Headline,
            Language = headline.Language,
            Count = facts.Count,
            Waiting = await db.Set<ReaderComment>()
                .Where(row => row.StoryId == id && row.State == CommentState.Held)
                .OrderBy(row => row.Id)
                .Take(CommentCount.Most)
                .CountAsync(),
            Mode = $"{own?.Mode}",
            IsSlow = own?.IsSlow == true,
            StaysOpen = own?.StaysOpen == true,
            SlowSeconds = house.SlowSeconds,
            Now = words[facts.IsOpen(clock.GetUtcNow()) ? $"Now.{facts.Mode}" : "Now.Closed"],
            Closes =
                facts.ClosesAt is { } at && facts.Mode != CommentMode.Closed
                    ? words.With(at > clock.GetUtcNow() ? "ClosesAt" : "ClosedAt", words.Moment(newsroom.Local(at)))
                    : null,
        };
        return await desk.Page<StoryTalkPage>(view);
    }

    public async Task<IResult> Save(Guid id, HttpContext http, SignedIn who)
    {
        if (await Find(id) is not var (_, headline))
            return Results.NotFound();
        var form = await http.Request.ReadFormAsync();
        CommentMode? mode =
            Enum.TryParse<CommentMode>(form["mode"], out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
        await db.Transact(async () =>
        {
            // A reader's comment may make the row at the same moment.
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "StoryTalks" ("StoryId", "Count", "IsSlow", "StaysOpen") VALUES ({id}, {0}, {false}, {false})
                ON CONFLICT ("StoryId") DO NOTHING
                """
            );
            var own = await db.Set<StoryTalk>().SingleAsync(row => row.StoryId == id);
            (own.Mode, own.IsSlow, own.StaysOpen) = (mode, form["slow"] == "yes", form["stays"] == "yes");
            db.Audit(
                who,
                clock.GetUtcNow(),
                "comments.story-set",
                $"story:{id}",
                headline.Headline,
                $"{mode?.ToString() ?? "-"}{(own.IsSlow ? ", slow" : "")}{(own.StaysOpen ? ", stays open" : "")}"
            );
        });
        return SeeOther.At($"{CommentDesk.Root}/story/{id}?done=Saved");
    }

    private async Task<(Story Story, TalkHeadline Headline)?> Find(Guid id) =>
        await db.Set<Story>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) is { } story
        && (await TalkHeadline.Of(db, [id])).GetValueOrDefault(id) is { } headline
            ? (story, headline)
            : null;
}

/// <summary>How one story's comments are kept.</summary>
public sealed record StoryTalkView : CommentDeskView
{
    public required Guid Id { get; init; }
    public required string Headline { get; init; }
    public required string Language { get; init; }
    public required int Count { get; init; }
    public required int Waiting { get; init; }

    /// <summary>Empty where it is the section's.</summary>
    public required string Mode { get; init; }

    public required bool IsSlow { get; init; }
    public required bool StaysOpen { get; init; }
    public required int SlowSeconds { get; init; }

    /// <summary>What holds now, as a sentence.</summary>
    public required string Now { get; init; }

    /// <summary>When it closes or closed by itself, as a sentence; null where it does not.</summary>
    public string? Closes { get; init; }

    /// <summary>What was typed as the newsroom's words.</summary>
    public string Said { get; init; } = "";
}
