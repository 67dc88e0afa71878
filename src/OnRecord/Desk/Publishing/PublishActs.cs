using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.PublicRecord;
using OnRecord.Stories;
using OnRecord.Stories.Publishing;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Publishing;

/// <summary>The publishing acts: publish, update, clarify, correct, mend the spelling, at once or at a time; retract.</summary>
internal sealed class PublishActs(OnRecordDb db, ShowPublish show, Checklist checklist, TimeProvider clock)
{
    /// <summary>Shows readers the draft.</summary>
    public async Task<IResult> Issue(Guid id, HttpContext http, SignedIn who, IssueVersion issue)
    {
        var form = PublishFields.Read(await http.Request.ReadFormAsync());
        if (form.Act() is not { } act)
            return await show.Page(id, http, who, [new Problem("kind", "Choose what this is to readers.")], form);
        if (form.AtATime)
        {
            var newsroom = await db.Newsroom();
            return await Do(
                id,
                http,
                who,
                story => Plan(story, newsroom.Instant(form.At), act, who),
                "scheduled",
                form
            );
        }
        return await Do(
            id,
            http,
            who,
            async story =>
                IssueVersion.Refused(story, act) is { Count: > 0 } problems
                    ? problems
                    : (await issue.Into(db, story, act, who, who.Id)).Problems,
            "published",
            form
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
            async story => (await withdraw.Retract(db, story, note, who)).Problems,
            "withdrawn",
            new PublishFields { Note = note }
        );
    }

    /// <summary>Gives the story another address; the old one leads there.</summary>
    public async Task<IResult> Move(Guid id, HttpContext http, SignedIn who)
    {
        var form = await http.Request.ReadFormAsync();
        var wanted = form["address"].ToString().Trim();
        return await Do(
            id,
            http,
            who,
            async story =>
            {
                var before = story.Path;
                var outcome = await MoveStory.Into(db, story, wanted);
                if (!outcome.Refused)
                    db.Audit(
                        who,
                        clock.GetUtcNow(),
                        "story.readdressed",
                        $"story:{story.Id}",
                        story.Draft.Headline,
                        $"{before} {outcome.Value}"
                    );
                return outcome.Problems;
            },
            "readdressed",
            new PublishFields { Address = wanted }
        );
    }

    private async Task<IReadOnlyList<Problem>> Plan(Story story, DateTimeOffset? at, VersionAct act, SignedIn who)
    {
        var now = clock.GetUtcNow();
        if (at is not { } time)
            return
            [
                new Problem("at", "Write day and time. A time that the clock leaps over in spring does not exist."),
            ];
        if (IssueVersion.Refused(story, act) is { Count: > 0 } refused)
            return refused;
        if ((await checklist.Of(story, db, who.Language)).Any(finding => finding.Level == FindingLevel.Stops))
            return [new Problem("The checklist still stops this story. Mend what it names, then publish.")];
        var from = story.State;
        if (story.Schedule(time, act, who.Id, now) is { } problem)
            return [problem];
        ChangeState.Note(db, story, from, StoryState.Scheduled, who.Id, now, act.Told);
        db.Audit(
            who,
            now,
            "story.scheduled",
            $"story:{story.Id}",
            story.Draft.Headline,
            $"{time:u} {act.Kind}{IssueVersion.Against(IssueVersion.Doubts(story, act))}"
        );
        return [];
    }

    private async Task<IResult> Do(
        Guid id,
        HttpContext http,
        SignedIn who,
        Func<Story, Task<IReadOnlyList<Problem>>> act,
        string done,
        PublishFields kept
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
            : await show.Page(id, http, who, problems, kept);
    }
}
