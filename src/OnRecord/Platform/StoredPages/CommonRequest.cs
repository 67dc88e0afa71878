using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace OnRecord.Platform.StoredPages;

/// <summary>A request made everybody's until it is disposed of: a page is made whole, whatever this one reader has of it already, though they want only its head, and though they may no longer wait for it.</summary>
internal readonly struct CommonRequest : IDisposable
{
    private static readonly string[] Own =
    [
        HeaderNames.IfMatch,
        HeaderNames.IfModifiedSince,
        HeaderNames.IfNoneMatch,
        HeaderNames.IfRange,
        HeaderNames.IfUnmodifiedSince,
        HeaderNames.Range,
    ];

    private readonly HttpContext http;
    private readonly string method;
    private readonly CancellationToken aborted;
    private readonly StringValues[] own;

    public CommonRequest(HttpContext http)
    {
        var headers = http.Request.Headers;
        (this.http, method, aborted) = (http, http.Request.Method, http.RequestAborted);
        own = Array.ConvertAll(Own, name => headers[name]);
        foreach (var name in Own)
            headers.Remove(name);
        http.Request.Method = HttpMethods.Get;
        http.RequestAborted = CancellationToken.None;
    }

    public void Dispose()
    {
        http.Request.Method = method;
        http.RequestAborted = aborted;
        for (var at = 0; at < Own.Length; at++)
            if (own[at].Count > 0)
                http.Request.Headers[Own[at]] = own[at];
    }
}
