using MimeKit;
using OnRecord.Platform.Mail;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.People.Staff;

/// <summary>Writes to somebody when a way into their account changed, so that a change that was not theirs does not go unseen.</summary>
internal sealed class TellOfChange(MailQueue mail, PublicAddress address)
{
    /// <summary>Within the caller's transaction.</summary>
    /// <param name="change">A key of AccessWords.</param>
    public void Within(OnRecordDb db, StaffMember staff, string change, string newsroom)
    {
        var words = Access.Words(staff.Language);
        mail.Put(
            db,
            new MailboxAddress(staff.Name, staff.Email),
            words.With("ChangeMail.Subject", newsroom),
            words.With("ChangeMail.Text", newsroom, words[change], address.Of("/desk/recover"))
        );
    }
}
