using System.Globalization;
using System.Resources;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;

namespace OnRecord.Desk.Notices;

/// <summary>What a colleague should know, newest first.</summary>
internal static class ShowNotices
{
    public static readonly ResourceManager Strings = new(
        "OnRecord.Desk.Notices.NoticesWords",
        typeof(ShowNotices).Assembly
    );

    private const int PageSize = 50;

    public static async Task<IResult> Get(
        HttpContext http,
        string? before,
        SignedIn me,
        OnRecordDb db,
        Room room,
        PageRenderer pages
    )
    {
        var (around, newsroom) = await room.Around(http, "");
        var words = Room.Words(Strings, around);
        var rows = db.Set<Notice>().AsNoTracking().Where(row => row.StaffId == me.Id);
        if (Before(before) is var (at, id))
            rows = rows.Where(row => row.At < at || (row.At == at && row.Id < id));
        var found = await rows.OrderByDescending(row => row.At)
            .ThenByDescending(row => row.Id)
            .Take(PageSize + 1)
            .ToListAsync();
        var shown = found.Take(PageSize).ToList();
        var kinds = GiveNotice.Words(me.Language);
        return await pages.Page<NoticesPage>(
            new NoticesView
            {
                Around = around with { Title = words["Notices"] },
                Words = words,
                Notices =
                [
                    .. shown.Select(row => new NoticeView(
                        row.Id,
                        GiveNotice.Sentence(kinds, row.Kind, row.By, row.About),
                        row.Text,
                        words.Moment(newsroom.Local(row.At)),
                        row.ReadAt is null
                    )),
                ],
                Older =
                    found.Count > PageSize ? $"/desk/notices?before={shown[^1].At.UtcTicks}.{shown[^1].Id:N}" : null,
            }
        );
    }

    private static (DateTimeOffset At, Guid Id)? Before(string? written) =>
        written?.Split('.') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTimeOffset.MaxValue.Ticks
        && Guid.TryParse(id, out var guid)
            ? (new DateTimeOffset(at, TimeSpan.Zero), guid)
            : null;
}

/// <summary>A page of notices.</summary>
public sealed record NoticesView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public required IReadOnlyList<NoticeView> Notices { get; init; }

    /// <summary>Where older ones are; null where there are none.</summary>
    public string? Older { get; init; }
}

/// <summary>One notice as a sentence.</summary>
/// <param name="Text">The other's own words; empty where there are none.</param>
public sealed record NoticeView(Guid Id, string Sentence, string Text, string At, bool IsNew);
