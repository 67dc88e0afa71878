using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;

namespace OnRecord.Desk.Staff;

/// <summary>One colleague's account, and what an owner may do with it.</summary>
internal sealed class ShowMember(OnRecordDb db, Room room, PageRenderer pages, TimeProvider clock)
{
    public static async Task<IResult> Get(HttpContext http, Guid id, OnRecordDb db, ShowMember member) =>
        await db.Staff.FindAsync(id) is { } staff
            ? await member.Page(http, staff, null, null)
            : TypedResults.NotFound();

    /// <param name="link">A link just made, shown this once.</param>
    public async Task<IResult> Page(HttpContext http, StaffMember staff, string? link, Problem? problem)
    {
        var (around, newsroom) = await room.Around(http, "");
        var words = Room.Words(ShowStaff.Strings, around);
        var now = clock.GetUtcNow();
        var invited = await db.Set<StaffInvitation>()
            .AnyAsync(row =>
                row.StaffId == staff.Id && row.Kind == InvitationKind.Invite && row.UsedAt == null && row.EndsAt > now
            );
        string Moment(DateTimeOffset at) => words.Moment(newsroom.Local(at));
        return await pages.Page<MemberPage>(
            new MemberDetailView
            {
                Around = around with { Title = staff.Name },
                Words = words,
                Id = staff.Id,
                Name = staff.Name,
                Email = staff.Email,
                State = ShowStaff.StateOf(staff, invited),
                HasJoined = staff.JoinedAt is not null,
                Added = Moment(staff.AddedAt),
                Joined = staff.JoinedAt is { } joined ? Moment(joined) : null,
                Passkeys = await db.Set<StaffPasskey>().CountAsync(row => row.StaffId == staff.Id),
                HasPassword = staff.PasswordHash is not null,
                Roles = ShowStaff.RoleChoices(around.Words, [.. staff.Roles.Each().Select(role => role.ToString())]),
                Link = link,
                Problems = problem is null ? [] : [problem],
            },
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }
}

/// <summary>One colleague's account.</summary>
public sealed record MemberDetailView
{
    public required DeskView Around { get; init; }
    public required Words Words { get; init; }
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required MemberState State { get; init; }
    public required bool HasJoined { get; init; }
    public required string Added { get; init; }
    public string? Joined { get; init; }
    public required int Passkeys { get; init; }
    public required bool HasPassword { get; init; }
    public required IReadOnlyList<RoleView> Roles { get; init; }

    /// <summary>A link just made, to hand over; shown this once.</summary>
    public string? Link { get; init; }

    public required IReadOnlyList<Problem> Problems { get; init; }
}
