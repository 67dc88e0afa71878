using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OnRecord.Platform.Storage;

/// <summary>Has SQLite sync the log at every commit: what was acknowledged is on disk.</summary>
internal sealed class SyncEveryCommit : DbConnectionInterceptor
{
    public static SyncEveryCommit Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL";
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
