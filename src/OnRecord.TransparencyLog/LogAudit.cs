namespace OnRecord.TransparencyLog;

/// <summary>Checks a whole log from outside: rebuilds its tree out of its entries, and compares that with every tile (C2SP tlog-tiles, “Merkle Tree”), with the
/// root that is signed (C2SP tlog-checkpoint), and with what was seen of it earlier. It reads nothing itself, and holds no more of the
/// log than a few bundles of entries and the edge of the tree.</summary>
/// <param name="key">The key that signs now.</param>
/// <param name="fetch">Gives what lies at an address below the log's, such as <c>tile/0/000</c>; null where nothing does. Several are asked for at once.</param>
public sealed class LogAudit(VerifierKey key, Func<string, CancellationToken, Task<ReadOnlyMemory<byte>?>> fetch)
{
    private const string CheckpointPlace = "checkpoint";

    /// <summary>The log's origin; the key's name where it is not given (C2SP tlog-checkpoint, “Signatures”).</summary>
    public string Origin { get; init; } = key.Name;

    /// <summary>What was seen of the log earlier. Without it nothing can be said about the past.</summary>
    public SeenCheckpoint? Seen { get; init; }

    /// <summary>Looks at the entries, one after the other, and returns a sentence where one must be refused. Each is that of its tile; whether they
    /// lead to the root is known only at the end, so nothing is to be believed before that.</summary>
    public Func<LoggedEntry, ValueTask<string?>>? Each { get; init; }

    /// <summary>How many bundles are asked for before they are needed.</summary>
    public int Ahead { get; init; } = 4;

    /// <summary>Checks the log.</summary>
    /// <param name="checkpoint">The signed checkpoint as it is served.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The checkpoint, or the first thing that is wrong.</returns>
    public async Task<LogFindings> Run(ReadOnlyMemory<byte> checkpoint, CancellationToken cancel = default)
    {
        try
        {
            var (now, note) = Open(checkpoint.Span);
            var earlier = Remembered();
            if (earlier is not null && Contradiction(earlier, now) is { } fault)
                return LogFindings.Of(fault);
            await Walk(now, earlier, cancel).ConfigureAwait(false);
            return LogFindings.Of(now, note);
        }
        catch (LogFormatException wrong)
        {
            return LogFindings.Of(wrong.Fault);
        }
    }

    private (Checkpoint, SignedNote) Open(ReadOnlySpan<byte> checkpoint)
    {
        try
        {
            return Checkpoint.Open(checkpoint, key, Origin);
        }
        catch (LogFormatException wrong)
        {
            throw new LogFormatException(wrong.Fault with { Place = CheckpointPlace });
        }
    }

    private Checkpoint? Remembered()
    {
        if (Seen is null)
            return null;
        if (Each is null && !Seen.Key.Equals(key))
            throw new LogFormatException(
                LogFaultKind.AnotherKey,
                "The log was signed by another key when it was last seen, and nobody looks in its entries for why."
            );
        try
        {
            return Checkpoint.Open(Seen.Note.Span, Seen.Key, Origin).Checkpoint;
        }
        catch (LogFormatException wrong)
        {
            throw new LogFormatException(
                LogFaultKind.Memory,
                $"What is remembered of the log cannot be used: {wrong.Message}"
            );
        }
    }

    private static LogFault? Contradiction(Checkpoint earlier, Checkpoint now) =>
        now.Size < earlier.Size
            ? new LogFault(
                LogFaultKind.Shortened,
                $"The log was shortened: it had {Entries(earlier.Size)} when it was last seen and has {Decimal.Write(now.Size)} now."
            )
            {
                Place = CheckpointPlace,
                Entry = now.Size,
            }
        : now.Size == earlier.Size && now.Root != earlier.Root
            ? new LogFault(
                LogFaultKind.Rewritten,
                $"The log was rewritten: it has {Entries(now.Size)}, as when it was last seen, and another root."
            )
            {
                Place = CheckpointPlace,
            }
        : null;

    private async Task Walk(Checkpoint now, Checkpoint? earlier, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var tree = new RebuiltTree(new LogReader(fetch));
        var coming = new Queue<Task<Leaves>>();
        try
        {
            foreach (var tile in Tile.Of(0, now.Size))
            {
                coming.Enqueue(tree.Reader.Leaves(tile, stop.Token));
                if (coming.Count > Ahead)
                    await Take(await coming.Dequeue().ConfigureAwait(false)).ConfigureAwait(false);
            }
            while (coming.TryDequeue(out var next))
                await Take(await next.ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            Task rest = Task.WhenAll(coming);
            await rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await tree.Finish(cancel).ConfigureAwait(false);
        if (tree.Root != now.Root)
            throw new LogFormatException(
                new LogFault(
                    LogFaultKind.WrongRoot,
                    $"The entries do not lead to the root that is signed: they lead to {tree.Root}, and {now.Root} is signed."
                )
                {
                    Place = CheckpointPlace,
                }
            );

        async ValueTask Take(Leaves leaves)
        {
            for (var at = 0; at < leaves.Tile.Width; at++)
            {
                var entry = leaves.Take(at);
                if (Each is not null && await Each(entry).ConfigureAwait(false) is { } refused)
                    throw new LogFormatException(
                        new LogFault(LogFaultKind.Entry, refused)
                        {
                            Place = leaves.Tile.EntriesPath,
                            Entry = entry.Index,
                        }
                    );
                tree.Append(entry.Hash);
                if (tree.Size == earlier?.Size && tree.Root != earlier.Root)
                    throw new LogFormatException(
                        LogFaultKind.Rewritten,
                        $"The log was rewritten: its first {Entries(earlier.Size)} do not lead to the root that was seen over them."
                    );
            }
            await tree.CompareFullTiles(stop.Token).ConfigureAwait(false);
        }
    }

    private static string Entries(long count) => count == 1 ? "1 entry" : $"{Decimal.Write(count)} entries";
}

/// <summary>What was seen of a log earlier.</summary>
/// <param name="Note">The signed checkpoint, as it was served then.</param>
/// <param name="Key">The key that signed then. Where it is another now, <see cref="LogAudit.Each"/> must find in the entries why.</param>
public sealed record SeenCheckpoint(ReadOnlyMemory<byte> Note, VerifierKey Key);

/// <summary>An entry of a log.</summary>
/// <param name="Index">Its place, counted from 0.</param>
/// <param name="Bytes">The entry: a part of what was fetched.</param>
/// <param name="Hash">Its hash (RFC 6962, 2.1).</param>
public readonly record struct LoggedEntry(long Index, ReadOnlyMemory<byte> Bytes, TreeHash Hash);
