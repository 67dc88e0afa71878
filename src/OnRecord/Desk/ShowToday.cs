using System.Net;
using System.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OnRecord.Platform.Files;
using OnRecord.Platform.Mail;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Desk;

/// <summary>The desk's first page. Until staff have accounts only the machine itself is let in: to anyone else there is no such page.</summary>
internal static class ShowToday
{
    private const int StoryCount = 50;

    private static readonly ResourceManager DeskWords = new("OnRecord.Desk.DeskWords", typeof(ShowToday).Assembly);

    public static async Task<IResult> Get(
        HttpContext http,
        OnRecordDb db,
        Assets assets,
        DataFolder data,
        IOptions<MailOptions> mail,
        PageRenderer pages
    )
    {
        if (!IsThisMachine(http))
            return Results.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        var newsroom = await db.Newsroom();
        var stories = await db.Set<Story>()
            .OrderByDescending(story => story.CreatedAt)
            .Take(StoryCount)
            .Select(story => new
            {
                story.Draft.Headline,
                story.Draft.Language,
                story.Path,
                story.CreatedAt,
                story.UpdatedAt,
            })
            .AsNoTracking()
            .ToListAsync();
        var view = new TodayView
        {
            Newsroom = newsroom.Name,
            Style = assets["desk.css"],
            Icon = assets["icon.svg"],
            Words = new Words(DeskWords, newsroom.Language),
            Published = await db.Set<Story>().CountAsync(story => story.LiveVersionId != null),
            Unpublished = await db.Set<Story>().CountAsync(story => story.LiveVersionId == null),
            Stories =
            [
                .. stories.Select(row => new TodayStory(
                    row.Headline,
                    row.Language,
                    row.Path,
                    newsroom.Local(row.UpdatedAt ?? row.CreatedAt)
                )),
            ],
            MailFolder = mail.Value.Host is null ? data.OutgoingMail : null,
            MailWaiting = await db.Set<OutgoingMail>().CountAsync(row => row.DueAt != null),
            MailFailed = await db.Set<OutgoingMail>().CountAsync(row => row.DueAt == null && row.SentAt == null),
        };
        return await pages.Page<TodayPage>(view);
    }

    // A proxy on this machine speaks for someone else, and says so in a header.
    private static bool IsThisMachine(HttpContext http) =>
        (http.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(http.Connection.RemoteIpAddress))
        && IsLocalName(http.Request.Host.Host)
        && !http.Request.Headers.Keys.Any(name =>
            name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase)
            || name.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Via", StringComparison.OrdinalIgnoreCase)
        );

    // A page of another site may lead a browser on this machine here under its own name (DNS rebinding).
    private static bool IsLocalName(string host) =>
        host == "localhost"
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
