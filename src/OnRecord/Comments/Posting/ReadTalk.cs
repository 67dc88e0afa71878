using System.Collections.Concurrent;
using OnRecord.Comments.Keys;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;

namespace OnRecord.Comments.Posting;

/// <summary>Reads all that a comment's taking needs of the database, and lets it go: whoever waits for the writer must hold nothing that the writer may wait for.</summary>
internal sealed class ReadTalk(
    IServiceScopeFactory scopes,
    OpenReaders readers,
    CommentKeys keys,
    JudgeText judge,
    PageStore store,
    ILogger<ReadTalk> log
)
{
    // Some hundred bytes each.
    private const int Most = 20_000;

    private Kept kept = new(-1);

    /// <returns>Null where readers have no story at the path.</returns>
    public async Task<ReadyTalk?> At(string path)
    {
        // What was read holds until something that readers see changes. On the day of an attack nothing does: what comes is held.
        var now = store.Evictions;
        var known = kept;
        if (known.Evictions != now || known.IsFull)
            kept = known = new Kept(now);
        if (store.IsOpen && known.Find(path) is { } talk)
            return talk;
        var read = await Read(path);
        if (read is { HasKey: true })
            known.Add(read);
        return read;
    }

    private async Task<ReadyTalk?> Read(string path)
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
        return new ReadyTalk(path, facts, (await talk.House()).Settings, !ready.Refused);
    }

    // Begun before a change, and so good only as long as none came.
    private sealed class Kept(long evictions)
    {
        private readonly ConcurrentDictionary<string, ReadyTalk> talks = new(StringComparer.Ordinal);
        private int count;

        public long Evictions => evictions;

        public bool IsFull => Volatile.Read(ref count) >= Most;

        public ReadyTalk? Find(string path) => talks.GetValueOrDefault(path);

        public void Add(ReadyTalk talk)
        {
            if (talks.TryAdd(talk.Path, talk))
                Interlocked.Increment(ref count);
        }
    }
}

/// <param name="Path">Of the story.</param>
/// <param name="HasKey">Whether commenters' addresses can be kept.</param>
internal sealed record ReadyTalk(string Path, TalkFacts Facts, CommentHouse House, bool HasKey);
