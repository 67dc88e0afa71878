using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Desk.Entrance;

/// <summary>Setting up the app that makes codes: picture, secret in letters, a code to show that it works. Until then nothing is kept but in the form, sealed.</summary>
internal sealed class CodeSetUp(SealedState state, Doorway doorway, PageRenderer pages)
{
    private const string Purpose = "code-set-up";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <param name="passwordHash">A new password that is to be kept with it; null where the password stays.</param>
    /// <param name="action">Where the form goes.</param>
    /// <param name="wrong">The secret whose code was wrong just now; null for a first showing.</param>
    public async Task<IResult> Page(
        HttpContext http,
        StaffMember staff,
        string? passwordHash,
        string action,
        string? wrong
    )
    {
        var (door, newsroom) = await doorway.Around(http, "CodeSetUp");
        var secret = wrong ?? Totp.NewSecret();
        return await pages.Page<CodeSetUpPage>(
            new CodeSetUpView
            {
                Door = door,
                Action = action,
                Sealed = state.Seal(Purpose, $"{staff.Id:N}\n{staff.SecurityStamp}\n{secret}\n{passwordHash}", Life),
                Secret = string.Join(' ', secret.Chunk(4).Select(part => new string(part))),
                Picture = QrPicture.Of(Totp.Address(secret, newsroom.Name, staff.Email)),
                Problems = wrong is null ? [] : [new Problem("code", door.Words["Code.WrongAtSetUp"])],
            },
            wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }

    /// <returns>What the form held; null where it is not ours, too old, or the account has changed since.</returns>
    public PendingCode? Open(StaffMember staff, string? written) =>
        state.Open(Purpose, written)?.Split('\n') is [var id, var stamp, var secret, var hash]
        && id == staff.Id.ToString("N")
        && stamp == staff.SecurityStamp
            ? new PendingCode(secret, hash.Length == 0 ? null : hash)
            : null;

    /// <summary>The recovery codes, shown this once.</summary>
    public async Task<IResult> Told(HttpContext http, IReadOnlyList<string> codes, string onward)
    {
        var (door, _) = await doorway.Around(http, "Codes");
        return await pages.Page<CodesPage>(new CodesView(door, codes, onward));
    }
}

/// <summary>An app that was shown its secret and has not proved it yet.</summary>
internal sealed record PendingCode(string Secret, string? PasswordHash);

/// <summary>The page on which the app that makes codes is set up.</summary>
public sealed record CodeSetUpView
{
    public required EntranceView Door { get; init; }
    public required string Action { get; init; }
    public required string Sealed { get; init; }
    public required string Secret { get; init; }
    public required QrPicture Picture { get; init; }
    public required IReadOnlyList<Problem> Problems { get; init; }
}

/// <summary>The recovery codes, which no page shows a second time.</summary>
public sealed record CodesView(EntranceView Door, IReadOnlyList<string> Codes, string Onward);
