using OnRecord.People.AuditLog;
using OnRecord.Platform.Storage;

namespace OnRecord.People.Staff;

/// <summary>Who does something to an account: a colleague at the desk, or whoever may use the machine's command line.</summary>
internal sealed record Actor(SignedIn? Who, string Name, string? Address)
{
    public static Actor CommandLine { get; } = new(null, "onrecord staff", null);

    public static Actor At(HttpContext http, SignedIn who) => new(who, who.Name, StaffSessions.AddressOf(http));

    /// <summary>Writes into the audit log, within the caller's transaction.</summary>
    public void Audit(OnRecordDb db, DateTimeOffset now, string act, StaffMember about, string? detail = null) =>
        db.Audit(Who, now, act, $"staff:{about.Id}", about.Name, detail, Address, Name);
}
