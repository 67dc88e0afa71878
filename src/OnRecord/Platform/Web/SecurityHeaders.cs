using Microsoft.Extensions.Primitives;

namespace OnRecord.Platform.Web;

/// <summary>What every answer tells a browser not to do.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>For a file that somebody else made: no script, no form, nothing loaded, and no part of this site.</summary>
    public const string Sandbox = "default-src 'none'; frame-ancestors 'none'; sandbox";

    // Values that are made once, since every answer has them.
    private static readonly StringValues Content = Policy;
    private static readonly StringValues Options = "nosniff";
    private static readonly StringValues Referrer = "strict-origin-when-cross-origin";
    private static readonly StringValues Opener = "same-origin";
    private static readonly StringValues Permissions = "camera=(), microphone=(), geolocation=(), browsing-topics=()";

    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                // Put on last: the exception handler clears what stood there before it.
                http.Response.OnStarting(() =>
                {
                    Add(http.Response.Headers);
                    return Task.CompletedTask;
                });
                return next(http);
            }
        );

    /// <summary>Puts them on an answer.</summary>
    public static void Add(IHeaderDictionary headers)
    {
        if (headers.ContentSecurityPolicy != Sandbox)
            headers.ContentSecurityPolicy = Content;
        headers.XContentTypeOptions = Options;
        headers.TryAdd("Referrer-Policy", Referrer);
        headers["Cross-Origin-Opener-Policy"] = Opener;
        headers["Permissions-Policy"] = Permissions;
    }
}
