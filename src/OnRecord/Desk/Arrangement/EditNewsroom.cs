using System.Globalization;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Desk.Arrangement;

/// <summary>The newsroom's name, language, clock and address for letters.</summary>
internal static class EditNewsroom
{
    public static async Task<IResult> Get(
        HttpContext http,
        SignedIn who,
        OnRecordDb db,
        ArrangementRoom room,
        TimeProvider clock
    )
    {
        if (!who.May(Permission.RunNewsroom))
            return SeeOther.At($"{ArrangementRoom.Root}/sections");
        var newsroom = await db.Newsroom();
        var form = new Form(
            newsroom.Name,
            newsroom.Tagline,
            newsroom.Language,
            newsroom.TimeZone,
            newsroom.Contact,
            $"{newsroom.AnswerHours}"
        );
        return await Page(http, form, [], room, clock);
    }

    public static async Task<IResult> Save(
        HttpContext http,
        IFormCollection sent,
        SignedIn who,
        OnRecordDb db,
        ArrangementRoom room,
        TimeProvider clock
    )
    {
        var filled = new Filled(sent, ArrangementRoom.Words(who));
        var form = Form.Read(filled);
        if (filled.Refused)
            return await Page(http, form, filled.Problems, room, clock);
        await db.Transact(async () =>
        {
            var newsroom = await db.Newsroom();
            (newsroom.Name, newsroom.Tagline, newsroom.Language) = (form.Name, form.Tagline, form.Language);
            (newsroom.TimeZone, newsroom.Contact) = (form.TimeZone, form.Contact);
            newsroom.AnswerHours = form.Hours ?? newsroom.AnswerHours;
            db.Audit(who, clock.GetUtcNow(), "site.newsroom", "newsroom", form.Name, form.TimeZone);
        });
        return ArrangementRoom.Done(http, "");
    }

    private static async Task<IResult> Page(
        HttpContext http,
        Form form,
        IReadOnlyList<Problem> problems,
        ArrangementRoom room,
        TimeProvider clock
    )
    {
        var (frame, _) = await room.Around(http, "Newsroom", problems);
        var view = new NewsroomView
        {
            Frame = frame,
            Name = form.Name,
            Tagline = form.Tagline,
            Language = form.Language,
            TimeZone = form.TimeZone,
            Contact = form.Contact,
            AnswerHours = form.AnswerHours,
            Zones = TimeZones.All(clock.GetUtcNow()),
        };
        return await room.Page<NewsroomPage>(frame, view);
    }

    private sealed record Form(
        string Name,
        string Tagline,
        string Language,
        string TimeZone,
        string? Contact,
        string AnswerHours
    )
    {
        private const int MostHours = 720;

        /// <summary>Null where the field was left out or is no such number.</summary>
        public int? Hours =>
            int.TryParse(AnswerHours, NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            && hours is >= 1 and <= MostHours
                ? hours
                : null;

        public static Form Read(Filled filled)
        {
            var form = new Form(
                filled.Needed("name", 120, "NameMissing"),
                filled.Line("tagline", 200),
                filled.Line("language", 20),
                filled.Line("time-zone", 60),
                filled.Mail("contact"),
                filled.Line("answer-hours", 5)
            );
            if (form.AnswerHours.Length > 0 && form.Hours is null)
                filled.Refuse("answer-hours", "AnswerHoursUnknown", MostHours);
            if (form.Language is not ("en" or "uk"))
                filled.Refuse("language", "NewsroomLanguageUnknown");
            if (!TimeZones.Has(form.TimeZone))
                filled.Refuse("time-zone", "TimeZoneUnknown", form.TimeZone);
            return form;
        }
    }
}

/// <summary>The time zones of the IANA database that this machine knows.</summary>
internal static class TimeZones
{
    private static readonly Lazy<IReadOnlyList<TimeZoneInfo>> Known = new(() =>
        [
            .. TimeZoneInfo
                .GetSystemTimeZones()
                .Where(zone => zone.HasIanaId && Has(zone.Id))
                .OrderBy(zone => zone.Id, StringComparer.Ordinal),
        ]
    );

    public static IReadOnlyList<ZoneLine> All(DateTimeOffset now) =>
        [.. Known.Value.Select(zone => new ZoneLine(zone.Id, Offset(zone.GetUtcOffset(now))))];

    // Windows' names are understood too, but another machine's libraries may not know them.
    public static bool Has(string name) =>
        name == "UTC"
        || (
            name.Contains('/')
            && !name.Contains("..", StringComparison.Ordinal)
            && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            && zone.HasIanaId
            && zone.Id == name
        );

    private static string Offset(TimeSpan offset) =>
        string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '−' : '+')}{offset:hh\\:mm}");
}

/// <summary>The newsroom's own facts.</summary>
public sealed record NewsroomView
{
    public required ArrangementView Frame { get; init; }
    public required string Name { get; init; }
    public required string Tagline { get; init; }
    public required string Language { get; init; }
    public required string TimeZone { get; init; }
    public string? Contact { get; init; }
    public required string AnswerHours { get; init; }
    public required IReadOnlyList<ZoneLine> Zones { get; init; }
}

/// <summary>A time zone and how far it is from UTC now.</summary>
public sealed record ZoneLine(string Id, string Offset);
