namespace OnRecord.Platform.StoredPages;

/// <summary>Answers before routing with what is there: no route is sought and no database asked.</summary>
internal sealed class AnswerFromStore(RequestDelegate next, PageStore store, BestForms best, EndpointDataSource routes)
{
    private string[]? keys;

    public Task Invoke(HttpContext http)
    {
        if (!store.IsOpen || !IsRead(http.Request.Method) || PageKey.Of(http.Request, Keys()) is not { } key)
            return next(http);
        if (store.Find(key) is { } page && store.IsFresh(page))
            return best.Answer(http, page);
        if (store.Nowhere.Has(key) && store.Find(NotFoundPage.Key) is { } notFound && store.IsFresh(notFound))
            return best.Answer(http, notFound);
        return next(http);
    }

    public static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    // The route is not known yet, so whatever any stored page knows counts; where this page does not know it, the route finds out.
    private string[] Keys() =>
        keys ??= [
            .. routes
                .Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<StoredEndpoint>())
                .OfType<StoredEndpoint>()
                .SelectMany(stored => stored.QueryKeys)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
}
