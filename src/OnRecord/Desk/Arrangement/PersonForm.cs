using Microsoft.EntityFrameworkCore;
using OnRecord.People;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;

namespace OnRecord.Desk.Arrangement;

/// <summary>What the desk fills in about somebody who signs stories.</summary>
internal sealed record PersonForm
{
    public required string Name { get; init; }
    public string? Role { get; init; }
    public required string Bio { get; init; }
    public required string Languages { get; init; }
    public string? Contact { get; init; }
    public string? PortraitCredit { get; init; }
    public Guid? Account { get; init; }

    public static async Task<PersonForm> Of(OnRecordDb db, Person person) =>
        new()
        {
            Name = person.Name,
            Role = person.Role,
            Bio = person.Bio,
            Languages = person.Languages,
            Contact = person.Contact,
            PortraitCredit = person.PortraitCredit,
            Account = await db.Set<StaffMember>()
                .Where(row => row.PersonId == person.Id)
                .Select(row => (Guid?)row.Id)
                .FirstOrDefaultAsync(),
        };

    public static PersonForm Read(Filled filled)
    {
        var form = new PersonForm
        {
            Name = filled.Needed("name", 120, "NameMissing"),
            Role = Nothing(filled.Line("role", 120)),
            Bio = filled.Text("bio", 800),
            Languages = string.Join(
                ' ',
                filled.Line("languages", 100).Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries)
            ),
            Contact = Nothing(filled.Line("contact", 300)),
            PortraitCredit = Nothing(filled.Line("portrait-credit", 120)),
            Account = Guid.TryParse(filled.Line("account", 36), out var account) ? account : null,
        };
        if (
            form
                .Languages.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .FirstOrDefault(tag => !Arrangement.Languages.Has(tag)) is
            { } strange
        )
            filled.Refuse("languages", "LanguageTagUnknown", strange);
        if (form.Contact is { } contact && !Filled.IsMail(contact) && !IsLink(contact))
            filled.Refuse("contact", "ContactUnknown", contact);
        return form;
    }

    public void WriteInto(Person person)
    {
        (person.Name, person.Role, person.Bio) = (Name, Role, Bio);
        (person.Languages, person.Contact, person.PortraitCredit) = (Languages, Contact, PortraitCredit);
    }

    private static bool IsLink(string written) =>
        Uri.TryCreate(written, UriKind.Absolute, out var link)
        && link.Scheme == Uri.UriSchemeHttps
        && link.UserInfo.Length == 0;

    private static string? Nothing(string line) => line.Length == 0 ? null : line;
}

/// <summary>Somebody who signs stories, as the desk changes them.</summary>
public sealed record PersonView
{
    public required ArrangementView Frame { get; init; }
    public required Guid Id { get; init; }
    public required string Path { get; init; }
    public required int Stories { get; init; }
    public required string Name { get; init; }
    public string? Role { get; init; }
    public required string Bio { get; init; }
    public required string WorksIn { get; init; }
    public string? Contact { get; init; }
    public string? PortraitCredit { get; init; }

    /// <summary>As HTML; null where there is none.</summary>
    public string? Portrait { get; init; }

    public Guid? Account { get; init; }
    public required IReadOnlyList<AccountLine> Accounts { get; init; }
    public required string Into { get; init; }
    public required IReadOnlyList<string> Others { get; init; }
}

/// <summary>Somebody with an account, to choose.</summary>
public sealed record AccountLine(Guid Id, string Name, string Email);
