namespace OnRecord.Platform.Storage;

/// <summary>Lets one writer of this process into SQLite at a time, so that none is refused because another is busy. PostgreSQL needs no gate.</summary>
internal sealed class WriteGate(bool oneAtATime) : IDisposable
{
    private readonly SemaphoreSlim? turn = oneAtATime ? new(1, 1) : null;

    public async Task<IDisposable> Enter(CancellationToken stop)
    {
        if (turn is null)
            return new Turn(null);
        await turn.WaitAsync(stop);
        return new Turn(turn);
    }

    public void Dispose() => turn?.Dispose();

    private sealed class Turn(SemaphoreSlim? held) : IDisposable
    {
        private SemaphoreSlim? held = held;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
