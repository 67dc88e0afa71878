using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OnRecord.Platform.Storage;

namespace OnRecord.Platform.StoredPages;

/// <summary>On PostgreSQL evictions go to the other nodes by NOTIFY, which is part of the transaction. A node that cannot listen answers nothing from memory.</summary>
internal sealed class PostgresEvictions(
    PageStore store,
    DatabaseAddress address,
    TimeProvider clock,
    ILogger<PostgresEvictions> log
) : BackgroundService, IEvictionCourier
{
    private const string Channel = "onrecord_pages";

    // PostgreSQL takes less than 8,000 bytes in one notification.
    private const int LongestPayload = 7900;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(5);

    public async Task Send(OnRecordDb db, IReadOnlyCollection<string> tags, CancellationToken stop)
    {
        foreach (var payload in Payloads(tags))
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {payload})", stop);
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        store.Close();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or IOException or TimeoutException)
            {
                store.Close();
                log.LogWarning(
                    "Other nodes are not heard, so pages are made anew for each reader: {Reason}",
                    failure.Message
                );
            }
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Listen(CancellationToken stop)
    {
        await using var ear = new NpgsqlConnection(
            // A connection of its own, kept for as long as the server runs.
            new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false }.ConnectionString
        );
        await ear.OpenAsync(stop);
        ear.Notification += (_, heard) => store.Evict(heard.Payload.Split(' '));
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", ear))
            await listen.ExecuteNonQueryAsync(stop);
        store.Open();
        while (true)
        {
            // A line that went dead without a word is found out by asking.
            if (await ear.WaitAsync(Pulse, stop))
                continue;
            await using var pulse = new NpgsqlCommand("SELECT 1", ear) { CommandTimeout = 3 };
            await pulse.ExecuteNonQueryAsync(stop);
        }
    }

    private static IEnumerable<string> Payloads(IReadOnlyCollection<string> tags)
    {
        var payload = new StringBuilder();
        foreach (var tag in tags)
        {
            if (payload.Length + tag.Length + 1 > LongestPayload)
            {
                yield return payload.ToString();
                payload.Clear();
            }
            payload.Append(payload.Length > 0 ? " " : "").Append(tag);
        }
        if (payload.Length > 0)
            yield return payload.ToString();
    }
}
