using Microsoft.AspNetCore.Identity;
using OnRecord.Platform.Web;

namespace OnRecord.People.Staff;

/// <summary>The ceremonies of WebAuthn, by ASP.NET Core Identity. What must be remembered between its two halves is in a sealed cookie.</summary>
internal sealed class Passkeys(
    IPasskeyHandler<StaffMember> handler,
    UserManager<StaffMember> users,
    SealedState state,
    PublicAddress address
)
{
    private const string Making = "passkey-making";
    private const string Asking = "passkey-asking";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>Under which name the browser must have the desk open for a passkey to fit.</summary>
    public string Domain => DomainOf(address);

    public static string DomainOf(PublicAddress address) =>
        address.Root.HostNameType == UriHostNameType.Dns ? address.Root.Host : "localhost";

    /// <returns>What <c>navigator.credentials.create()</c> wants, as JSON.</returns>
    public async Task<string> MakeCreationOptions(HttpContext http, StaffMember staff)
    {
        var options = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = staff.Id.ToString("N"),
                Name = staff.Email,
                DisplayName = staff.Name,
            },
            http
        );
        state.Keep(http, Making, options.AttestationState ?? "", Life);
        return options.CreationOptionsJson;
    }

    /// <returns>What <c>navigator.credentials.get()</c> wants, as JSON.</returns>
    public async Task<string> MakeRequestOptions(HttpContext http)
    {
        var options = await handler.MakeRequestOptionsAsync(null, http);
        state.Keep(http, Asking, options.AssertionState ?? "", Life);
        return options.RequestOptionsJson;
    }

    /// <returns>The passkey just made; null where it is not one made for this person and this site.</returns>
    public async Task<UserPasskeyInfo?> Made(HttpContext http, StaffMember staff, string? credential)
    {
        var kept = state.Kept(http, Making);
        SealedState.Forget(http, Making);
        if (kept is null || string.IsNullOrEmpty(credential))
            return null;
        var result = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext
            {
                HttpContext = http,
                CredentialJson = credential,
                AttestationState = kept,
            }
        );
        return
            result.Succeeded
            && result.UserEntity.Id == staff.Id.ToString("N")
            && await users.FindByPasskeyIdAsync(result.Passkey.CredentialId) is null
            ? result.Passkey
            : null;
    }

    /// <returns>Whose passkey answered, and its new state; null where none of ours did.</returns>
    public async Task<(StaffMember Staff, UserPasskeyInfo Passkey)?> Answered(HttpContext http, string? credential)
    {
        var kept = state.Kept(http, Asking);
        SealedState.Forget(http, Asking);
        if (kept is null || string.IsNullOrEmpty(credential))
            return null;
        var result = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext
            {
                HttpContext = http,
                CredentialJson = credential,
                AssertionState = kept,
            }
        );
        return result.Succeeded ? (result.User, result.Passkey) : null;
    }

    /// <summary>A passkey of this site answers only to this site's own pages, never inside another's frame.</summary>
    public static bool IsOurs(PasskeyOriginValidationContext context, PublicAddress address) =>
        !context.CrossOrigin
        && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
        && (
            DomainOf(address) == "localhost"
                ? origin.Host == "localhost"
                : origin.Scheme == address.Root.Scheme && origin.Authority == address.Root.Authority
        );
}
