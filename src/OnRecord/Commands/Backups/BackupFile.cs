using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using OnRecord.Platform;

namespace OnRecord.Commands.Backups;

/// <summary>A backup as it is read: every member against its digest, before anything is changed.</summary>
internal static class BackupFile
{
    /// <returns>The manifest, once every member is there, whole, and nothing else is.</returns>
    public static async Task<Outcome<BackupManifest>> Verify(string file, CancellationToken stop)
    {
        if (!File.Exists(file))
            return new Problem($"There is no file {file}.");
        try
        {
            BackupManifest? manifest = null;
            var found = new Dictionary<string, BackupMember>();
            await Each(
                file,
                async (name, bytes) =>
                {
                    if (manifest is not null)
                        throw new InvalidDataException("something follows its manifest.");
                    if (name == BackupManifest.Name)
                        manifest = await BackupManifest.Read(bytes, stop);
                    else if (!IsSafe(name) || !found.TryAdd(name, await Measured(name, bytes, Stream.Null, stop)))
                        throw new InvalidDataException($"it has a member {name}, which no backup of a newsroom has.");
                },
                stop
            );
            return manifest is null ? new Problem($"{file} is not a whole backup: its manifest is missing.")
                : manifest.Format != BackupManifest.KnownFormat
                    ? new Problem($"{file} was made by a newer OnRecord ({manifest.Version}). Restore it with that.")
                : Fault(manifest, found) is { } fault ? new Problem($"{file} is damaged: {fault} Use another backup.")
                : manifest;
        }
        catch (Exception failure)
            when (failure is InvalidDataException or EndOfStreamException or FormatException or JsonException)
        {
            return new Problem($"{file} is not a whole backup: {failure.Message}");
        }
    }

    /// <summary>Writes every member below a folder, once more against its digest.</summary>
    public static Task Unpack(string file, BackupManifest manifest, string folder, CancellationToken stop)
    {
        var listed = manifest.Members.ToDictionary(member => member.Name);
        return Each(
            file,
            async (name, bytes) =>
            {
                if (name == BackupManifest.Name)
                    return;
                var target = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                await using var output = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
                if (await Measured(name, bytes, output, stop) != listed.GetValueOrDefault(name))
                    throw new IOException($"{file} changed while it was read. Nothing was restored.");
                output.Flush(flushToDisk: true);
            },
            stop
        );
    }

    private static string? Fault(BackupManifest manifest, Dictionary<string, BackupMember> found)
    {
        foreach (var member in manifest.Members)
            if (!found.Remove(member.Name, out var there))
                return $"{member.Name} is missing.";
            else if (there != member)
                return $"{member.Name} is not what it was.";
        return found.Keys.FirstOrDefault() is { } extra ? $"{extra} is not in its manifest." : null;
    }

    private static async Task Each(string file, Func<string, Stream, Task> read, CancellationToken stop)
    {
        await using var input = File.OpenRead(file);
        var compressed = input.ReadByte() == 0x1f && input.ReadByte() == 0x8b;
        input.Position = 0;
        await using var unpacked = compressed ? new GZipStream(input, CompressionMode.Decompress) : null;
        await using var tar = new TarReader(unpacked ?? (Stream)input, leaveOpen: true);
        while (await tar.GetNextEntryAsync(copyData: false, stop) is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
                throw new InvalidDataException($"{entry.Name} is no file.");
            await read(entry.Name, entry.DataStream ?? Stream.Null);
        }
    }

    private static async Task<BackupMember> Measured(string name, Stream bytes, Stream to, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var some = new byte[1 << 16];
        var length = 0L;
        int read;
        while ((read = await bytes.ReadAsync(some, stop)) > 0)
        {
            hash.AppendData(some.AsSpan(0, read));
            await to.WriteAsync(some.AsMemory(0, read), stop);
            length += read;
        }
        return new BackupMember(name, length, Convert.ToHexStringLower(hash.GetCurrentHash()));
    }

    private static bool IsSafe(string name) =>
        MakeBackup
            .Folders.Append(DatabaseCopy.Folder)
            .Any(folder => name.StartsWith($"{folder}/", StringComparison.Ordinal))
        && name.Split('/').All(part => part.Length > 0 && part is not ("." or ".."))
        && !name.Contains('\0');
}
