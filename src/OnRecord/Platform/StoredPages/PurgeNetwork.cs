using System.Net.Http.Headers;
using OnRecord.Platform.Announcements;

namespace OnRecord.Platform.StoredPages;

/// <summary>Pages with these tags changed.</summary>
internal sealed record PagesChanged(IReadOnlyList<string> Tags);

/// <summary>Tells a network in front of the site which pages to let go, by the tags it was given with them: <c>{"tags":["story:…"]}</c>.</summary>
internal sealed class PurgeNetwork(PageStoreOptions options, PurgeLine line) : IHear<PagesChanged>
{
    /// <summary>As many as the common networks take at once.</summary>
    public const int Most = 30;

    public async Task Hear(PagesChanged fact, CancellationToken stop)
    {
        // It may have been taken out of the settings since.
        if (options.PurgeAddress is not { } address)
            return;
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = JsonContent.Create(new { tags = fact.Tags }),
        };
        if (options.PurgeToken is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var answer = await line.Http.SendAsync(request, stop);
            if (!answer.IsSuccessStatusCode)
                throw new AnnouncementRefused($"{address.Host} answered with {(int)answer.StatusCode}.");
        }
        catch (Exception failure)
            when (failure is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            throw new AnnouncementRefused($"{address.Host} could not be reached: {failure.Message}");
        }
    }
}

/// <summary>The way to it. The operator names the address, so it may be one inside the own network.</summary>
internal sealed class PurgeLine(HttpMessageHandler handler) : IDisposable
{
    public HttpClient Http { get; } = new(handler) { Timeout = TimeSpan.FromSeconds(10) };

    public void Dispose() => Http.Dispose();
}
