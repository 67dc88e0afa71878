using OnRecord.People;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;

namespace OnRecord.Commands.Demonstration;

/// <summary>The people who work at The Lowland Ledger. Nobody has a password: the demonstration prints an address for its owner at each start, and she may invite anyone.</summary>
internal sealed record DemonstrationStaff(string Name, string Email, Roles Roles, string Language, bool Writes)
{
    public static DemonstrationStaff Owner { get; } =
        new("Agnes Thorne", "agnes@lowland.example", Roles.Owner | Roles.Editor, "en", true);

    public static IReadOnlyList<DemonstrationStaff> Everyone { get; } =
    [
        Owner,
        new("Tom Brandt", "tom@lowland.example", Roles.Editor, "en", true),
        new("Ines Okafor", "ines@lowland.example", Roles.Reporter, "en", true),
        new("Oksana Hrytsenko", "oksana@lowland.example", Roles.Reporter, "uk", true),
        new("Pieter Maas", "pieter@lowland.example", Roles.Reporter, "en", true),
        new("Jonas Wiel", "jonas@lowland.example", Roles.Legal, "en", true),
        new("Marta Eskild", "marta@lowland.example", Roles.Moderator, "en", false),
        new("Femi Adeyemi", "femi@lowland.example", Roles.Fundraiser, "en", false),
    ];

    /// <summary>Makes their accounts, within the caller's transaction.</summary>
    public static async Task Add(OnRecordDb db, DateTimeOffset now)
    {
        foreach (var told in Everyone)
        {
            var staff = InviteStaff.Member(new Newcomer(told.Name, told.Email, told.Roles, told.Language, ""), now);
            staff.JoinedAt = now;
            // Their mail would be files that nobody reads.
            staff.NoticesByMail = false;
            staff.PersonId = told.Writes ? (await FindOrAddPerson.Named(db, told.Name)).Id : null;
            db.Staff.Add(staff);
        }
    }
}
