using Microsoft.EntityFrameworkCore;
using OnRecord.People.Notices;
using OnRecord.Platform.Storage;
using Quartz;

namespace OnRecord.Stories.Workflow;

/// <summary>Tells writers that a story is due within two hours, and that it is overdue. Each once.</summary>
[DisallowConcurrentExecution]
internal sealed class RemindOfDue(OnRecordDb db, GiveNotice notices, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(2);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await Remind(cancellationToken);

    public async Task Remind(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var soon = now + Ahead;
        var due = await db.Set<Story>()
            .Where(story =>
                story.State < StoryState.WithEditor
                && (
                    (story.DueAt <= now && story.Reminded != DueReminder.Overdue)
                    || (story.DueAt <= soon && story.Reminded == DueReminder.None)
                )
            )
            .Select(story => story.Id)
            .ToListAsync(stop);
        foreach (var id in due)
        {
            await db.Transact(() => Remind(id, now), stop);
            db.ChangeTracker.Clear();
        }
    }

    private async Task Remind(Guid id, DateTimeOffset now)
    {
        if (await db.Stories.FindAsync(id) is not { DueAt: { } at } story)
            return;
        story.Reminded = at <= now ? DueReminder.Overdue : DueReminder.Soon;
        await notices.To(
            db,
            await WhoWrites.Of(db, story),
            at <= now ? NoticeKind.Overdue : NoticeKind.DueSoon,
            null,
            story.Draft.Headline,
            $"/desk/stories/{id}"
        );
    }
}
