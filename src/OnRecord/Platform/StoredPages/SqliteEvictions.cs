using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.Platform.StoredPages;

/// <summary>On SQLite another process may be a command, such as an import, beside the server. It leaves evictions in a table, which is looked at when the file says that somebody wrote.</summary>
internal sealed class SqliteEvictions(
    PageStore store,
    DatabaseAddress address,
    TimeProvider clock,
    ILogger<SqliteEvictions> log
) : BackgroundService, IEvictionCourier
{
    private const int Kept = 10_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Guid me = Guid.CreateVersion7();
    private long heard;

    public async Task Send(OnRecordDb db, IReadOnlyCollection<string> tags, CancellationToken stop)
    {
        db.Add(new PageEviction { Sender = me, Tags = string.Join(' ', tags) });
        await db.SaveChangesAsync(stop);
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        store.Close();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await Listen(timer, stoppingToken);
            }
            catch (SqliteException failure)
            {
                // Not to know is worse than to be slow.
                store.Close();
                log.LogError(
                    failure,
                    "Changes by other processes are not heard, so pages are made anew for each reader until the database can be asked again."
                );
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Listen(PeriodicTimer timer, CancellationToken stop)
    {
        await using var file = new SqliteConnection(address.ConnectionString);
        await file.OpenAsync(stop);
        heard = Number(file, "SELECT COALESCE(MAX(Id), 0) FROM PageEvictions");
        var version = Number(file, "PRAGMA data_version");
        store.Open();
        while (await timer.WaitForNextTickAsync(stop))
        {
            var now = Number(file, "PRAGMA data_version");
            if (now == version)
                continue;
            version = now;
            Hear(file);
        }
    }

    /// <summary>Takes what other processes left since the last time.</summary>
    internal void Hear(SqliteConnection file)
    {
        using var ask = file.CreateCommand();
        ask.CommandText = "SELECT Id, Sender, Tags FROM PageEvictions WHERE Id > $heard ORDER BY Id";
        ask.Parameters.AddWithValue("$heard", heard);
        using var rows = ask.ExecuteReader();
        while (rows.Read())
        {
            heard = rows.GetInt64(0);
            if (rows.GetGuid(1) != me)
                store.Evict(rows.GetString(2).Split(' '));
        }
    }

    /// <summary>Forgets what every process has heard long ago.</summary>
    public static Task Forget(OnRecordDb db, CancellationToken stop) =>
        db.Transact(
            async () =>
            {
                var last = await db.Set<PageEviction>().MaxAsync(row => (long?)row.Id, stop) ?? 0;
                await db.Set<PageEviction>().Where(row => row.Id < last - Kept).ExecuteDeleteAsync(stop);
            },
            stop
        );

    private static long Number(SqliteConnection file, string question)
    {
        using var ask = file.CreateCommand();
        ask.CommandText = question;
        return Convert.ToInt64(ask.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
