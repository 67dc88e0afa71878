using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.Commands.Backups;

/// <summary>The database that a backup is put into. It is filled first and shown last, and made as it was where something fails between.</summary>
internal interface IRestoredDatabase : IAsyncDisposable
{
    /// <summary>Every migration that this OnRecord knows.</summary>
    IEnumerable<string> Migrations { get; }

    /// <returns>Why nothing may be put there; null where it may.</returns>
    Task<Problem?> Refusal(BackupManifest manifest, bool replace, CancellationToken stop);

    /// <param name="unpacked">The folder with the backup's members.</param>
    Task Fill(BackupManifest manifest, string unpacked, string stamp, CancellationToken stop);

    Task Commit(CancellationToken stop);

    Task Undo();
}

/// <summary>A SQLite file. It is moved into place with the other files, so that only its state is asked here.</summary>
internal sealed class RestoredSqlite(string file) : IRestoredDatabase
{
    private const int Busy = 5;
    private const int Locked = 6;

    public IEnumerable<string> Migrations
    {
        get
        {
            using var db = new SqliteOnRecordDb(
                new DbContextOptionsBuilder<SqliteOnRecordDb>().UseSqlite("Data Source=:memory:").Options,
                new WriteGate(true)
            );
            return [.. db.Database.GetMigrations()];
        }
    }

    public async Task<Problem?> Refusal(BackupManifest manifest, bool replace, CancellationToken stop)
    {
        if (!File.Exists(file))
            return null;
        if (!replace)
            return new Problem(
                $"There is a database already: {file}. Nothing was changed; --replace sets it aside first."
            );
        try
        {
            // Leaving the write-ahead log needs the file alone, and folds it into the file that is set aside.
            await using var old = new SqliteConnection(Connection);
            await old.OpenAsync(stop);
            await using var command = old.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = DELETE";
            command.CommandTimeout = 1;
            return await command.ExecuteScalarAsync(stop) is "delete" ? null : InUse;
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is Busy or Locked)
        {
            return InUse;
        }
        catch (SqliteException)
        {
            // A damaged database is what one restores over.
            return null;
        }
    }

    public Task Fill(BackupManifest manifest, string unpacked, string stamp, CancellationToken stop) =>
        Task.CompletedTask;

    public async Task Commit(CancellationToken stop)
    {
        await using var restored = new SqliteConnection(Connection);
        await restored.OpenAsync(stop);
        await using var command = restored.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        await command.ExecuteNonQueryAsync(stop);
    }

    public Task Undo() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Problem InUse => new($"{file} is in use. Stop the newsroom's server, then restore.");

    private string Connection =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ConnectionString;
}

/// <summary>A PostgreSQL database. What is there is moved into a schema of its own; the tables are made as they were at the backup, and filled in one transaction.</summary>
internal sealed class RestoredPostgres(DatabaseAddress address) : IRestoredDatabase
{
    private NpgsqlConnection? connection;
    private NpgsqlTransaction? transaction;
    private string? aside;
    private bool isReady;
    private bool isTouched;

    public IEnumerable<string> Migrations
    {
        get
        {
            using var db = Open();
            return [.. db.Database.GetMigrations()];
        }
    }

    public async Task<Problem?> Refusal(BackupManifest manifest, bool replace, CancellationToken stop)
    {
        connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync(stop);
        var tables = await PostgresTables.Of(connection, stop);
        if (tables.Count == 0)
            return null;
        var filled = new List<string>();
        foreach (var table in tables.Where(table => table.Name is not ("Newsroom" or "__EFMigrationsHistory")))
            if (await PostgresTables.HasRows(connection, table.Name, stop))
                filled.Add(table.Name);
        await using var db = Open();
        isReady =
            filled.Count == 0
            && (await db.Database.GetAppliedMigrationsAsync(stop)).LastOrDefault() == manifest.Migration;
        return isReady || replace
            ? null
            : new Problem(
                "The database is not empty. Nothing was changed; restore into an empty one, or with --replace, which sets the tables aside in a schema of their own."
            );
    }

    public async Task Fill(BackupManifest manifest, string unpacked, string stamp, CancellationToken stop)
    {
        if (!isReady)
        {
            if ((await PostgresTables.Of(connection!, stop)).Count > 0)
                await SetAside($"before-restore-{stamp}", stop);
            isTouched = true;
            await using var db = Open();
            await db.GetService<IMigrator>().MigrateAsync(manifest.Migration, stop);
        }
        transaction = await connection!.BeginTransactionAsync(stop);
        await PostgresTables.Fill(
            connection,
            manifest.Tables,
            table => Path.Combine(unpacked, DatabaseCopy.NameOf(table)),
            stop
        );
    }

    public Task Commit(CancellationToken stop) => transaction!.CommitAsync(stop);

    public async Task Undo()
    {
        if (transaction is not null)
            await transaction.DisposeAsync();
        if (!isTouched)
            return;
        await using var undo = await connection!.BeginTransactionAsync();
        await PostgresTables.Drop(connection, CancellationToken.None);
        if (aside is not null)
        {
            var here = await Schema();
            await PostgresTables.Do(connection, $"SET LOCAL search_path TO {PostgresTables.Quoted(aside)}", default);
            await PostgresTables.Move(connection, here, CancellationToken.None);
            await PostgresTables.Do(connection, $"DROP SCHEMA {PostgresTables.Quoted(aside)}", default);
        }
        await undo.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (transaction is not null)
            await transaction.DisposeAsync();
        if (connection is not null)
            await connection.DisposeAsync();
    }

    private async Task SetAside(string schema, CancellationToken stop)
    {
        await using var moving = await connection!.BeginTransactionAsync(stop);
        await PostgresTables.Do(connection, $"CREATE SCHEMA {PostgresTables.Quoted(schema)}", stop);
        await PostgresTables.Move(connection, schema, stop);
        await moving.CommitAsync(stop);
        (aside, isTouched) = (schema, true);
    }

    private async Task<string> Schema()
    {
        await using var command = new NpgsqlCommand("SELECT current_schema()::text", connection);
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture)!;
    }

    private PostgresOnRecordDb Open()
    {
        var options = new DbContextOptionsBuilder<PostgresOnRecordDb>();
        StorageServices.Postgres(options, address);
        // A backup of an older version is put into the tables of that version; the next start brings them up to date.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        return new PostgresOnRecordDb(options.Options, new WriteGate(false));
    }
}
