using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.PublicRecord;
using OnRecord.Stories;
using OnRecord.Stories.Publishing;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Publishing;

/// <summary>The publishing acts: publish, update, clarify, correct, at once or at a time; retract; take down.</summary>
internal sealed class PublishActs(OnRecordDb db, ShowPublish show, Checklist checklist, TimeProvider clock)
{
    /// <summary>Shows readers the draft.</summary>
    public async Task<IResult> Issue(Guid id, HttpContext http, SignedIn who, IssueVersion issue)
    {
        var form = await http.Request.ReadFormAsync();
        if (
            !Enum.TryParse<VersionKind>(form["kind"], out var kind)
            || kind
                is not (VersionKind.First or VersionKind.Update or VersionKind.Clarification or VersionKind.Correction)
        )
            return await show.Page(
                id,
                http,
                who,
                [new Problem("kind", "Choose what this is to readers.")],
                note: form["note"]!
            );
        var (note, at) = (form["note"].ToString(), form["at"].ToString());
        if (form["when"] == "at")
            return await Schedule(id, http, who, kind, note, at);
        return await Do(
            id,
            http,
            who,
            async story => (await issue.Into(db, story, kind, note, who, who.Id)).Problems,
            "published",
            (form["kind"].ToString(), note, at)
        );
    }

    public async Task<IResult> Withdraw(Guid id, HttpContext http, SignedIn who, WithdrawStory withdraw)
    {
        var form = await http.Request.ReadFormAsync();
        var note = form["note"].ToString();
        return await Do(
            id,
            http,
            who,
            async story =>
                form["act"].ToString() switch
                {
                    "retract" => (await withdraw.Retract(db, story, note, who)).Problems,
                    "take-down" => (
                        await withdraw.TakeDown(
                            db,
                            story,
                            new Words(PublishingServices.Strings, story.Draft.Language)["TakenDownHeading"],
                            note,
                            who
                        )
                    ).Problems,
                    _ => [new Problem("Choose whether to retract the story or to take it down.")],
                },
            "withdrawn",
            ("", note, "")
        );
    }

    private async Task<IResult> Schedule(
        Guid id,
        HttpContext http,
        SignedIn who,
        VersionKind kind,
        string note,
        string at
    )
    {
        var newsroom = await db.Newsroom();
        return await Do(
            id,
            http,
            who,
            story => Plan(story, newsroom.Instant(at), kind, note, who),
            "scheduled",
            ($"{kind}", note, at)
        );
    }

    private async Task<IReadOnlyList<Problem>> Plan(
        Story story,
        DateTimeOffset? at,
        VersionKind kind,
        string note,
        SignedIn who
    )
    {
        var now = clock.GetUtcNow();
        if (at is not { } time)
            return
            [
                new Problem("at", "Write day and time. A time that the clock leaps over in spring does not exist."),
            ];
        if (IssueVersion.NoteMissing(kind, note) is { } missing)
            return [missing];
        if ((await checklist.Of(story, db, who.Language)).Any(finding => finding.Level == FindingLevel.Stops))
            return [new Problem("The checklist still stops this story. Mend what it names, then publish.")];
        var from = story.State;
        if (story.Schedule(time, kind, note, who.Id, now) is { } problem)
            return [problem];
        ChangeState.Note(db, story, from, StoryState.Scheduled, who.Id, now, note);
        db.Audit(who, now, "story.scheduled", $"story:{story.Id}", story.Draft.Headline, $"{time:u} {kind}");
        return [];
    }

    private async Task<IResult> Do(
        Guid id,
        HttpContext http,
        SignedIn who,
        Func<Story, Task<IReadOnlyList<Problem>>> act,
        string done,
        (string Kind, string Note, string At) kept
    )
    {
        IReadOnlyList<Problem>? problems = null;
        try
        {
            await db.Transact(async () =>
            {
                if (
                    await db.Stories.Include(row => row.Versions).FirstOrDefaultAsync(row => row.Id == id)
                    is not { } story
                )
                    return;
                problems = await act(story);
                // What was refused leaves no trace.
                if (problems.Count > 0)
                    db.ChangeTracker.Clear();
            });
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            problems =
            [
                new Problem("Somebody saved the story at this very moment. Look at it again, then repeat this."),
            ];
        }
        catch (RecordRefusal refusal)
        {
            db.ChangeTracker.Clear();
            problems = [refusal.Problem];
        }
        if (problems is null)
            return Results.NotFound();
        return problems.Count == 0
            ? SeeOther.At($"/desk/stories/{id}/publish?done={done}")
            : await show.Page(id, http, who, problems, kept.Kind, kept.Note, kept.At);
    }
}
