using System.Security.Cryptography;
using OnRecord.Comments.Keys;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Moderation;

/// <summary>Shows a moderator the e-mail address of somebody who comments, which is shown nowhere else; the audit log says who looked.</summary>
internal sealed class OpenAddress(CommentKeys keys, TimeProvider clock)
{
    /// <summary>Within the caller's transaction: nobody has seen it before it is written down that they did.</summary>
    public async Task<Outcome<string>> Of(OnRecordDb db, Commenter person, SignedIn who, string? address)
    {
        if (await keys.Ready(db) is { Refused: true } unready)
            return unready.Problems[0];
        if (person.Email.Length == 0)
            return new Problem(
                "No address is kept of them any more: it was erased, or the key that opened it was lost."
            );
        try
        {
            var email = keys.Open(person.Email, person.Id);
            db.Audit(
                who,
                clock.GetUtcNow(),
                "commenter.address-seen",
                $"commenter:{person.Id}",
                SanctionCommenter.Label(person),
                address: address
            );
            return email;
        }
        catch (CryptographicException)
        {
            return new Problem(
                "The address cannot be read: it was sealed with another key than the newsroom has now. Ask whoever runs the server for the right key file."
            );
        }
    }
}
