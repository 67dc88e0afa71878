using System.Net;

namespace OnRecord.Platform.Fetching;

/// <summary>Fetches under the same guards as <see cref="GuardedFetcher"/>, and keeps what went over the wire. Each fetch has connections of its own.</summary>
internal sealed class RecordingFetcher(FetchOptions options, TimeProvider clock)
{
    /// <param name="accept">The media types asked for.</param>
    /// <returns>The exchanges where the last was a success; otherwise why not, as a sentence.</returns>
    public async Task<Outcome<RecordedFetch>> Fetch(Uri address, string accept, CancellationToken stop = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            return await Follow(address, accept, limit.Token);
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

    private async Task<Outcome<RecordedFetch>> Follow(Uri address, string accept, CancellationToken stop)
    {
        using var wire = new Wire(options);
        using var client = new HttpClient(wire.Handler()) { Timeout = Timeout.InfiniteTimeSpan };
        var exchanges = new List<Exchange>();
        var room = options.MaximumMegabytes * 1024L * 1024L;
        while (exchanges.Count <= FetchRules.MaximumRedirects)
        {
            if (FetchRules.Refuse(address, options) is { } problem)
                return problem;
            var at = clock.GetUtcNow();
            using var request = Request(address, accept);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            var leads = FetchRules.IsRedirect(response.StatusCode) ? response.Headers.Location : null;
            if (leads is null && !response.IsSuccessStatusCode)
                return FetchRules.Answered(address, response);
            await using var body = await response.Content.ReadAsStreamAsync(stop);
            if (await LimitedBody.Read(body, room, stop) is not { } bytes)
                return FetchRules.TooLarge(address, options);
            // All of it lies in memory until it is written.
            room -= bytes.Length;
            if (wire.Exchange(address, at, response, bytes) is not { } exchange)
                return Problem.With(null, "{0} sent header lines that cannot be recorded.", address);
            exchanges.Add(exchange);
            if (leads is null)
                return new RecordedFetch(exchanges);
            if (!Uri.TryCreate(address, leads, out var followed))
                return FetchRules.NowhereToGo(address);
            address = followed;
        }
        return FetchRules.TooManyRedirects(address);
    }

    private static HttpRequestMessage Request(Uri address, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address)
        {
            // The wire is recorded as text; later versions of HTTP have frames.
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        request.Headers.TryAddWithoutValidation("User-Agent", FetchRules.UserAgent);
        return request;
    }
}
