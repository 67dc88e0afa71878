using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Notices;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;
using OnRecord.Stories.Workflow;
using Quartz;

namespace OnRecord.Stories.Publishing;

/// <summary>Shows readers what is scheduled, once its time has come; also what came due while the server was away. Safe to run on several nodes.</summary>
[DisallowConcurrentExecution]
internal sealed class PublishDue(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PublishDue> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await PublishAll(cancellationToken);

    public async Task PublishAll(CancellationToken stop)
    {
        List<Guid> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var now = clock.GetUtcNow();
            due = await scope
                .ServiceProvider.GetRequiredService<OnRecordDb>()
                .Set<Story>()
                .Where(story => story.State == StoryState.Scheduled && story.ScheduledAt <= now)
                .OrderBy(story => story.ScheduledAt)
                .Select(story => story.Id)
                .ToListAsync(stop);
        }
        foreach (var id in due)
            await Publish(id, stop);
    }

    private async Task Publish(Guid id, CancellationToken stop)
    {
        // A scope for each: one story that cannot go must not hold back the next.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        var issue = scope.ServiceProvider.GetRequiredService<IssueVersion>();
        var notices = scope.ServiceProvider.GetRequiredService<GiveNotice>();
        try
        {
            await db.Transact(() => Into(db, issue, notices, id), stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody saved, or another node published it, at this very moment; the next run sees what became of it.
            log.LogInformation("Story {Story} changed while its time came", id);
        }
        catch (RecordRefusal refusal)
        {
            log.LogError(refusal, "Story {Story} could not be published at its time", id);
            await NotPublished(id, refusal.Problem, stop);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // One story must not hold back the others.
            log.LogError(failure, "Story {Story} could not be published at its time", id);
        }
    }

    private async Task Into(OnRecordDb db, IssueVersion issue, GiveNotice notices, Guid id)
    {
        var now = clock.GetUtcNow();
        var story = await db.Stories.Include(row => row.Versions).FirstOrDefaultAsync(row => row.Id == id);
        if (story is not { State: StoryState.Scheduled } || story.ScheduledAt > now || story.Scheduled() is not { } act)
            return;
        var outcome = await issue.Into(db, story, act, who: null, story.ScheduledBy);
        if (outcome.Refused)
            await TakeOff(db, notices, story, outcome.Problems[0]);
    }

    // The transaction that was to publish it has left nothing, so that it is no longer due has one of its own.
    private async Task NotPublished(Guid id, Problem problem, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        var notices = scope.ServiceProvider.GetRequiredService<GiveNotice>();
        try
        {
            await db.Transact(
                async () =>
                {
                    var story = await db.Stories.FirstOrDefaultAsync(row => row.Id == id, stop);
                    if (story is { State: StoryState.Scheduled })
                        await TakeOff(db, notices, story, problem);
                },
                stop
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            log.LogInformation("Story {Story} changed while its time came", id);
        }
    }

    private async Task TakeOff(OnRecordDb db, GiveNotice notices, Story story, Problem problem)
    {
        var (id, by, now) = (story.Id, story.ScheduledBy, clock.GetUtcNow());
        ChangeState.Note(db, story, StoryState.Scheduled, StoryState.Ready, null, now, problem.Message);
        story.Enter(StoryState.Ready, now);
        db.Audit(null, now, "story.not-published", $"story:{id}", story.Draft.Headline, problem.Message);
        await notices.To(
            db,
            by is { } scheduler ? [scheduler] : [],
            NoticeKind.NotPublished,
            null,
            story.Draft.Headline,
            $"/desk/stories/{id}/publish",
            problem.Message
        );
    }
}
