using System.Resources;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Staff;

/// <summary>Everyone with an account, and the form that invites another.</summary>
internal sealed class ShowStaff(OnRecordDb db, Room room, PageRenderer pages, TimeProvider clock)
{
    public static readonly ResourceManager Strings = new("OnRecord.Desk.Staff.StaffWords", typeof(ShowStaff).Assembly);

    public static Task<IResult> Get(HttpContext http, ShowStaff staff) => staff.Page(http, new InviteView(), []);

    public async Task<IResult> Page(HttpContext http, InviteView invite, IReadOnlyList<Problem> problems)
    {
        var (around, newsroom) = await room.Around(http, "");
        var words = Room.Words(Strings, around);
        return await pages.Page<StaffPage>(
            new StaffView
            {
                Around = around with { Title = words["Staff"] },
                Words = words,
                Members = await Members(around.Words, words, newsroom),
                Invite = invite.Language.Length > 0 ? invite : invite with { Language = newsroom.Language },
                Roles = RoleChoices(around.Words, invite.Chosen),
                Problems = problems,
            },
            problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }

    /// <summary>Every role, with what it is for.</summary>
    public static List<RoleView> RoleChoices(Words desk, IReadOnlyCollection<string> chosen) =>
        [
            .. RolePermissions.All.Select(role => new RoleView(
                role.ToString(),
                desk[$"Role.{role}"],
                new Words(Strings, desk.Language)[$"Role.{role}"],
                chosen.Contains(role.ToString())
            )),
        ];

    public static Roles Read(IEnumerable<string>? written) =>
        (written ?? [])
            .Select(name =>
                RolePermissions.All.FirstOrDefault(role =>
                    string.Equals(role.ToString(), name, StringComparison.Ordinal)
                )
            )
            .Aggregate(Roles.None, (all, role) => all | role);

    public static string Names(Words desk, Roles roles) =>
        string.Join(", ", roles.Each().Select(role => desk[$"Role.{role}"]));

    private async Task<List<MemberView>> Members(Words desk, Words words, Newsroom newsroom)
    {
        var rows = await db.Set<StaffMember>().AsNoTracking().OrderBy(row => row.Name).ToListAsync();
        var now = clock.GetUtcNow();
        var seen = await db.Set<StaffSession>()
            .GroupBy(row => row.StaffId)
            .Select(all => new { all.Key, At = all.Max(row => row.SeenAt) })
            .ToDictionaryAsync(row => row.Key, row => row.At);
        var invited = await db.Set<StaffInvitation>()
            .Where(row => row.Kind == InvitationKind.Invite && row.UsedAt == null && row.EndsAt > now)
            .Select(row => row.StaffId)
            .ToListAsync();
        return rows.ConvertAll(row => new MemberView(
            row.Id,
            row.Name,
            row.Email,
            Names(desk, row.Roles),
            StateOf(row, invited.Contains(row.Id)),
            seen.TryGetValue(row.Id, out var at) ? words.Moment(newsroom.Local(at)) : null
        ));
    }

    public static MemberState StateOf(StaffMember staff, bool invited) =>
        staff.LockedOutAt is not null ? MemberState.LockedOut
        : staff.JoinedAt is not null ? MemberState.In
        : invited ? MemberState.Invited
        : MemberState.InvitationOver;
}

/// <summary>Everyone with an account.</summary>
public sealed record StaffView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public required IReadOnlyList<MemberView> Members { get; init; }
    public required InviteView Invite { get; init; }
    public required IReadOnlyList<RoleView> Roles { get; init; }
    public required IReadOnlyList<Problem> Problems { get; init; }
}

/// <summary>Somebody in the list.</summary>
/// <param name="Seen">When they were last at the desk; null for never.</param>
public sealed record MemberView(Guid Id, string Name, string Email, string Roles, MemberState State, string? Seen);

/// <summary>How somebody stands with the desk.</summary>
public enum MemberState
{
    In,
    Invited,
    InvitationOver,
    LockedOut,
}

/// <summary>What stands in the form that invites.</summary>
public sealed record InviteView(string Name = "", string Email = "", string Language = "")
{
    public IReadOnlyList<string> Chosen { get; init; } = [];
}

/// <summary>A role to choose.</summary>
public sealed record RoleView(string Key, string Name, string What, bool Chosen);
