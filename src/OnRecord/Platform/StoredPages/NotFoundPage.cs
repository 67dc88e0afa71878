using System.Text;

namespace OnRecord.Platform.StoredPages;

/// <summary>The page of addresses that lead nowhere: one for all of them.</summary>
internal static class NotFoundPage
{
    /// <summary>No request has it: a path begins with a slash.</summary>
    public const string Key = "not found";

    /// <summary>Answers with it, made when it is not there.</summary>
    public static async Task Answer(HttpContext http, Func<Task<string>> render)
    {
        var store = http.RequestServices.GetRequiredService<PageStore>();
        var page =
            store.IsOpen && store.Find(Key) is { } kept && store.IsFresh(kept) ? kept : await Make(http, store, render);
        // Only where no route leads may nothing come to stand without the store hearing of it.
        if (
            http.GetEndpoint() is null
            && AnswerFromStore.IsRead(http.Request.Method)
            && PageKey.Of(http.Request, []) is { } key
        )
            store.Nowhere.Add(key, store.Evictions, store);
        http.Response.Clear();
        await WritePage.To(http, page);
    }

    private static async Task<StoredPage> Make(HttpContext http, PageStore store, Func<Task<string>> render)
    {
        var since = store.Evictions;
        var html = await render();
        var page = new StoredPage(
            Key,
            StatusCodes.Status404NotFound,
            Encoding.UTF8.GetBytes(html),
            [new("Content-Type", "text/html; charset=utf-8")],
            http.RequestServices.GetRequiredService<PageTags>(),
            null,
            purged: false
        );
        store.Keep(page, since);
        return page;
    }
}
