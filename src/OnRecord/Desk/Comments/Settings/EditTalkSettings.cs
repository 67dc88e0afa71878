using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Desk.Comments.Settings;

/// <summary>How the newsroom and its sections keep their comments.</summary>
internal sealed class EditTalkSettings(OnRecordDb db, CommentDesk desk, TimeProvider clock)
{
    private const int LongestList = 20_000;

    public async Task<IResult> Get(HttpContext http)
    {
        var house = await House();
        return await Page(http, Filled(house), await Sections(), []);
    }

    public async Task<IResult> Save(HttpContext http, SignedIn who)
    {
        var form = await http.Request.ReadFormAsync();
        var filled = new TalkSettings(
            form["mode"].ToString(),
            form["confirms"] == "yes",
            form["closes"].ToString().Trim(),
            form["slow"].ToString().Trim(),
            form["links"].ToString().Trim(),
            form["attack"].ToString().Trim(),
            Lines(form["held"].ToString()),
            Lines(form["free"].ToString()),
            form["addresses"].ToString().Trim(),
            form["refused"].ToString().Trim(),
            form["silent"].ToString().Trim()
        );
        var sections = await Sections();
        var chosen = sections.ConvertAll(row => row with { Mode = ModeIn(form, row.Id) });
        var problems = Problems(filled).ToList();
        if (problems.Count > 0)
            return await Page(http, filled, chosen, problems);
        await db.Transact(async () =>
        {
            var house = await db.Set<CommentHouse>().SingleAsync(row => row.Id == CommentHouse.OnlyId);
            house.Mode = Enum.Parse<CommentMode>(filled.Mode);
            house.ConfirmsEach = filled.Confirms;
            house.ClosesAfterDays = filled.Closes.Length == 0 ? null : Number(filled.Closes);
            house.SlowSeconds = Number(filled.Slow)!.Value;
            house.MostLinks = Number(filled.Links)!.Value;
            house.AttackPerMinute = Number(filled.Attack)!.Value;
            house.AddressDays = Number(filled.Addresses) ?? house.AddressDays;
            house.RefusedDays = Number(filled.Refused) ?? house.RefusedDays;
            house.SilentMonths = Number(filled.Silent) ?? house.SilentMonths;
            (house.HeldWords, house.FreeWords) = (filled.Held, filled.Free);
            var known = await db.Set<SectionTalk>().ToDictionaryAsync(row => row.SectionId);
            foreach (var row in chosen)
                Set(known.GetValueOrDefault(row.Id), row);
            db.Audit(
                who,
                clock.GetUtcNow(),
                "comments.set",
                "newsroom",
                (await db.Newsroom()).Name,
                $"{house.Mode} {string.Join(' ', chosen.Where(row => row.Mode.Length > 0).Select(row => $"{row.Name}: {row.Mode}"))}".Trim()
            );
        });
        return SeeOther.At($"{CommentDesk.Root}/settings?done=Saved");
    }

    private void Set(SectionTalk? known, SectionModeView row)
    {
        if (!Enum.TryParse<CommentMode>(row.Mode, out var mode))
        {
            if (known is not null)
                db.Remove(known);
        }
        else if (known is null)
            db.Add(new SectionTalk { SectionId = row.Id, Mode = mode });
        else
            known.Mode = mode;
    }

    private async Task<IResult> Page(
        HttpContext http,
        TalkSettings filled,
        IReadOnlyList<SectionModeView> sections,
        IReadOnlyList<Problem> problems
    )
    {
        var (frame, newsroom) = await desk.Around(http, "Settings", problems);
        var rules = await PolicyAddresses.Of(db, newsroom);
        var view = new TalkSettingsView
        {
            Around = frame.Around,
            Words = frame.Words,
            Tabs = frame.Tabs,
            Problems = frame.Problems,
            Settings = filled,
            Sections = sections,
            Rules = rules.GetValueOrDefault(PolicyKind.Comments),
        };
        return await desk.Page<TalkSettingsPage>(view);
    }

