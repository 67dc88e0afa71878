using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace OnRecord.Platform.Storage;

/// <summary>SQLite connections that stay open between readers' pages, each with the statements it has prepared: to open one and to prepare a page's questions takes longer than to answer them. PostgreSQL's driver has a pool that does as much.</summary>
internal sealed class OpenReaders(DatabaseAddress address, IServiceScopeFactory scopes) : IDisposable
{
    private const int MostIdle = 8;

    private readonly ConcurrentBag<OpenReader> idle = [];
    private bool ended;

    /// <summary>Lets a context ask on an open connection until what is returned is disposed of.</summary>
    /// <param name="db">One that has asked nothing yet.</param>
    public async Task<IAsyncDisposable> Lend(OnRecordDb db, CancellationToken stop)
    {
        if (address.IsPostgres || db.Database.GetDbConnection().State != System.Data.ConnectionState.Closed)
        {
            await db.Database.OpenConnectionAsync(stop);
            return new Opened(db);
        }
        var reader = idle.TryTake(out var found) ? found : await OpenReader.Open(scopes, stop);
        db.Database.SetDbConnection(reader.Connection);
        return new Lent(this, db, reader);
    }

    public void Dispose()
    {
        ended = true;
        while (idle.TryTake(out var reader))
            reader.Dispose();
    }

    private void Return(OnRecordDb db, OpenReader reader)
    {
        db.Database.SetDbConnection(new SqliteConnection(address.ConnectionString), contextOwnsConnection: true);
        if (ended || idle.Count >= MostIdle)
            reader.Dispose();
        else
            idle.Add(reader);
    }

    private sealed class Opened(OnRecordDb db) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await db.Database.CloseConnectionAsync();
    }

    private sealed class Lent(OpenReaders readers, OnRecordDb db, OpenReader reader) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            readers.Return(db, reader);
            return ValueTask.CompletedTask;
        }
    }
}

/// <summary>An open connection, made by a context of its own so that it has the functions that EF Core's SQL calls.</summary>
internal sealed class OpenReader : IDisposable
{
    private readonly AsyncServiceScope scope;

    private OpenReader(AsyncServiceScope scope, SqliteConnection connection) =>
        (this.scope, Connection) = (scope, connection);

    public SqliteConnection Connection { get; }

    public static async Task<OpenReader> Open(IServiceScopeFactory scopes, CancellationToken stop)
    {
        var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        await db.Database.OpenConnectionAsync(stop);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        KeptStatements.Instance.Begin(connection);
        return new OpenReader(scope, connection);
    }

    public void Dispose()
    {
        KeptStatements.Instance.End(Connection);
        scope.Dispose();
    }
}
