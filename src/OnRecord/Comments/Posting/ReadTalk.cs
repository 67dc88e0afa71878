using OnRecord.Comments.Keys;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Posting;

/// <summary>Reads all that a comment's taking needs of the database, and lets it go: whoever waits for the writer must hold nothing that the writer may wait for.</summary>
internal sealed class ReadTalk(
    IServiceScopeFactory scopes,
    OpenReaders readers,
    CommentKeys keys,
    JudgeText judge,
    ILogger<ReadTalk> log
)
{
    /// <returns>Null where readers have no story at the path.</returns>
    public async Task<ReadyTalk?> At(string path)
    {
        await using var scope = scopes.CreateAsyncScope();
        // On a day on which everybody comments, to open the database for each would take longest.
        await readers.Lend(scope.ServiceProvider, CancellationToken.None);
        var talk = scope.ServiceProvider.GetRequiredService<FindTalk>();
        if (await talk.At(path) is not { } facts)
            return null;
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        await judge.Ready(db);
        var ready = await keys.Ready(db);
        if (ready.Refused)
            log.LogError("No comment can be taken: {Reason}", ready.Problems[0].Message);
        return new ReadyTalk(facts, (await talk.House()).Settings, !ready.Refused);
    }
}

/// <param name="HasKey">Whether commenters' addresses can be kept.</param>
internal sealed record ReadyTalk(TalkFacts Facts, CommentHouse House, bool HasKey);
