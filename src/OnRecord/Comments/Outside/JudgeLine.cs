using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using OnRecord.Platform.Fetching;

namespace OnRecord.Comments.Outside;

/// <summary>The way to the outside judge. The operator names its address, so it may be one inside the own network; where it leads on to is not followed.</summary>
internal sealed class JudgeLine(HttpMessageHandler handler, TimeProvider clock, ILogger<JudgeLine> log) : IDisposable
{
    private const int LongestAnswer = 8 * 1024;

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

    /// <summary>Asks, and always has an answer: whatever goes wrong, the comment is held.</summary>
    /// <param name="id">The same for as long as it is the same question.</param>
    public async Task<JudgeAnswer> Ask(JudgeTerms terms, Guid id, byte[] question)
    {
        using var limit = new CancellationTokenSource(terms.Patience, clock);
        try
        {
            return await Ask(terms, $"msg_{id:N}", question, limit.Token);
        }
        catch (OperationCanceledException)
        {
            log.LogWarning("The outside judge at {Host} did not answer in time.", terms.Address.Host);
            return JudgeAnswer.Late;
        }
        catch (Exception failure)
        {
            log.LogWarning(
                "The outside judge at {Host} could not be asked: {Reason}",
                terms.Address.Host,
                failure.GetBaseException().Message
            );
            return JudgeAnswer.Unreached;
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<JudgeAnswer> Ask(JudgeTerms terms, string id, byte[] question, CancellationToken stop)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        using var message = new HttpRequestMessage(HttpMethod.Post, terms.Address)
        {
            Content = new ByteArrayContent(question),
        };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        message.Headers.TryAddWithoutValidation("User-Agent", FetchRules.UserAgent);
        message.Headers.Add("webhook-id", id);
        message.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        message.Headers.Add("webhook-signature", terms.Secrets.Sign(id, timestamp, question));
        using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stop);
        if (!answer.IsSuccessStatusCode)
        {
            log.LogWarning(
                "The outside judge at {Host} answered {Status}.",
                terms.Address.Host,
                (int)answer.StatusCode
            );
            return JudgeAnswer.Refused(answer.StatusCode);
        }
        await using var body = await answer.Content.ReadAsStreamAsync(stop);
        var read = await LimitedBody.Read(body, LongestAnswer, stop) is { } bytes
            ? JudgeAnswer.Read(bytes)
            : JudgeAnswer.Unclear;
        if (read.IsFailure)
            log.LogWarning("What the outside judge at {Host} answered is not understood.", terms.Address.Host);
        return read;
    }
}
