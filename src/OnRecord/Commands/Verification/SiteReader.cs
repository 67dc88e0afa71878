using System.Net;
using System.Text;
using OnRecord.Platform.Fetching;

namespace OnRecord.Commands.Verification;

/// <summary>Reads a site that is checked: a few requests at a time, within limits of time and size, and nothing from another host.</summary>
/// <remarks>Whoever checks names the site himself, so that it may well be in his own house.</remarks>
internal sealed class SiteReader : IDisposable
{
    private const int AtOnce = 6;
    private const int Redirects = 4;
    private const long LargestAnswer = 32L << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient client;
    private readonly SemaphoreSlim turns = new(AtOnce, AtOnce);

    /// <param name="root">Where the site begins.</param>
    /// <param name="handler">How it is reached.</param>
    public SiteReader(Uri root, HttpMessageHandler handler) =>
        (Root, client) = (root, new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan });

    /// <summary>Ends in a slash.</summary>
    public Uri Root { get; }

    /// <summary>How a site is reached over the network.</summary>
    public static HttpMessageHandler Network() =>
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            MaxConnectionsPerServer = AtOnce,
        };

    /// <returns>The address as it is taken; null where it is none that a site could be at.</returns>
    public static Uri? Read(string written) =>
        Uri.TryCreate(written, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address.UserInfo.Length == 0
            ? new Uri($"{address.GetLeftPart(UriPartial.Path).TrimEnd('/')}/")
            : null;

    /// <summary>The whole address of a place of this site.</summary>
    /// <exception cref="NotAsSealed">It is none.</exception>
    public Uri Of(string path) =>
        Uri.TryCreate(Root, path.TrimStart('/'), out var address)
        && Root.IsBaseOf(address)
        && address.PathAndQuery == address.AbsolutePath
            ? address
            : throw new NotAsSealed($"“{path}” is no address of {Root}.");

    /// <exception cref="NotAsSealed">The site is not to be reached, or sends more than can be meant.</exception>
    public async Task<SiteAnswer> Get(string path, CancellationToken stop)
    {
        var address = Of(path);
        await turns.WaitAsync(stop);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        try
        {
            return await Follow(address, limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw Silent($"{address} did not answer within {Patience.TotalSeconds:0} seconds.");
        }
        catch (Exception failure) when (FetchRules.IsFailure(failure))
        {
            throw Silent(FetchRules.Explain(address, failure).Message);
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose()
    {
        client.Dispose();
        turns.Dispose();
    }

    private async Task<SiteAnswer> Follow(Uri address, CancellationToken stop)
    {
        for (var redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("User-Agent", "onrecord verify");
            request.Headers.TryAddWithoutValidation("Cache-Control", "no-cache");
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            if (!FetchRules.IsRedirect(response.StatusCode) || response.Headers.Location is not { } location)
                return await Take(address, response, stop);
            if (redirects == Redirects || !Uri.TryCreate(address, location, out var next))
                throw new NotAsSealed($"{address} leads on and on, and nowhere.");
            if (
                next.IdnHost != Root.IdnHost
                || (next.Scheme, next.Port) != (Root.Scheme, Root.Port) && !IsSecured(next)
            )
                throw new NotAsSealed(
                    $"{address} leads to another host, {next.GetLeftPart(UriPartial.Authority)}. If that is the site, name it."
                );
            address = next;
        }
    }

    private bool IsSecured(Uri next) => Root.Scheme == "http" && next.Scheme == "https";

    private static async Task<SiteAnswer> Take(Uri address, HttpResponseMessage response, CancellationToken stop)
    {
        await using var body = await response.Content.ReadAsStreamAsync(stop);
        if (await LimitedBody.Read(body, LargestAnswer, stop) is not { } bytes)
            throw new NotAsSealed($"{address} sends more than {LargestAnswer >> 20} megabytes.");
        var memento = response.Headers.TryGetValues("Memento-Datetime", out var values) ? values.First() : null;
        return new SiteAnswer(address, response.StatusCode, bytes, memento);
    }

    private static NotAsSealed Silent(string sentence) => new(new VerifyFault(sentence) { IsSilence = true });
}

/// <summary>What the site answered.</summary>
/// <param name="Address">Where, after redirects.</param>
/// <param name="Memento">From when the page is (RFC 7089, 2.1.1); null where it does not say.</param>
internal sealed record SiteAnswer(Uri Address, HttpStatusCode Status, byte[] Bytes, string? Memento)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>The status as it is told, such as <c>503 Service Unavailable</c>.</summary>
    public string Told => $"{(int)Status} {Status}";
}
