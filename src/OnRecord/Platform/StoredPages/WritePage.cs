using Microsoft.Net.Http.Headers;
using OnRecord.Platform.Web;

namespace OnRecord.Platform.StoredPages;

/// <summary>Answers a request with a page that is there.</summary>
internal static class WritePage
{
    public static Task To(HttpContext http, StoredPage page)
    {
        var (request, response) = (http.Request, http.Response);
        var headers = response.Headers;
        var body = page.In(ContentCodings.Best(request.Headers.AcceptEncoding));
        SecurityHeaders.Add(headers);
        headers.CacheControl = StoredHeaders.Control;
        headers.ETag = body.Tag;
        headers.Vary = StoredHeaders.Vary;
        headers["CDN-Cache-Control"] = page.NetworkControl;
        headers["Cache-Tag"] = page.CacheTag;
        headers["Surrogate-Key"] = page.SurrogateKey;
        foreach (var (name, value) in page.Headers)
            headers[name] = value;
        var known = request.Headers.IfNoneMatch;
        if (known.Count > 0 && page.Status == StatusCodes.Status200OK && StoredHeaders.Has(known, page.Hash))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.StatusCode = page.Status;
        if (page.ContentType.Count > 0)
            headers.ContentType = page.ContentType;
        if (body.Encoding.Count > 0)
            headers.ContentEncoding = body.Encoding;
        if (request.Headers.ContainsKey(HeaderNames.Range))
            headers.AcceptRanges = StoredHeaders.NoRanges;
        headers.ContentLength = body.Bytes.Length;
        if (HttpMethods.IsHead(request.Method) || body.Bytes.Length == 0)
            return Task.CompletedTask;
        // Without the request's own token: a connection that is gone ends the writing by itself, and most answers go out at once.
        var written = response.BodyWriter.WriteAsync(body.Bytes);
        if (!written.IsCompletedSuccessfully)
            return written.AsTask();
        _ = written.Result;
        return Task.CompletedTask;
    }
}
