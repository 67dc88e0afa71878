using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Desk.Arrangement.Machines;

/// <summary>What machines learn of the newsroom, and what it lets them do: bots, hubs, the organisation, trust.txt.</summary>
internal static class EditMachines
{
    public static async Task<IResult> Get(HttpContext http, OnRecordDb db, ArrangementRoom room) =>
        await Page(http, MachinesForm.Of(await db.Newsroom()), [], room);

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
        var form = MachinesForm.Read(filled, clock.GetUtcNow());
        if (filled.Refused)
            return await Page(http, form, filled.Problems, room);
        await db.Transact(async () =>
        {
            var newsroom = await db.Newsroom();
            form.Into(newsroom);
            var refused = Enum.GetValues<BotPurpose>().Where(newsroom.Refuses).ToList();
            db.Audit(
                who,
                clock.GetUtcNow(),
                "site.machines",
                "newsroom",
                newsroom.Name,
                $"refused: {(refused.Count == 0 ? "none" : string.Join(", ", refused))}"
            );
        });
        return ArrangementRoom.Done(http, "/machines");
    }

    private static async Task<IResult> Page(
        HttpContext http,
        MachinesForm form,
        IReadOnlyList<Problem> problems,
        ArrangementRoom room
    )
    {
        var (frame, _) = await room.Around(http, "Machines", problems);
        var view = new MachinesView
        {
            Frame = frame,
            Bots =
            [
                .. Enum.GetValues<BotPurpose>()
                    .Select(purpose => new BotsView(
                        $"{purpose}",
                        form.Refused.Contains(purpose),
                        KnownBots.For(purpose)
                    )),
            ],
            Hubs = form.Hubs,
            FoundedOn = form.FoundedOn,
            Profiles = form.Profiles,
            TrustLines = form.TrustLines,
        };
        return await room.Page<MachinesPage>(frame, view);
    }
}

/// <summary>What the newsroom chooses about machines.</summary>
public sealed record MachinesView
{
    public required ArrangementView Frame { get; init; }
    public required IReadOnlyList<BotsView> Bots { get; init; }
    public required string Hubs { get; init; }
    public required string FoundedOn { get; init; }
    public required string Profiles { get; init; }
    public required string TrustLines { get; init; }
}

/// <summary>Bots of one purpose.</summary>
/// <param name="Purpose">The key of its words.</param>
public sealed record BotsView(string Purpose, bool Refused, IReadOnlyList<string> Names);
