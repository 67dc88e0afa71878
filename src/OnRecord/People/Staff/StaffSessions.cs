using System.Security.Claims;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.Platform.Storage;

namespace OnRecord.People.Staff;

/// <summary>Begins, recognises and ends sessions. The cookie holds the session's id, sealed with the newsroom's keys.</summary>
internal sealed class StaffSessions(OnRecordDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Cookie = "onrecord-desk";

    // The row is written anew at most this often: reading a page must not cost a write.
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    private readonly IDataProtector seal = protection.CreateProtector("OnRecord.Desk.Session");

    /// <summary>Signs somebody in, within the caller's transaction. The browser is told with <see cref="Give"/> once that has committed.</summary>
    /// <param name="how">By which way in, for the audit log.</param>
    public StaffSession Begin(HttpContext http, StaffMember staff, string how)
    {
        var session = Open(staff, http.Request.Headers.UserAgent.ToString(), AddressOf(http));
        db.StaffSessions.Add(session);
        db.Audit(
            SignedIn.As(staff),
            clock.GetUtcNow(),
            "session.began",
            $"staff:{staff.Id}",
            staff.Name,
            how,
            session.Address
        );
        return session;
    }

    public void Give(HttpContext http, StaffSession session) =>
        http.Response.Cookies.Append(Cookie, Sealed(session.Id), Options(http));

    /// <returns>Who the request's cookie belongs to; null where it belongs to nobody, or no longer.</returns>
    public async Task<SignedIn?> Recognise(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } cookie || Unsealed(cookie) is not { } id)
            return null;
        var now = clock.GetUtcNow();
        var row = await db.Set<StaffSession>()
            .Where(session => session.Id == id)
            .Join(
                db.Set<StaffMember>(),
                session => session.StaffId,
                staff => staff.Id,
                (session, staff) => new { session, staff }
            )
            .AsNoTracking()
            .FirstOrDefaultAsync();
        if (row is null || !row.session.IsOpen(now) || !row.staff.IsIn)
            return null;
        if (row.session.SeenAt + Freshness < now)
            await Touch(http, id, now);
        var (staff, session) = (row.staff, row.session);
        return new SignedIn(staff.Id, staff.Name, staff.Email, staff.Roles, staff.Language, session.Id);
    }

    public async Task End(HttpContext http, Guid session)
    {
        await End(rows => rows.Where(row => row.Id == session));
        http.Response.Cookies.Delete(Cookie, Options(http));
    }

    /// <summary>Ends those of the sessions that are still open.</summary>
    public Task End(Func<IQueryable<StaffSession>, IQueryable<StaffSession>> which) =>
        db.Transact(() => EndWithin(which));

    /// <summary>The same, within the caller's transaction.</summary>
    public Task<int> EndWithin(Func<IQueryable<StaffSession>, IQueryable<StaffSession>> which)
    {
        var now = clock.GetUtcNow();
        return which(db.Set<StaffSession>().Where(row => row.EndedAt == null))
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.EndedAt, now));
    }

    /// <summary>A session that is not in the database yet.</summary>
    public StaffSession Open(StaffMember staff, string device, string address) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            StaffId = staff.Id,
            StartedAt = clock.GetUtcNow(),
            SeenAt = clock.GetUtcNow(),
            Device = device.Length > 200 ? device[..200] : device,
            Address = address,
        };

    /// <summary>What a browser is given to be recognised by.</summary>
    public string Sealed(Guid session) => seal.Protect(session.ToString("N"));

    public static ClaimsPrincipal Principal(SignedIn who) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, who.SessionId.ToString("N"))], "desk"));

    public static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "this machine";

    private Guid? Unsealed(string cookie)
    {
        try
        {
            return Guid.Parse(seal.Unprotect(cookie));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private async Task Touch(HttpContext http, Guid id, DateTimeOffset now)
    {
        var address = AddressOf(http);
        await db.Transact(() =>
            db.Set<StaffSession>()
                .Where(row => row.Id == id)
                .ExecuteUpdateAsync(row =>
                    row.SetProperty(session => session.SeenAt, now).SetProperty(session => session.Address, address)
                )
        );
        http.Response.Cookies.Append(Cookie, Sealed(id), Options(http));
    }

    private static CookieOptions Options(HttpContext http) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            // Lax, so that a link in a mail finds its reader signed in; what changes anything asks for a token besides.
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = "/",
            MaxAge = StaffSession.Idle,
        };
}