    private static IEnumerable<Problem> Problems(TalkSettings filled)
    {
        if (!Enum.TryParse<CommentMode>(filled.Mode, out var mode) || !Enum.IsDefined(mode))
            yield return new Problem("mode", "Choose who may comment.");
        if (filled.Closes.Length > 0 && Number(filled.Closes) is not (>= 1 and <= 3650))
            yield return new Problem("closes", "Write a number of days from 1 to 3650, or leave it empty.");
        if (Number(filled.Slow) is not (>= 10 and <= 86400))
            yield return new Problem("slow", "Write a number of seconds from 10 to 86400, which is a day.");
        if (Number(filled.Links) is not (>= 0 and <= 100))
            yield return new Problem("links", "Write a number of links from 0 to 100.");
        if (Number(filled.Attack) is not (>= 10 and <= 100000))
            yield return new Problem("attack", "Write a number of comments from 10 to 100000.");
        if (filled.Addresses.Length > 0 && Number(filled.Addresses) is not (>= 1 and <= 30))
            yield return new Problem("addresses", "Write a number of days from 1 to 30.");
        if (filled.Refused.Length > 0 && Number(filled.Refused) is not (>= 184 and <= 3650))
            yield return new Problem(
                "refused",
                "Write a number of days from 184 to 3650: for six months somebody may ask for another look."
            );
        if (filled.Silent.Length > 0 && Number(filled.Silent) is not (>= 1 and <= 240))
            yield return new Problem("silent", "Write a number of months from 1 to 240.");
        if (filled.Held.Length > LongestList || filled.Free.Length > LongestList)
            yield return Problem.With(
                filled.Held.Length > LongestList ? "held" : "free",
                "A list of words holds {0} characters at most. Make it shorter.",
                LongestList
            );
    }

    private static TalkSettings Filled(CommentHouse house) =>
        new(
            $"{house.Mode}",
            house.ConfirmsEach,
            $"{house.ClosesAfterDays}",
            $"{house.SlowSeconds}",
            $"{house.MostLinks}",
            $"{house.AttackPerMinute}",
            house.HeldWords,
            house.FreeWords,
            $"{house.AddressDays}",
            $"{house.RefusedDays}",
            $"{house.SilentMonths}"
        );

    private Task<CommentHouse> House() =>
        db.Set<CommentHouse>().AsNoTracking().SingleAsync(row => row.Id == CommentHouse.OnlyId);

    private async Task<List<SectionModeView>> Sections()
    {
        var modes = await db.Set<SectionTalk>().AsNoTracking().ToDictionaryAsync(row => row.SectionId, row => row.Mode);
        return (await db.Set<Section>().AsNoTracking().OrderBy(row => row.Position).ToListAsync()).ConvertAll(
            row => new SectionModeView(
                row.Id,
                row.Name,
                row.Language,
                modes.TryGetValue(row.Id, out var mode) ? $"{mode}" : ""
            )
        );
    }

    private static string ModeIn(IFormCollection form, Guid section) =>
        Enum.TryParse<CommentMode>(form[$"section-{section}"], out var mode) && Enum.IsDefined(mode) ? $"{mode}" : "";

    private static int? Number(string written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Lines(string text) =>
        string.Join(
            '\n',
            text.ReplaceLineEndings("\n")
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(line => new string([.. line.Where(c => !char.IsControl(c))]))
                .Distinct(StringComparer.OrdinalIgnoreCase)
        );
}

/// <summary>The settings as they stand in the form.</summary>
public sealed record TalkSettings(
    string Mode,
    bool Confirms,
    string Closes,
    string Slow,
    string Links,
    string Attack,
    string Held,
    string Free,
    string Addresses,
    string Refused,
    string Silent
);

/// <summary>How comments are kept.</summary>
public sealed record TalkSettingsView : CommentDeskView
{
    public required TalkSettings Settings { get; init; }
    public required IReadOnlyList<SectionModeView> Sections { get; init; }

    /// <summary>Where readers find the rules; null where none are published.</summary>
    public string? Rules { get; init; }
}

/// <param name="Mode">Empty where it is the newsroom's.</param>
public sealed record SectionModeView(Guid Id, string Name, string? Language, string Mode);
