using Microsoft.EntityFrameworkCore;
using OnRecord.People.Notices;
using OnRecord.Platform.Storage;
using Quartz;

namespace OnRecord.Stories.Corrections;

/// <summary>Tells editors and the story's writers that a reader is to be answered within twelve hours, and that the time is over. Each once.</summary>
[DisallowConcurrentExecution]
internal sealed class RemindOfReports(OnRecordDb db, GiveNotice notices, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(12);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await Remind(cancellationToken);

    public async Task Remind(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var soon = now + Ahead;
        var due = await db.Set<ErrorReport>()
            .Where(row =>
                row.AnsweredAt == null
                && (
                    (row.DueAt <= now && row.Reminded != DueReminder.Overdue)
                    || (row.DueAt <= soon && row.Reminded == DueReminder.None)
                )
            )
            .AsNoTracking()
            .ToListAsync(stop);
        // A newsroom that answers within a few hours has just been told of it.
        foreach (var report in due.Where(row => row.DueAt <= now || now - row.At > row.DueAt - now))
        {
            await db.Transact(() => Remind(report, now), stop);
            db.ChangeTracker.Clear();
        }
    }

    private async Task Remind(ErrorReport report, DateTimeOffset now)
    {
        var told = report.DueAt <= now ? DueReminder.Overdue : DueReminder.Soon;
        // Another node may be at it too; whoever changes the row tells.
        var claimed = await db.Set<ErrorReport>()
            .Where(row => row.Id == report.Id && row.AnsweredAt == null && row.Reminded < told)
            .ExecuteUpdateAsync(row => row.SetProperty(due => due.Reminded, told));
        if (claimed == 0)
            return;
        var story = await db.Set<Story>().AsNoTracking().SingleAsync(row => row.Id == report.StoryId);
        await notices.To(
            db,
            await ReportError.WhoIsTold(db, story),
            told == DueReminder.Overdue ? NoticeKind.AnswerOverdue : NoticeKind.AnswerDueSoon,
            null,
            await ReportError.Headline(db, story),
            ReportError.DeskPath(report.Id)
        );
    }
}
