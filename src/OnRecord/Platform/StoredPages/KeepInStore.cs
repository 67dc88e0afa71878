using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Platform.StoredPages;

/// <summary>After routing: makes a page that is not there, once for all who ask for it, and keeps it.</summary>
internal sealed class KeepInStore(
    RequestDelegate next,
    PageStore store,
    Flights flights,
    BestForms best,
    PageStoreOptions options,
    OpenReaders readers,
    TimeProvider clock
)
{
    public Task Invoke(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<StoredEndpoint>() is { } stored
        && AnswerFromStore.IsRead(http.Request.Method)
        && PageKey.Of(http.Request, stored.QueryKeys) is { } key
            ? Answer(http, key, isAgain: false)
            : next(http);

    private async Task Answer(HttpContext http, string key, bool isAgain)
    {
        if (store.IsOpen && store.Nowhere.Has(key))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var kept = store.Find(key);
        // Only time made it old, and somebody makes it anew already.
        if (kept is not null && store.IsOpen && (store.IsFresh(kept) || flights.Has(key)))
        {
            await best.Answer(http, kept);
            return;
        }
        var evictions = store.Evictions;
        var (flight, leads) = flights.Board(key, evictions);
        if (leads)
            await Lead(http, key, flight, kept);
        else
            await Follow(http, key, await flight.Landing.Task.WaitAsync(http.RequestAborted), isAgain);
    }

    private async Task Follow(HttpContext http, string key, Landing landing, bool isAgain)
    {
        if (landing.Page is { } page)
            await best.Answer(http, page);
        else if (landing.NotFound)
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (isAgain)
            await next(http);
        else
            await Answer(http, key, isAgain: true);
    }

    private async Task Lead(HttpContext http, string key, Flight flight, StoredPage? old)
    {
        var landing = Landing.Failed;
        try
        {
            landing = await Make(http, key, flight);
        }
        catch (DbException) when (old is not null && !store.IsOpen)
        {
            // The database is away, so nobody knows of anything newer.
            landing = new Landing(old, false);
        }
        finally
        {
            flights.Land(key, flight, landing);
        }
        if (landing.Page is { } page)
            await WritePage.To(http, page);
    }

    private async Task<Landing> Make(HttpContext http, string key, Flight flight)
    {
        var response = http.Response;
        var body = response.Body;
        using var made = PooledStreams.New();
        response.Body = made;
        var begun = PageTimes.Begin(PageTimes.Make);
        try
        {
            using var common = new CommonRequest(http);
            await readers.Lend(http.RequestServices, CancellationToken.None);
            await next(http);
            PageTimes.End(PageTimes.Make, begun);
        }
        finally
        {
            response.Body = body;
        }
        if (response.StatusCode == StatusCodes.Status404NotFound && made.Length == 0)
        {
            store.Nowhere.Add(key, flight.Evictions, store);
            return Landing.Nowhere;
        }
        var page = Page(http, key, made.ToArray());
        if (IsKept(response.StatusCode))
            store.Keep(page, flight.Evictions);
        response.Clear();
        return new Landing(page, false);
    }

    private StoredPage Page(HttpContext http, string key, byte[] body)
    {
        var tags = http.RequestServices.GetRequiredService<PageTags>();
        var headers = http
            .Response.Headers.Where(header =>
                !StoredHeaders.IsOwn(header.Key) || header.Key.Equals(HeaderNames.ContentType, StringComparison.Ordinal)
            )
            .ToList();
        DateTimeOffset? until = tags.FreshFor is { } fresh ? clock.GetUtcNow() + fresh : null;
        return new StoredPage(key, http.Response.StatusCode, body, headers, tags, until, options.Purges);
    }

    // Those that say something lasting; a fault does not.
    private static bool IsKept(int status) =>
        status
            is StatusCodes.Status200OK
                or StatusCodes.Status301MovedPermanently
                or StatusCodes.Status308PermanentRedirect
                or StatusCodes.Status410Gone;
}
