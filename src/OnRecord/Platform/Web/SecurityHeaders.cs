namespace OnRecord.Platform.Web;

/// <summary>What every answer tells a browser not to do.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>For a file that somebody else made: no script, no form, nothing loaded, and no part of this site.</summary>
    public const string Sandbox = "default-src 'none'; frame-ancestors 'none'; sandbox";

    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                // Put on last: the exception handler clears what stood there before it.
                http.Response.OnStarting(() => Add(http.Response.Headers));
                return next(http);
            }
        );

    private static Task Add(IHeaderDictionary headers)
    {
        if (headers.ContentSecurityPolicy != Sandbox)
            headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), browsing-topics=()";
        return Task.CompletedTask;
    }
}
