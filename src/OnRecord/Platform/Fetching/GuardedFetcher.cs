namespace OnRecord.Platform.Fetching;

/// <summary>Fetches from servers that are not ours, within limits of size, time and redirects, and never from a private network unless the operator allows it.</summary>
internal sealed class GuardedFetcher(HttpMessageHandler handler, FetchOptions options) : IDisposable
{
    private readonly HttpClient client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    public GuardedFetcher(FetchOptions options)
        : this(GuardedConnection.Handler(options), options) { }

    /// <param name="address">An http or https address.</param>
    /// <param name="accept">The media types asked for, such as <c>text/html</c>.</param>
    public Task<Outcome<Fetched>> Fetch(Uri address, string accept, CancellationToken stop = default) =>
        Within(address, limit => Follow(address, accept, limit), stop);

    /// <summary>Sends a form. A redirect is not followed: whoever moved says so, and is sent to again at the new address by whoever chose the old one.</summary>
    /// <param name="address">An http or https address.</param>
    public Task<Outcome<Fetched>> Post(
        Uri address,
        IReadOnlyList<KeyValuePair<string, string>> form,
        CancellationToken stop = default
    ) => Within(address, limit => Send(address, form, limit), stop);

    public void Dispose() => client.Dispose();

    private async Task<Outcome<Fetched>> Within(
        Uri address,
        Func<CancellationToken, Task<Outcome<Fetched>>> ask,
        CancellationToken stop
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            return await ask(limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return FetchRules.TooSlow(address, options);
        }
        catch (Exception failure) when (FetchRules.IsFailure(failure))
        {
            return FetchRules.Explain(address, failure);
        }
    }

    private async Task<Outcome<Fetched>> Send(
        Uri address,
        IReadOnlyList<KeyValuePair<string, string>> form,
        CancellationToken stop
    )
    {
        if (FetchRules.Refuse(address, options) is { } problem)
            return problem;
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(form),
        };
        request.Headers.TryAddWithoutValidation("User-Agent", FetchRules.UserAgent);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        return await Read(address, response, stop);
    }

    private async Task<Outcome<Fetched>> Follow(Uri address, string accept, CancellationToken stop)
    {
        for (var redirects = 0; redirects <= FetchRules.MaximumRedirects; redirects++)
        {
            if (FetchRules.Refuse(address, options) is { } problem)
                return problem;
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Accept", accept);
            request.Headers.TryAddWithoutValidation("User-Agent", FetchRules.UserAgent);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            if (!FetchRules.IsRedirect(response.StatusCode) || response.Headers.Location is not { } next)
                return await Read(address, response, stop);
            if (!Uri.TryCreate(address, next, out var followed))
                return FetchRules.NowhereToGo(address);
            address = followed;
        }
        return FetchRules.TooManyRedirects(address);
    }

    private async Task<Outcome<Fetched>> Read(Uri address, HttpResponseMessage response, CancellationToken stop)
    {
        if (!response.IsSuccessStatusCode)
            return FetchRules.Answered(address, response);
        await using var body = await response.Content.ReadAsStreamAsync(stop);
        if (await LimitedBody.Read(body, options.MaximumMegabytes * 1024L * 1024L, stop) is not { } bytes)
            return FetchRules.TooLarge(address, options);
        var type = response.Content.Headers.ContentType;
        return new Fetched(address, type?.MediaType ?? "", type?.CharSet?.Trim('"'), bytes);
    }
}
