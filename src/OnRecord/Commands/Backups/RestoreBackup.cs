using System.Globalization;
using Microsoft.Data.Sqlite;
using OnRecord.Platform;
using OnRecord.Platform.Files;
using OnRecord.Platform.Storage;

namespace OnRecord.Commands.Backups;

/// <summary>Puts a backup into an empty newsroom, whole or not at all.</summary>
internal static class RestoreBackup
{
    private const string Aside = "before-restore-";
    private const string Unpacking = ".restore-";

    /// <param name="replace">Whether what is there is set aside.</param>
    public static async Task<Outcome<Restored>> Run(
        string file,
        DataFolder data,
        DatabaseAddress address,
        bool replace,
        TimeProvider clock,
        CancellationToken stop = default
    )
    {
        var read = await BackupFile.Verify(Path.GetFullPath(file), stop);
        if (read.Refused)
            return read.Problems[0];
        var manifest = read.Value;
        if (manifest.Database == DatabaseKind.Postgresql != address.IsPostgres)
            return new Problem(
                manifest.Database == DatabaseKind.Postgresql
                    ? "The backup is of a newsroom on PostgreSQL. Say with --database into which empty PostgreSQL database it goes."
                    : "The backup is of a newsroom on SQLite, and --database names a PostgreSQL. Leave that out."
            );
        var sqlite = address.IsPostgres ? null : SqliteFile(address);
        await using IRestoredDatabase database = sqlite is null
            ? new RestoredPostgres(address)
            : new RestoredSqlite(sqlite);
        if (!database.Migrations.Contains(manifest.Migration))
            return new Problem(
                $"The backup is of a newer OnRecord ({manifest.Version}, database {manifest.Migration}). Restore it with that version or a later one."
            );
        if (!replace && Entries(data).FirstOrDefault() is { } there)
            return new Problem(
                $"The data folder is not empty: {there}. Nothing was changed; name an empty one with --data, or set this one's contents aside with --replace."
            );
        if (await database.Refusal(manifest, replace, stop) is { } refusal)
            return refusal;
        DataFolder.Open(data.Path);
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        return await Put(Path.GetFullPath(file), manifest, data, database, sqlite, stamp, stop);
    }

    private static async Task<Restored> Put(
        string file,
        BackupManifest manifest,
        DataFolder data,
        IRestoredDatabase database,
        string? sqlite,
        string stamp,
        CancellationToken stop
    )
    {
        var unpacked = Path.Combine(data.Path, $"{Unpacking}{Guid.CreateVersion7():N}");
        var moves = new Moves();
        try
        {
            Directory.CreateDirectory(unpacked);
            await BackupFile.Unpack(file, manifest, unpacked, stop);
            await database.Fill(manifest, unpacked, stamp, stop);
            var aside = Path.Combine(data.Path, $"{Aside}{stamp}");
            foreach (var entry in Entries(data).ToList())
                moves.Move(entry, Path.Combine(aside, Path.GetFileName(entry)));
            if (sqlite is not null)
            {
                foreach (var old in new[] { sqlite, $"{sqlite}-wal", $"{sqlite}-shm" }.Where(File.Exists))
                    moves.Move(old, $"{old}.{Aside}{stamp}");
                moves.Move(Path.Combine(unpacked, DatabaseCopy.SqliteName), sqlite);
            }
            Directory.Delete(Path.Combine(unpacked, DatabaseCopy.Folder), recursive: true);
            foreach (var part in Directory.EnumerateFileSystemEntries(unpacked).ToList())
                moves.Move(part, Path.Combine(data.Path, Path.GetFileName(part)));
            await database.Commit(stop);
            return new Restored(manifest, Directory.Exists(aside) ? aside : null);
        }
        catch
        {
            moves.Undo();
            await database.Undo();
            throw;
        }
        finally
        {
            if (Directory.Exists(unpacked))
                Directory.Delete(unpacked, recursive: true);
        }
    }

    /// <summary>What a newsroom keeps in its data folder; its keys may be brought before, and what was set aside stays.</summary>
    private static IEnumerable<string> Entries(DataFolder data) =>
        Directory.Exists(data.Path)
            ? Directory
                .EnumerateFileSystemEntries(data.Path)
                .Where(entry =>
                    entry != data.Keys
                    && Path.GetFileName(entry) is var name
                    && !name.StartsWith(Aside, StringComparison.Ordinal)
                    && !name.StartsWith(Unpacking, StringComparison.Ordinal)
                )
            : [];

    private static string SqliteFile(DatabaseAddress address) =>
        Path.GetFullPath(new SqliteConnectionStringBuilder(address.ConnectionString).DataSource);

    private sealed class Moves
    {
        private readonly Stack<(string From, string To)> done = new();

        public void Move(string from, string to)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            Rename(from, to);
            done.Push((from, to));
        }

        public void Undo()
        {
            while (done.TryPop(out var move))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(move.From)!);
                Rename(move.To, move.From);
            }
        }

        private static void Rename(string from, string to)
        {
            if (File.Exists(from))
                File.Move(from, to);
            else
                Directory.Move(from, to);
        }
    }
}

/// <param name="Aside">Where the old files lie; null where there were none.</param>
internal sealed record Restored(BackupManifest Manifest, string? Aside);
