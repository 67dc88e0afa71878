using System.Net;
using OnRecord.Comments.Keys;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Comments.Privacy;

/// <summary>Takes in that somebody wants the link to their data. Whether they are known is answered by letter alone.</summary>
internal sealed class AskForData(CommentKeys keys, TimeProvider clock, ILogger<AskForData> log)
{
    public const int AnHour = 5;

    private readonly SenderLimit senders = new(AnHour, clock);

    /// <param name="email">An address as one is written.</param>
    /// <returns>A refusal where too many come from the same connection, or no key is there.</returns>
    public async Task<Outcome<DataRequest>> Ask(OnRecordDb db, string email, IPAddress? from, string language)
    {
        var words = PrivacyStrings.In(language);
        if (await keys.Ready(db) is { Refused: true } unready)
        {
            log.LogError("No link to data can be asked for: {Reason}", unready.Problems[0].Message);
            return new Problem(words["NoKey"]);
        }
        if (!senders.Take(from))
            return new Problem(words["TooOften"]);
        var request = new DataRequest
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            EmailKey = keys.OfEmail(email),
            Language = language,
        };
        db.DataRequests.Add(request);
        await db.Transact(() => Task.CompletedTask);
        return request;
    }
}
