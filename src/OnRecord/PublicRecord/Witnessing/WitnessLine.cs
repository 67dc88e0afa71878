using System.Net;
using System.Text;
using OnRecord.Platform.Fetching;

namespace OnRecord.PublicRecord.Witnessing;

/// <summary>Speaks to witnesses. Their addresses are written by whoever runs the server, so private networks are allowed; nothing else is that a stranger's answer could lead to.</summary>
internal sealed class WitnessLine(HttpMessageHandler handler) : IDisposable
{
    private const int Longest = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    public static SocketsHttpHandler Handler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };

    /// <summary>Posts a checkpoint to a witness's submission prefix.</summary>
    /// <exception cref="HttpRequestException">It cannot be reached, or answers with too much.</exception>
    /// <exception cref="TimeoutException">It takes too long.</exception>
    public async Task<(HttpStatusCode Status, string? Type, byte[] Body)> Post(
        Uri prefix,
        string request,
        CancellationToken stop
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        using var message = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri($"{prefix.AbsoluteUri.TrimEnd('/')}/add-checkpoint")
        )
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(request)),
        };
        message.Headers.TryAddWithoutValidation("User-Agent", FetchRules.UserAgent);
        try
        {
            using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            await using var body = await answer.Content.ReadAsStreamAsync(limit.Token);
            var bytes =
                await LimitedBody.Read(body, Longest, limit.Token)
                ?? throw new HttpRequestException($"The answer is longer than {Longest} bytes.");
            return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, bytes);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException($"It did not answer within {Patience.TotalSeconds:0} seconds.");
        }
    }

    public void Dispose() => client.Dispose();
}
