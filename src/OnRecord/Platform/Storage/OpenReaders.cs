using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace OnRecord.Platform.Storage;

/// <summary>Contexts for readers' pages on SQLite that stay there between pages, each with an open connection and the statements it has prepared: to make one, to open it and to prepare a page's questions takes longer than to answer them. PostgreSQL's driver has a pool that does as much.</summary>
internal sealed class OpenReaders(DatabaseAddress address, IServiceScopeFactory scopes) : IDisposable
{
    private const int MostIdle = 8;

    private readonly ConcurrentBag<OpenReader> idle = [];
    private volatile bool ended;

    /// <summary>From now on, what asks for the database in a request's scope gets an open one.</summary>
    public async Task Lend(IServiceProvider request, CancellationToken stop)
    {
        if (address.IsPostgres)
            await request.GetRequiredService<OnRecordDb>().Database.OpenConnectionAsync(stop);
        else
            request
                .GetRequiredService<LentReader>()
                .Take(idle.TryTake(out var reader) ? reader : await OpenReader.Open(scopes, stop), this);
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

    private OpenReader(AsyncServiceScope scope, OnRecordDb db) => (this.scope, Db) = (scope, db);

    public OnRecordDb Db { get; }

    public static async Task<OpenReader> Open(IServiceScopeFactory scopes, CancellationToken stop)
    {
        var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SqliteOnRecordDb>();
        await db.Database.OpenConnectionAsync(stop);
        KeptStatements.Instance.Begin((SqliteConnection)db.Database.GetDbConnection());
        db.IsKept = true;
        return new OpenReader(scope, db);
    }

    /// <summary>Forgets what the last request read.</summary>
    /// <returns>Whether the next may have it.</returns>
    public bool IsClean()
    {
        Db.ChangeTracker.Clear();
        return Db.Database.CurrentTransaction is null;
    }

    public void Dispose()
    {
        KeptStatements.Instance.End((SqliteConnection)Db.Database.GetDbConnection());
        Db.IsKept = false;
        scope.Dispose();
    }
}
