using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OnRecord.Platform.Files;
using OnRecord.Platform.Mail;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Today;

/// <summary>The desk's first page.</summary>
internal static class ShowToday
{
    public static async Task<IResult> Get(
        HttpContext http,
        OnRecordDb db,
        DataFolder data,
        IOptions<MailOptions> mail,
        Room room,
        PageRenderer pages
    )
    {
        var (view, _) = await room.Around(http, "");
        return await pages.Page<TodayPage>(
            new TodayView
            {
                Around = view with { Title = view.Words["Today"] },
                Published = await db.Set<Story>().CountAsync(story => story.LiveVersionId != null),
                InMotion = await db.Set<Story>().CountAsync(story => story.State < StoryState.Published),
                MailFolder = mail.Value.Host is null ? data.OutgoingMail : null,
                MailWaiting = await db.Set<OutgoingMail>().CountAsync(row => row.DueAt != null),
                MailFailed = await db.Set<OutgoingMail>().CountAsync(row => row.DueAt == null && row.SentAt == null),
            }
        );
    }
}
