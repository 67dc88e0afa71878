using System.Data.Common;
using System.Formats.Tar;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using OnRecord.Platform;
using OnRecord.Platform.Files;
using OnRecord.Platform.Storage;

namespace OnRecord.Commands.Backups;

/// <summary>Writes a newsroom into one file: database, pictures, evidence, mail that waits as files. No keys: they are kept apart.</summary>
internal static class MakeBackup
{
    /// <summary>The folders in the data folder that go along. Renditions are made again.</summary>
    public static readonly string[] Folders = ["media/originals", "evidence", "outgoing-mail"];

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static async Task<Outcome<BackupMade>> Run(
        DataFolder data,
        DatabaseAddress address,
        string file,
        TimeProvider clock,
        CancellationToken stop = default
    )
    {
        file = Path.GetFullPath(file);
        if (Path.Exists(file))
            return new Problem($"{file} is there already. Name a new file; a backup writes over nothing.");
        var beside = Path.GetDirectoryName(file)!;
        if (!Directory.Exists(beside))
            return new Problem($"There is no folder {beside}. Make it, or name another place.");
        if (!Directory.Exists(data.Path))
            return new Problem($"There is no data folder {data.Path}. Say where it is with --data.");
        var unfinished = Path.Combine(beside, $".{Path.GetFileName(file)}.{Guid.CreateVersion7():N}.part");
        var copies = Directory.CreateDirectory($"{unfinished}.d", OwnerOnly | UnixFileMode.UserExecute).FullName;
        try
        {
            var database = await DatabaseCopy.Take(address, copies, stop);
            var made = await Write(unfinished, IsCompressed(file), data, database, clock, stop);
            File.Move(unfinished, file, overwrite: false);
            return made with { File = file };
        }
        catch (DbException failure)
        {
            return new Problem($"The database could not be copied: {failure.Message} Nothing was written.");
        }
        finally
        {
            File.Delete(unfinished);
            Directory.Delete(copies, recursive: true);
        }
    }

    // The database first: a picture is on disk before a story names it.
    private static async Task<BackupMade> Write(
        string unfinished,
        bool compressed,
        DataFolder data,
        DatabaseCopy database,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        var now = clock.GetUtcNow();
        var members = new List<BackupMember>();
        var (gone, withheld) = (0, 0);
        await using var output = new FileStream(
            unfinished,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = OwnerOnly,
                BufferSize = 1 << 16,
            }
        );
        await using (var packed = compressed ? new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true) : null)
        await using (var tar = new TarWriter(packed ?? (Stream)output, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var (name, path) in database.Files.Concat(FilesOf(data)))
                if (name.StartsWith("evidence/", StringComparison.Ordinal) && database.Withheld.Holds(path))
                    withheld++;
                else if (await Add(tar, name, path, now, stop) is { } member)
                    members.Add(member);
                else
                    gone++;
            var manifest = new BackupManifest
            {
                Format = BackupManifest.KnownFormat,
                Version = typeof(MakeBackup)
                    .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
                    .InformationalVersion,
                MadeAt = now,
                Database = database.Kind,
                Migration = database.Migration,
                ProtectedIdentities = database.ProtectedIdentities,
                Tables = database.Tables,
                Members = members,
            };
            await using var bytes = new MemoryStream(manifest.Write());
            await tar.WriteEntryAsync(Entry(BackupManifest.Name, bytes, now), stop);
        }
        output.Flush(flushToDisk: true);
        return new BackupMade("", output.Length, members.Count, database.ProtectedIdentities, gone, withheld);
    }

    /// <returns>Null where the file was deleted meanwhile, as a picture may be that no story shows.</returns>
    private static async Task<BackupMember?> Add(
        TarWriter tar,
        string name,
        string path,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        try
        {
            await using var file = File.OpenRead(path);
            var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
            file.Position = 0;
            await tar.WriteEntryAsync(Entry(name, file, now), stop);
            return new BackupMember(name, file.Length, sha256);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static PaxTarEntry Entry(string name, Stream bytes, DateTimeOffset now) =>
        new(TarEntryType.RegularFile, name)
        {
            DataStream = bytes,
            ModificationTime = now,
            Mode = OwnerOnly,
        };

    private static IEnumerable<(string Name, string File)> FilesOf(DataFolder data) =>
        from folder in Folders
        let path = Path.Combine(data.Path, folder)
        where Directory.Exists(path)
        from file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
        where !file.EndsWith(".part", StringComparison.Ordinal)
        select (Path.GetRelativePath(data.Path, file), file);

    private static bool IsCompressed(string file) =>
        file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
        || file.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase);
}

/// <param name="Gone">Files that were deleted while the backup was made.</param>
/// <param name="Withheld">Files of saved copies that may say who somebody is who is not named.</param>
internal sealed record BackupMade(
    string File,
    long Bytes,
    int Members,
    int ProtectedIdentities,
    int Gone,
    int Withheld
);
