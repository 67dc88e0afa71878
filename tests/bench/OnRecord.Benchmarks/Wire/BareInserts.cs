using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace OnRecord.Benchmarks.Wire;

/// <summary>Rows of a comment's size in a table of their own, synced at each commit.</summary>
internal sealed class BareInserts : IAsyncDisposable
{
    private static readonly string Text = string.Join(' ', Enumerable.Range(0, 30).Select(MadeStories.Word));

    private readonly DbConnection connection;
    private readonly DbCommand insert;

    private BareInserts(DbConnection connection, DbCommand insert) =>
        (this.connection, this.insert) = (connection, insert);

    /// <param name="database">A PostgreSQL database; null for an SQLite file.</param>
    public static async Task<BareInserts> Open(string file, string? database)
    {
        DbConnection connection = database is null
            ? new SqliteConnection($"Data Source={file}")
            : new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using (var make = connection.CreateCommand())
        {
            make.CommandText = database is null
                ? "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS Bare (Id TEXT PRIMARY KEY, Story TEXT, Name TEXT, Text TEXT, At INTEGER) WITHOUT ROWID"
                : "CREATE TABLE IF NOT EXISTS \"Bare\" (\"Id\" text PRIMARY KEY, \"Story\" text, \"Name\" text, \"Text\" text, \"At\" bigint)";
            await make.ExecuteNonQueryAsync();
        }
        var insert = connection.CreateCommand();
        insert.CommandText = database is null
            ? "INSERT INTO Bare VALUES (@id, @story, @name, @text, @at)"
            : "INSERT INTO \"Bare\" VALUES (@id, @story, @name, @text, @at)";
        foreach (
            var (name, value) in new (string, object)[]
            {
                ("@id", ""),
                ("@story", $"{Guid.CreateVersion7()}"),
                ("@name", "R. Haddad"),
                ("@text", Text),
                ("@at", 0L),
            }
        )
        {
            var parameter = insert.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            insert.Parameters.Add(parameter);
        }
        await insert.PrepareAsync();
        return new BareInserts(connection, insert);
    }

    public async Task Write(int count)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        insert.Transaction = transaction;
        for (var at = 0; at < count; at++)
        {
            insert.Parameters[0].Value = $"{Guid.CreateVersion7()}";
            await insert.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await insert.DisposeAsync();
        await connection.DisposeAsync();
    }
}
