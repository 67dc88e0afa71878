using Microsoft.Data.Sqlite;
using Npgsql;
using OnRecord.Platform.Storage;

namespace OnRecord.Commands.Backups;

/// <summary>A consistent copy of the database as files, taken while the newsroom is served.</summary>
/// <param name="Files">Each with its name in the backup.</param>
internal sealed record DatabaseCopy(
    DatabaseKind Kind,
    string Migration,
    int ProtectedIdentities,
    IReadOnlyList<(string Name, string File)> Files,
    IReadOnlyList<BackupTable> Tables,
    WithheldEvidence Withheld
)
{
    public const string Folder = "database";
    public const string SqliteName = $"{Folder}/onrecord.db";
    private const string Newest = """SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY 1 DESC LIMIT 1""";
    private const string Identities = """SELECT count(*) FROM "ProtectedIdentities" """;

    public static string NameOf(string table) => $"{Folder}/{table}.copy";

    /// <param name="folder">Where the copy is put.</param>
    public static Task<DatabaseCopy> Take(DatabaseAddress address, string folder, CancellationToken stop) =>
        address.IsPostgres ? TakePostgres(address, folder, stop) : TakeSqlite(address, folder, stop);

    // VACUUM INTO reads in one transaction and leaves free pages behind, and with them what was deleted.
    private static async Task<DatabaseCopy> TakeSqlite(DatabaseAddress address, string folder, CancellationToken stop)
    {
        var file = Path.Combine(folder, "onrecord.db");
        var settings = new SqliteConnectionStringBuilder(address.ConnectionString)
        {
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        };
        await using (var source = new SqliteConnection(settings.ConnectionString))
        {
            await source.OpenAsync(stop);
            await using var copy = source.CreateCommand();
            copy.CommandText = "VACUUM INTO $file";
            copy.CommandTimeout = 0;
            copy.Parameters.AddWithValue("$file", file);
            await copy.ExecuteNonQueryAsync(stop);
        }
        await using var taken = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString
        );
        await taken.OpenAsync(stop);
        var migration = (string)(await Scalar(taken, Newest, stop))!;
        var knows = await Scalar(taken, "SELECT count(*) FROM sqlite_master WHERE name = 'ProtectedIdentities'", stop);
        var identities = knows is 0L ? 0L : (long)(await Scalar(taken, Identities, stop))!;
        await Scalar(taken, "PRAGMA journal_mode = DELETE", stop);
        var withheld = knows is 0L ? WithheldEvidence.None : await WithheldEvidence.Of(taken, stop);
        return new DatabaseCopy(DatabaseKind.Sqlite, migration, (int)identities, [(SqliteName, file)], [], withheld);
    }

    private static async Task<DatabaseCopy> TakePostgres(DatabaseAddress address, string folder, CancellationToken stop)
    {
        await using var source = new NpgsqlConnection(address.ConnectionString);
        await source.OpenAsync(stop);
        await using var snapshot = await source.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
        await Scalar(source, "SET TRANSACTION READ ONLY", stop);
        var migration = (string)(await Scalar(source, Newest, stop))!;
        var tables = await PostgresTables.Of(source, stop);
        var knows = tables.Any(table => table.Name == "ProtectedIdentities");
        var identities = knows ? (long)(await Scalar(source, Identities, stop))! : 0;
        var files = new List<(string, string)>();
        foreach (var table in tables)
        {
            var file = Path.Combine(folder, $"{files.Count}.copy");
            using (var rows = await source.BeginTextExportAsync(PostgresTables.Copy(table, "TO STDOUT"), stop))
            await using (var text = new StreamWriter(file))
                await PostgresTables.Pour(rows, text, stop);
            files.Add((NameOf(table.Name), file));
        }
        var withheld = knows ? await WithheldEvidence.Of(source, stop) : WithheldEvidence.None;
        return new DatabaseCopy(DatabaseKind.Postgresql, migration, (int)identities, files, tables, withheld);
    }

    private static async Task<object?> Scalar(System.Data.Common.DbConnection on, string sql, CancellationToken stop)
    {
        await using var command = on.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(stop);
    }
}
