using System.Security.Cryptography;
using OnRecord.Platform.Files;

namespace OnRecord.Sources.Evidence;

/// <summary>Where saved copies lie: the bytes once under their hash, and beside them what belongs to one copy alone, its record of the wire and its text.</summary>
internal sealed class EvidenceFolder(DataFolder data) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);

    // Hashes whose rows are about to be written, so that nobody takes their bytes away meanwhile.
    private readonly Dictionary<string, int> held = [];

    public string Bytes(string sha256) => Path.Combine(data.Evidence, sha256[..2], sha256);

    /// <summary>The exchange as WARC; there is none of a document that was brought.</summary>
    public string Warc(string sha256, Guid copy) => $"{Bytes(sha256)}-{copy:N}.warc.gz";

    /// <summary>The copy's text as UTF-8; there is none of a picture or a PDF.</summary>
    public string Text(string sha256, Guid copy) => $"{Bytes(sha256)}-{copy:N}.txt";

    /// <summary>Keeps the bytes and holds them until <see cref="Release"/>.</summary>
    /// <returns>Null where there are more than <paramref name="most"/>.</returns>
    public async Task<KeptBytes?> Keep(Stream from, long most, CancellationToken stop = default)
    {
        var unfinished = Path.Combine(data.Evidence, "unfinished", $"{Guid.CreateVersion7():N}.part");
        Directory.CreateDirectory(Path.GetDirectoryName(unfinished)!);
        try
        {
            if (await Copy(from, unfinished, most, stop) is not { } kept)
                return null;
            await gate.WaitAsync(stop);
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Bytes(kept.Sha256))!);
                if (!File.Exists(Bytes(kept.Sha256)))
                    File.Move(unfinished, Bytes(kept.Sha256));
                held[kept.Sha256] = held.GetValueOrDefault(kept.Sha256) + 1;
            }
            finally
            {
                gate.Release();
            }
            return kept;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Lets the bytes go; they stay where a copy refers to them.</summary>
    public Task Release(string sha256, Func<Task<bool>> isUsed) =>
        Clear(sha256, isUsed, () => held[sha256] = held.GetValueOrDefault(sha256) - 1);

    /// <summary>Takes the bytes away that no copy refers to any more. Only after the commit: a file too many harms nobody, a row without its file would.</summary>
    public Task Clear(string sha256, Func<Task<bool>> isUsed) => Clear(sha256, isUsed, () => { });

    /// <summary>Takes away what belongs to one copy alone.</summary>
    public void Remove(string sha256, Guid copy)
    {
        if (!Directory.Exists(Path.GetDirectoryName(Bytes(sha256))))
            return;
        File.Delete(Warc(sha256, copy));
        File.Delete(Text(sha256, copy));
    }

    public void Dispose() => gate.Dispose();

    private async Task Clear(string sha256, Func<Task<bool>> isUsed, Action first)
    {
        await gate.WaitAsync();
        try
        {
            first();
            if (held.GetValueOrDefault(sha256) > 0)
                return;
            held.Remove(sha256);
            if (!await isUsed() && File.Exists(Bytes(sha256)))
                File.Delete(Bytes(sha256));
        }
        finally
        {
            gate.Release();
        }
    }

    private static async Task<KeptBytes?> Copy(Stream from, string to, long most, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[64 * 1024];
        var length = 0L;
        for (int count; (count = await from.ReadAsync(buffer, stop)) > 0; )
        {
            if ((length += count) > most)
                return null;
            hash.AppendData(buffer, 0, count);
            await file.WriteAsync(buffer.AsMemory(0, count), stop);
        }
        file.Flush(flushToDisk: true);
        return new KeptBytes(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }
}

/// <param name="Sha256">In lower-case hexadecimal.</param>
internal sealed record KeptBytes(string Sha256, long Length);
