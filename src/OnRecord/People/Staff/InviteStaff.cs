using Microsoft.EntityFrameworkCore;
using MimeKit;
using OnRecord.People.AuditLog;
using OnRecord.Platform;
using OnRecord.Platform.Mail;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.People.Staff;

/// <summary>Asks somebody into the newsroom: an account that waits, a mail, and a link to hand over.</summary>
internal sealed class InviteStaff(OnRecordDb db, MailQueue mail, PublicAddress address, TimeProvider clock)
{
    private const int LongestName = 120;

    /// <param name="by">Who invites.</param>
    /// <param name="words">In which a refusal is said.</param>
    public async Task<Outcome<Invited>> Run(Actor by, Newcomer newcomer, Words words)
    {
        if (Fault(newcomer, words) is { } fault)
            return fault;
        var normalized = Normalize(newcomer.Email);
        Invited? invited = null;
        await db.Transact(async () =>
        {
            if (await db.Staff.AnyAsync(row => row.NormalizedEmail == normalized))
                return;
            var staff = Member(newcomer, clock.GetUtcNow());
            db.Staff.Add(staff);
            await db.SaveChangesAsync();
            invited = await Link(by, staff, newcomer.Newsroom, "staff.invited");
        });
        return invited is null ? new Problem("email", words.With("Invite.Known", newcomer.Email.Trim())) : invited;
    }

    /// <summary>A new link for somebody who has not come in yet; the one before is void.</summary>
    public async Task<Outcome<Invited>> Again(Actor by, StaffMember staff, string newsroom, Words words)
    {
        if (staff.JoinedAt is not null)
            return new Problem(words.With("Invite.In", staff.Name));
        Invited? invited = null;
        await db.Transact(async () => invited = await Link(by, staff, newsroom, "staff.invitedAgain"));
        return invited!;
    }

    /// <summary>Takes away an account that nobody ever came in with.</summary>
    public async Task<Problem?> Withdraw(Actor by, StaffMember staff, Words words)
    {
        if (staff.JoinedAt is not null)
            return new Problem(words.With("Invite.In", staff.Name));
        await db.Transact(() =>
        {
            db.Staff.Remove(staff);
            by.Audit(db, clock.GetUtcNow(), "staff.withdrawn", staff, staff.Email);
            return Task.CompletedTask;
        });
        return null;
    }

    public static StaffMember Member(Newcomer newcomer, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            Name = newcomer.Name.Trim(),
            Email = newcomer.Email.Trim(),
            NormalizedEmail = Normalize(newcomer.Email),
            Roles = newcomer.Roles,
            Language = Words.Supported(newcomer.Language),
            AddedAt = now,
            SecurityStamp = Guid.CreateVersion7().ToString("N"),
        };

    public static string Normalize(string email) => email.Trim().ToUpperInvariant();

    public static Problem? Fault(Newcomer newcomer, Words words) =>
        newcomer.Name.Trim() is not { Length: > 0 and <= LongestName } ? new Problem("name", words["Invite.Name"])
        : !IsAddress(newcomer.Email) ? new Problem("email", words["Invite.Email"])
        : newcomer.Roles == Roles.None ? new Problem("roles", words["Invite.Roles"])
        : null;

    private static bool IsAddress(string written) =>
        written.Trim() is { Length: <= 254 } plain
        && plain.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at < plain.Length - 1
        && plain.All(c => c > ' ' && c != '\u007f' && !char.IsWhiteSpace(c) && !char.IsSurrogate(c) && c < '\ufff0')
        && plain.IsNormalized()
        && MailboxAddress.TryParse(plain, out var read)
        && read.Address == plain;

    private async Task<Invited> Link(Actor by, StaffMember staff, string newsroom, string act)
    {
        var now = clock.GetUtcNow();
        var path = await StaffLinks.Make(db, InvitationKind.Invite, staff.Id, now);
        var link = address.Of(path);
        var words = Access.Words(staff.Language);
        mail.Put(
            db,
            new MailboxAddress(staff.Name, staff.Email),
            words.With("InviteMail.Subject", newsroom),
            words.With("InviteMail.Text", by.Name, newsroom, link)
        );
        by.Audit(db, now, act, staff, string.Join(", ", staff.Roles.Each()));
        return new Invited(staff.Id, link);
    }
}

/// <summary>Somebody who is to come in.</summary>
/// <param name="Newsroom">Its name, as the mail says it.</param>
internal sealed record Newcomer(string Name, string Email, Roles Roles, string Language, string Newsroom);

/// <summary>A link to hand over. It is known only here and now.</summary>
internal sealed record Invited(Guid StaffId, string Link);
