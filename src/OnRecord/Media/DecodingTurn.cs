namespace OnRecord.Media;

/// <summary>Lets one picture be decoded at a time: a hundred megapixels can take a gigabyte while they are.</summary>
internal sealed class DecodingTurn : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task<IDisposable> Take(CancellationToken stop = default)
    {
        await turn.WaitAsync(stop);
        return new Held(turn);
    }

    public void Dispose() => turn.Dispose();

    private sealed class Held(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? turn = turn;

        public void Dispose() => Interlocked.Exchange(ref turn, null)?.Release();
    }
}
