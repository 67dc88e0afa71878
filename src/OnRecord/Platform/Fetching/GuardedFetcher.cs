using System.Net;
using System.Net.Sockets;

namespace OnRecord.Platform.Fetching;

/// <summary>Fetches from servers that are not ours, within limits of size, time and redirects, and never from a private network unless the operator allows it.</summary>
internal sealed class GuardedFetcher(HttpMessageHandler handler, FetchOptions options) : IDisposable
{
    private const int MaximumRedirects = 5;

    private readonly HttpClient client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    public GuardedFetcher(FetchOptions options)
        : this(GuardedConnection.Handler(options), options) { }

    /// <param name="address">An http or https address.</param>
    /// <param name="accept">The media types asked for, such as <c>text/html</c>.</param>
    public async Task<Outcome<Fetched>> Fetch(Uri address, string accept, CancellationToken stop = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            return await Follow(address, accept, limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new Problem($"{address} did not answer in full within {options.TimeoutSeconds} seconds.");
        }
        catch (Exception failure)
            when (failure
                    is HttpRequestException
                        or IOException
                        or SocketException
                        or InvalidDataException
                        or InvalidOperationException
                        or UriFormatException
            )
        {
            return new Problem(Explain(address, failure));
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<Outcome<Fetched>> Follow(Uri address, string accept, CancellationToken stop)
    {
        for (var redirects = 0; redirects <= MaximumRedirects; redirects++)
        {
            if (Refuse(address) is { } problem)
                return problem;
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Accept", accept);
            request.Headers.TryAddWithoutValidation("User-Agent", "OnRecord/0.1 (newsroom publishing system)");
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } next)
                return await Read(address, response, stop);
            if (!Uri.TryCreate(address, next, out var followed))
                return new Problem($"{address} redirects to something that is not an address.");
            address = followed;
        }
        return new Problem($"{address} was redirected more than {MaximumRedirects} times.");
    }

    private async Task<Outcome<Fetched>> Read(Uri address, HttpResponseMessage response, CancellationToken stop)
    {
        if (!response.IsSuccessStatusCode)
            return new Problem(
                $"{address} answered {(int)response.StatusCode} {response.ReasonPhrase}.".Replace(" .", ".")
            );
        var most = options.MaximumMegabytes * 1024L * 1024L;
        using var bytes = new MemoryStream();
        await using var body = await response.Content.ReadAsStreamAsync(stop);
        var buffer = new byte[64 * 1024];
        for (int count; (count = await body.ReadAsync(buffer, stop)) > 0; )
        {
            if (bytes.Length + count > most)
                return new Problem(
                    $"{address} is larger than {options.MaximumMegabytes} MB, the most that is fetched."
                );
            bytes.Write(buffer, 0, count);
        }
        var type = response.Content.Headers.ContentType;
        return new Fetched(address, type?.MediaType ?? "", type?.CharSet?.Trim('"'), bytes.ToArray());
    }

    private Problem? Refuse(Uri address) =>
        address.Scheme is not ("http" or "https") ? new Problem($"{address} is not an http or https address.")
        : address.UserInfo.Length > 0
            ? new Problem($"The address at {address.Host} carries a name or password, and is not fetched.")
        : !options.AllowPrivateAddresses
        && IPAddress.TryParse(address.Host.Trim('[', ']'), out var literal)
        && PrivateNetworks.Contain(literal)
            ? OnPrivateNetwork(address)
        : null;

    private static string Explain(Uri address, Exception failure)
    {
        for (var inner = failure; inner is not null; inner = inner.InnerException)
            if (inner is PrivateAddressException)
                return OnPrivateNetwork(address).Message;
        return $"{address} could not be reached: {failure.GetBaseException().Message}";
    }

    private static Problem OnPrivateNetwork(Uri address) =>
        new(
            $"{address} is on a private network and is not fetched. The operator can allow it with Fetching:AllowPrivateAddresses."
        );

    private static bool IsRedirect(HttpStatusCode status) =>
        status
            is HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect;
}
