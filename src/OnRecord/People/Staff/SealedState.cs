using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace OnRecord.People.Staff;

/// <summary>What the door must remember between two steps, given to the browser sealed and for a short time, in a cookie or in a form.</summary>
internal sealed class SealedState(IDataProtectionProvider protection, TimeProvider clock)
{
    public string Seal(string purpose, string text, TimeSpan life) =>
        For(purpose).Protect($"{(clock.GetUtcNow() + life).UtcTicks.ToString(CultureInfo.InvariantCulture)}\n{text}");

    /// <returns>Null where it is not ours, was for another purpose, or is too old.</returns>
    public string? Open(string purpose, string? written)
    {
        if (string.IsNullOrEmpty(written))
            return null;
        try
        {
            var parts = For(purpose).Unprotect(written).Split('\n', 2);
            return long.Parse(parts[0], CultureInfo.InvariantCulture) > clock.GetUtcNow().UtcTicks ? parts[1] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Keep(HttpContext http, string purpose, string text, TimeSpan life) =>
        http.Response.Cookies.Append(Cookie(purpose), Seal(purpose, text, life), Options(http, life));

    public string? Kept(HttpContext http, string purpose) => Open(purpose, http.Request.Cookies[Cookie(purpose)]);

    public static void Forget(HttpContext http, string purpose) =>
        http.Response.Cookies.Delete(Cookie(purpose), Options(http, null));

    private IDataProtector For(string purpose) => protection.CreateProtector("OnRecord.Desk.Entrance", purpose);

    private static string Cookie(string purpose) => $"onrecord-{purpose}";

    private static CookieOptions Options(HttpContext http, TimeSpan? life) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
            Path = "/desk",
            MaxAge = life,
        };
}
