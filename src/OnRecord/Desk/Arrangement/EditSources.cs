using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Ledger;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Arrangement;

/// <summary>Whether readers see sources at all, and which checks on them stop publication.</summary>
internal static class EditSources
{
    public static async Task<IResult> Get(HttpContext http, OnRecordDb db, ArrangementRoom room)
    {
        var (frame, newsroom) = await room.Around(http, "Sources");
        var levels = CheckLevels.Read(newsroom.SourceChecks);
        var view = new SourceSettingsView
        {
            Frame = frame,
            Shown = !newsroom.HidesSources,
            Checks =
            [
                .. CheckLevels.Known.Select(known => new CheckLevelView(
                    known.Code,
                    $"{levels[known.Code]}",
                    $"{known.Level}"
                )),
            ],
        };
        return await room.Page<SourceSettingsPage>(frame, view);
    }

    public static async Task<IResult> Save(
        HttpContext http,
        IFormCollection sent,
        SignedIn who,
        OnRecordDb db,
        TimeProvider clock
    )
    {
        // A page made before a check was known says nothing of it: then it stays as it is.
        await db.Transact(async () =>
        {
            var newsroom = await db.Newsroom();
            var before = CheckLevels.Read(newsroom.SourceChecks);
            newsroom.HidesSources = sent["shown"].ToString().Length == 0;
            newsroom.SourceChecks = CheckLevels.Write(
                CheckLevels.Known.Select(known => (known.Code, Chosen(sent[known.Code]!) ?? before[known.Code]))
            );
            db.Audit(
                who,
                clock.GetUtcNow(),
                "site.sources",
                "newsroom",
                newsroom.Name,
                $"{(newsroom.HidesSources ? "off" : "on")} {newsroom.SourceChecks}".Trim()
            );
        });
        return ArrangementRoom.Done(http, "/sources");
    }

    private static FindingLevel? Chosen(string written) =>
        Enum.TryParse<FindingLevel>(written, out var level) && Enum.IsDefined(level) ? level : null;
}

/// <summary>How the newsroom handles sources.</summary>
public sealed record SourceSettingsView
{
    public required ArrangementView Frame { get; init; }

    /// <summary>Whether readers see sources.</summary>
    public required bool Shown { get; init; }

    public required IReadOnlyList<CheckLevelView> Checks { get; init; }
}

/// <summary>A check on sources: how it is set, and how it comes.</summary>
public sealed record CheckLevelView(string Code, string Level, string Comes);
