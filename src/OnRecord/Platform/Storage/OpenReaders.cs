using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace OnRecord.Platform.Storage;

/// <summary>Contexts for readers' pages that stay there between pages: to make one, to open it and to prepare a page's questions takes longer than to answer them. On SQLite each keeps an open connection and the statements it has prepared; PostgreSQL's driver has a pool for those.</summary>
/// <param name="cache">Kilobytes of pages that each keeps; SQLite's own 2,000 unless told. Only who writes keeps them from one transaction to the next.</param>
internal sealed class OpenReaders(DatabaseAddress address, IServiceScopeFactory scopes, int? cache = null) : IDisposable
{
    private const int MostIdle = 8;

    private readonly ConcurrentBag<OpenReader> idle = [];
    private volatile bool ended;

    /// <summary>From now on, what asks for the database in a request's scope gets an open one.</summary>
    public async Task Lend(IServiceProvider request, CancellationToken stop)
    {
        if (!idle.TryTake(out var reader))
            reader = address.IsPostgres
                ? OpenReader.OnPostgres(scopes)
                : await OpenReader.OnSqlite(scopes, cache, stop);
        try
        {
            await reader.Connect(stop);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
        request.GetRequiredService<LentReader>().Take(reader, this);
    }

    public void Return(OpenReader reader)
    {
        if (!ended && idle.Count < MostIdle && reader.IsClean())
            idle.Add(reader);
        else
            reader.Dispose();
    }

    public void Dispose()
    {
        ended = true;
        while (idle.TryTake(out var reader))
            reader.Dispose();
    }
}

/// <summary>What a request's scope was lent, given back when it ends.</summary>
internal sealed class LentReader : IDisposable
{
    private OpenReader? reader;
    private OpenReaders? lender;

    public OnRecordDb? Db => reader?.Db;

    public void Take(OpenReader lent, OpenReaders from) => (reader, lender) = (lent, from);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref reader, null) is { } lent)
            lender!.Return(lent);
    }
}

/// <summary>A context that outlives the requests it is lent to.</summary>
internal sealed class OpenReader : IDisposable
{
    private readonly AsyncServiceScope scope;

    private OpenReader(AsyncServiceScope scope, OnRecordDb db)
    {
        (this.scope, Db) = (scope, db);
        Db.IsKept = true;
    }

    public OnRecordDb Db { get; }

    public static OpenReader OnPostgres(IServiceScopeFactory scopes)
    {
        var scope = scopes.CreateAsyncScope();
        return new OpenReader(scope, scope.ServiceProvider.GetRequiredService<PostgresOnRecordDb>());
    }

    public static async Task<OpenReader> OnSqlite(IServiceScopeFactory scopes, int? cache, CancellationToken stop)
    {
        var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SqliteOnRecordDb>();
        await db.Database.OpenConnectionAsync(stop);
        if (cache is { } kilobytes)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA cache_size = -{kilobytes}");
            await command.ExecuteNonQueryAsync(stop);
        }
        KeptStatements.Instance.Begin((SqliteConnection)db.Database.GetDbConnection());
        return new OpenReader(scope, db);
    }

    /// <summary>Gets a connection for as long as it is lent, where it has none that stays.</summary>
    public Task Connect(CancellationToken stop) =>
        Db.Database.GetDbConnection() is SqliteConnection ? Task.CompletedTask : Db.Database.OpenConnectionAsync(stop);

    /// <summary>Forgets what the last request read.</summary>
    /// <returns>Whether the next may have it.</returns>
    public bool IsClean()
    {
        Db.ChangeTracker.Clear();
        if (Db.Database.CurrentTransaction is not null)
            return false;
        if (Db.Database.GetDbConnection() is not SqliteConnection)
            Db.Database.CloseConnection();
        return true;
    }

    public void Dispose()
    {
        if (Db.Database.GetDbConnection() is SqliteConnection connection)
            KeptStatements.Instance.End(connection);
        Db.IsKept = false;
        scope.Dispose();
    }
}
