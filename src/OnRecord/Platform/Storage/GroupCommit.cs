using System.Threading.Channels;

namespace OnRecord.Platform.Storage;

/// <summary>Writes what many ask for at once in one transaction, each answered after it is on disk: so one sync serves all who wait for it.</summary>
/// <param name="write">Writes within a transaction; gives an answer for each, in their order.</param>
internal sealed class GroupCommit<TItem, TAnswer>(
    IServiceScopeFactory scopes,
    DatabaseAddress address,
    Func<IServiceProvider, OnRecordDb, IReadOnlyList<TItem>, Task<IReadOnlyList<TAnswer>>> write
) : IAsyncDisposable
{
    private const int MostAtOnce = 256;
    private const int MostWaiting = 10_000;
    private const int CacheKilobytes = 32_000;

    private readonly Channel<Waiting> waiting = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true }
    );

    // One that stays open between batches, with the statements it has prepared and the pages it wrote last.
    private readonly OpenReaders own = new(address, scopes, CacheKilobytes);
    private readonly Lock starting = new();
    private Task? writer;

    /// <summary>Whoever goes away meanwhile has it written all the same.</summary>
    public async Task<TAnswer> Write(TItem item, CancellationToken stop)
    {
        Start();
        var one = new Waiting(item);
        await waiting.Writer.WriteAsync(one, stop);
        return await one.Answer.Task.WaitAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        if (writer is { } task)
            await task;
        own.Dispose();
    }

    private void Start()
    {
        if (writer is not null)
            return;
        lock (starting)
            writer ??= Task.Run(Work);
    }

    private async Task Work()
    {
        var batch = new List<Waiting>(MostAtOnce);
        while (await waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MostAtOnce && waiting.Reader.TryRead(out var one))
                batch.Add(one);
            await Commit(batch);
        }
    }

    // One that cannot be written must not take the others down with it.
    private async Task Commit(List<Waiting> batch)
    {
        try
        {
            await Try(batch);
        }
        catch (Exception failure)
        {
            if (batch.Count == 1)
                batch[0].Answer.TrySetException(failure);
            else
                foreach (var one in batch.ToArray())
                    await Commit([one]);
        }
    }

    private async Task Try(List<Waiting> batch)
    {
        IReadOnlyList<TAnswer> answers = [];
        await using (var scope = scopes.CreateAsyncScope())
        {
            await own.Lend(scope.ServiceProvider, default);
            var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
            await db.Transact(async () =>
                answers = await write(scope.ServiceProvider, db, batch.ConvertAll(one => one.Item))
            );
        }
        for (var at = 0; at < batch.Count; at++)
            batch[at].Answer.TrySetResult(answers[at]);
    }

    private sealed class Waiting(TItem item)
    {
        public TItem Item => item;

        // What waits must not go on within the writer.
        public TaskCompletionSource<TAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
