using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OnRecord.Platform.Storage;

/// <summary>Has SQLite sync the log at every commit: what was acknowledged is on disk. And write over what is deleted: what the law had removed is in no free page.</summary>
internal sealed class SqliteConduct : DbConnectionInterceptor
{
    // Pages that are written again and again are copied from the log into the file once for all of these times.
    private const string Conduct =
        "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 4000";

    // A pool hands out the same open file again and again; each is told once.
    private readonly ConditionalWeakTable<object, object> told = [];

    public static SqliteConduct Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (connection is not SqliteConnection { Handle: { } file } || !told.TryAdd(file, this))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Conduct;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
