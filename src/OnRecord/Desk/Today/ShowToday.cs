using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OnRecord.Desk.Budget;
using OnRecord.Desk.Reports;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Platform.Files;
using OnRecord.Platform.Mail;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Today;

/// <summary>The desk's first page.</summary>
internal static class ShowToday
{
    private const int ListLength = 10;
    private const int NoticeCount = 8;

    public static async Task<IResult> Get(
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        DataFolder data,
        IOptions<MailOptions> mail,
        Room room,
        TimeProvider clock,
        PageRenderer pages
    )
    {
        var (view, newsroom) = await room.Around(http, "");
        var runs = who.May(Permission.RunNewsroom);
        return await pages.Page<TodayPage>(
            new TodayView
            {
                Around = view with { Title = view.Words["Today"] },
                List = new Words(ShowBudget.Strings, who.Language),
                Lists = await Lists(who, db, newsroom, clock.GetUtcNow()),
                Notices = await Notices(who, db, newsroom, clock.GetUtcNow()),
                Reports = who.May(Permission.SeeStories)
                    ? await OpenReports.Due(db, newsroom, who.Language, clock.GetUtcNow())
                    : null,
                SeesStories = who.May(Permission.SeeStories),
                MayWrite = who.May(Permission.WriteStories),
                Published = await db.Set<Story>().CountAsync(story => story.PublishedAt != null),
                InMotion = await db.Set<Story>().CountAsync(story => story.IsInMotion),
                SeesMail = runs,
                MailFolder = mail.Value.Host is null ? data.OutgoingMail : null,
                MailWaiting = runs ? await db.Set<OutgoingMail>().CountAsync(row => row.DueAt != null) : 0,
                MailFailed = runs
                    ? await db.Set<OutgoingMail>().CountAsync(row => row.DueAt == null && row.SentAt == null)
                    : 0,
            }
        );
    }

    private static async Task<IReadOnlyList<TodayListView>> Lists(
        SignedIn who,
        OnRecordDb db,
        Newsroom newsroom,
        DateTimeOffset now
    )
    {
        var words = new Words(ShowBudget.Strings, who.Language);
        var lists = new List<TodayListView>();
        async Task Add(string heading, BudgetQuery query, bool evenEmpty = false)
        {
            var rows = await StoryList.Of(db, query, who.Id, newsroom, now, ListLength);
            if (rows.Count > 0 || evenEmpty)
                lists.Add(
                    new TodayListView(heading, query.Written(), await StoryRows.Of(db, rows, newsroom, words, now))
                );
        }
        if (who.May(Permission.WriteStories))
            await Add("YourStories", new BudgetQuery { Who = "me" }, evenEmpty: true);
        if (who.May(Permission.EditStories))
            await Add("ForReview", new BudgetQuery { State = $"{StoryState.WithEditor}" });
        if (who.May(Permission.ReviewLaw))
            await Add("ForLegal", new BudgetQuery { State = $"{StoryState.Legal}" });
        if (who.May(Permission.PublishStories))
            await Add("ReadyOnes", new BudgetQuery { State = $"{StoryState.Ready}" });
        return lists;
    }

    private static async Task<IReadOnlyList<TodayNoticeView>> Notices(
        SignedIn who,
        OnRecordDb db,
        Newsroom newsroom,
        DateTimeOffset now
    )
    {
        var words = GiveNotice.Words(who.Language);
        var rows = await db.Set<Notice>()
            .Where(row => row.StaffId == who.Id)
            .OrderByDescending(row => row.At)
            .Take(NoticeCount)
            .AsNoTracking()
            .ToListAsync();
        return
        [
            .. rows.Select(row => new TodayNoticeView(
                row.Id,
                GiveNotice.Sentence(words, row.Kind, row.By, row.About),
                words.Short(newsroom.Local(row.At), newsroom.Local(now)),
                row.ReadAt is null
            )),
        ];
    }
}
