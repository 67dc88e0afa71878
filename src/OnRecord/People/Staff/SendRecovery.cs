using Microsoft.EntityFrameworkCore;
using MimeKit;
using OnRecord.Platform.Mail;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.People.Staff;

/// <summary>Sends somebody a link with which they set a new password or passkey.</summary>
internal sealed class SendRecovery(OnRecordDb db, MailQueue mail, PublicAddress address, TimeProvider clock)
{
    /// <summary>For whoever asks at the door. Nobody is told whether the address has an account.</summary>
    public async Task Asked(HttpContext http, string email, string newsroom)
    {
        var normalized = InviteStaff.Normalize(email);
        var staff = await db.Staff.FirstOrDefaultAsync(row => row.NormalizedEmail == normalized);
        if (staff?.IsIn == true)
            await Run(
                new Actor(SignedIn.As(staff), staff.Name, StaffSessions.AddressOf(http)),
                staff,
                InvitationKind.Recovery,
                newsroom
            );
    }

    /// <param name="kind">Whether the second step is asked, or set up anew.</param>
    /// <returns>The link, to hand over.</returns>
    public async Task<string> Run(Actor by, StaffMember staff, InvitationKind kind, string newsroom)
    {
        var link = "";
        await db.Transact(async () =>
        {
            var now = clock.GetUtcNow();
            link = address.Of(await StaffLinks.Make(db, kind, staff.Id, now));
            var words = Access.Words(staff.Language);
            mail.Put(
                db,
                new MailboxAddress(staff.Name, staff.Email),
                words.With("RecoveryMail.Subject", newsroom),
                words.With(
                    by.Who?.Id == staff.Id ? "RecoveryMail.Text" : "RecoveryMail.ByOther",
                    newsroom,
                    link,
                    by.Name
                )
            );
            by.Audit(db, now, kind == InvitationKind.Reset ? "staff.resetSent" : "staff.recoverySent", staff);
        });
        return link;
    }
}
