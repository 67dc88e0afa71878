using System.Resources;
using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Entrance;
using OnRecord.People;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Account;

/// <summary>Shows somebody their own account.</summary>
internal sealed class ShowAccount(OnRecordDb db, Doorway doorway, PageRenderer pages, TimeProvider clock)
{
    public static readonly ResourceManager Strings = new(
        "OnRecord.Desk.Account.AccountWords",
        typeof(ShowAccount).Assembly
    );

    private const int MostNames = 1000;

    public static Task<IResult> Get(HttpContext http, SignedIn me, ShowAccount account) => account.Page(http, me, null);

    /// <param name="problem">Why a form of the page was refused, said in its words.</param>
    public async Task<IResult> Page(HttpContext http, SignedIn me, Func<Words, Problem>? problem)
    {
        var (door, newsroom) = await doorway.Around(http, "SignIn");
        var words = Room.Words(Strings, door.Around);
        var staff = await db.Set<StaffMember>().AsNoTracking().SingleAsync(row => row.Id == me.Id);
        string Moment(DateTimeOffset at) => words.Moment(newsroom.Local(at));
        return await pages.Page<AccountPage>(
            new AccountView
            {
                Door = door with { Around = door.Around with { Title = words["Account"] } },
                Words = words,
                Name = staff.Name,
                Email = staff.Email,
                Language = staff.Language,
                NoticesByMail = staff.NoticesByMail,
                Byline = await db.Set<Person>()
                    .Where(row => row.Id == staff.PersonId)
                    .Select(row => row.Name)
                    .FirstOrDefaultAsync(),
                Bylines = await db.Set<Person>()
                    .OrderBy(row => row.Name)
                    .Select(row => row.Name)
                    .Take(MostNames)
                    .ToListAsync(),
                HasPassword = staff.PasswordHash is not null,
                CodesLeft = RecoveryCodes.Count(staff.RecoveryCodes),
                Passkeys = await Passkeys(me.Id, Moment),
                Sessions = await Sessions(me, words, Moment),
                Problems = problem is null ? [] : [problem(words)],
            },
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }

    private async Task<List<PasskeyView>> Passkeys(Guid me, Func<DateTimeOffset, string> moment) =>
        (
            await db.Set<StaffPasskey>()
                .AsNoTracking()
                .Where(row => row.StaffId == me)
                .OrderBy(row => row.AddedAt)
                .ToListAsync()
        ).ConvertAll(row => new PasskeyView(
            row.Id,
            row.Name,
            moment(row.AddedAt),
            row.UsedAt is { } used ? moment(used) : null
        ));

    private async Task<List<SessionView>> Sessions(SignedIn me, Words words, Func<DateTimeOffset, string> moment)
    {
        var now = clock.GetUtcNow();
        var rows = await db.Set<StaffSession>()
            .AsNoTracking()
            .Where(row => row.StaffId == me.Id && row.EndedAt == null)
            .OrderByDescending(row => row.SeenAt)
            .ToListAsync();
        return
        [
            .. rows.Where(row => row.IsOpen(now))
                .Select(row => new SessionView(
                    row.Id,
                    DeviceName.Of(row.Device, words),
                    row.Address,
                    moment(row.StartedAt),
                    moment(row.SeenAt),
                    row.Id == me.SessionId
                )),
        ];
    }
}

/// <summary>Somebody's own account.</summary>
public sealed record AccountView
{
    public required EntranceView Door { get; init; }
    public required Words Words { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string Language { get; init; }
    public required bool NoticesByMail { get; init; }

    /// <summary>The name they sign with; null for those who do not write.</summary>
    public string? Byline { get; init; }

    /// <summary>Names that others, or they, have signed with.</summary>
    public required IReadOnlyList<string> Bylines { get; init; }

    public required bool HasPassword { get; init; }
    public required int CodesLeft { get; init; }
    public required IReadOnlyList<PasskeyView> Passkeys { get; init; }
    public required IReadOnlyList<SessionView> Sessions { get; init; }
    public required IReadOnlyList<Problem> Problems { get; init; }
}

/// <summary>A passkey in a list.</summary>
public sealed record PasskeyView(Guid Id, string Name, string Added, string? Used);

/// <summary>A browser that is signed in.</summary>
/// <param name="Here">Whether it is the one that shows this.</param>
public sealed record SessionView(Guid Id, string Device, string Address, string Since, string Seen, bool Here);
