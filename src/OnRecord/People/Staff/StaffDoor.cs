using Microsoft.AspNetCore.Antiforgery;
using OnRecord.Platform.Web;

namespace OnRecord.People.Staff;

/// <summary>What a desk route asks of who calls it. A route below /desk that asks nothing answers nobody.</summary>
/// <param name="Permission">Null for those still outside: sign-in, invitation, recovery.</param>
internal sealed record Entry(Permission? Permission);

/// <summary>Stands before the desk: who comes in, with which right, and whether a form is truly ours. It runs before a route reads anything.</summary>
internal static class StaffDoor
{
    public const string SignInPath = "/desk/sign-in";

    /// <summary>Only for those who may do this.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder route, Permission permission)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new Entry(permission)).DisableAntiforgery();

    /// <summary>For anyone, signed in or not.</summary>
    public static TBuilder OpenToAll<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new Entry(null)).DisableAntiforgery();

    public static void UseStaffDoor(this IApplicationBuilder app) => app.Use(Stand);

    private static async Task Stand(HttpContext http, RequestDelegate next)
    {
        var entry = http.GetEndpoint()?.Metadata.GetMetadata<Entry>();
        if (entry is null)
        {
            if (http.Request.Path.StartsWithSegments("/desk") && http.GetEndpoint() is not null)
                http.Response.StatusCode = StatusCodes.Status404NotFound;
            else
                await next(http);
            return;
        }
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        if (await http.RequestServices.GetRequiredService<StaffSessions>().Recognise(http) is { } who)
        {
            http.Features.Set(who);
            http.User = StaffSessions.Principal(who);
        }
        var refusal = Refusal(http, entry) ?? await Forged(http);
        if (refusal is { } status)
            await Refuse(http, status);
        else
            await next(http);
    }

    private static int? Refusal(HttpContext http, Entry entry) =>
        entry.Permission is not { } permission ? null
        : SignedIn.Of(http) is not { } who ? StatusCodes.Status401Unauthorized
        : who.May(permission) ? null
        : StatusCodes.Status403Forbidden;

    // The origin first, then the token: a browser says where a form came from, and an old one that does not has no token of ours.
    private static async Task<int?> Forged(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            return null;
        if (!SameOrigin.Is(http.Request, http.RequestServices.GetRequiredService<PublicAddress>()))
            return StatusCodes.Status400BadRequest;
        var antiforgery = http.RequestServices.GetRequiredService<IAntiforgery>();
        return await antiforgery.IsRequestValidAsync(http) ? null : StatusCodes.Status400BadRequest;
    }

    private static async Task Refuse(HttpContext http, int status)
    {
        if (status == StatusCodes.Status401Unauthorized && HttpMethods.IsGet(http.Request.Method) && WantsPage(http))
        {
            var back = http.Request.Path + http.Request.QueryString;
            http.Response.Redirect($"{SignInPath}?to={Uri.EscapeDataString(back)}");
            return;
        }
        http.Response.StatusCode = status;
        if (!WantsPage(http))
            await Results
                .Problem(
                    statusCode: status,
                    title: status switch
                    {
                        StatusCodes.Status401Unauthorized => "You are signed out. Sign in again; nothing was changed.",
                        StatusCodes.Status403Forbidden => "Your role does not allow this. Ask an owner for it.",
                        _ => "This did not come from a page of the desk, or the page is too old. Load it again.",
                    }
                )
                .ExecuteAsync(http);
    }

    /// <summary>Whether a person's browser waits for a page rather than a script for data.</summary>
    public static bool WantsPage(HttpContext http) =>
        http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
