using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using Quartz;

namespace OnRecord.Platform.Announcements;

/// <summary>Tells what is due to who listens. An announcement is claimed first, so that two nodes do not both tell it; a claim that its node did not outlive runs out.</summary>
internal sealed class Teller(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Teller> log) : IDisposable
{
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    // Who cannot act now, such as one that asks a machine that hangs, is not waited for again and again while others wait.
    private const int MostRefusals = 3;

    private readonly SemaphoreSlim turn = new(1, 1);
    private int woken;

    /// <summary>Whether a commit tells at once what it announced. Off where jobs are run by hand.</summary>
    public bool TellsAtOnce { get; set; }

    /// <summary>Something was announced.</summary>
    public void Wake()
    {
        if (TellsAtOnce && Interlocked.Exchange(ref woken, 1) == 0)
            _ = Task.Run(async () =>
            {
                Interlocked.Exchange(ref woken, 0);
                try
                {
                    await TellDue(CancellationToken.None);
                }
                catch (Exception failure)
                {
                    // The job comes round and tries again.
                    log.LogError(failure, "Announcements were not told.");
                }
            });
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Tells all that is due, one after the other.</summary>
    public async Task TellDue(CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            var refusals = new Dictionary<string, int>(StringComparer.Ordinal);
            while (await TellNext(refusals, stop)) { }
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<bool> TellNext(Dictionary<string, int> refusals, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        var patient = refusals.Where(row => row.Value >= MostRefusals).Select(row => row.Key).ToList();
        if (await Take(db, patient, stop) is not { } next)
            return false;
        var failure = await Tell(next, stop);
        if (failure is not null)
            refusals[next.Listener] = refusals.GetValueOrDefault(next.Listener) + 1;
        await db.Transact(
            () =>
            {
                if (failure is null)
                    db.Announcements.Remove(next);
                else
                    next.Failed(failure, clock.GetUtcNow());
                return Task.CompletedTask;
            },
            stop
        );
        return true;
    }

    private async Task<string?> Tell(Announcement next, CancellationToken stop)
    {
        // Its own scope: what the listener leaves unsaved in its context is not saved with the announcement.
        await using var scope = scopes.CreateAsyncScope();
        var listener = scope
            .ServiceProvider.GetServices<Listener>()
            .FirstOrDefault(row => row.Name == next.Listener && row.Fact.Name == next.Kind);
        // An earlier release may have had a listener that this one has not.
        if (listener is null)
            return null;
        try
        {
            await listener.Tell(scope.ServiceProvider, next.Fact, stop);
            return null;
        }
        catch (AnnouncementRefused refused)
        {
            log.LogWarning("{Listener} could not act on {Kind}: {Reason}", next.Listener, next.Kind, refused.Message);
            return refused.Message;
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            log.LogError(failure, "{Listener} failed at {Kind}.", next.Listener, next.Kind);
            return failure.Message;
        }
    }

    /// <param name="patient">Who is not told any more in this round.</param>
    private async Task<Announcement?> Take(OnRecordDb db, List<string> patient, CancellationToken stop)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var until = now + Claim;
            var next = await db.Set<Announcement>()
                .Where(row => row.DueAt <= now && !patient.Contains(row.Listener))
                .OrderBy(row => row.DueAt)
                .ThenBy(row => row.Id)
                .FirstOrDefaultAsync(stop);
            if (next is null)
                return null;
            var due = next.DueAt;
            var claimed = 0;
            await db.Transact(
                async () =>
                    claimed = await db.Set<Announcement>()
                        .Where(row => row.Id == next.Id && row.DueAt == due)
                        .ExecuteUpdateAsync(row => row.SetProperty(one => one.DueAt, until), stop),
                stop
            );
            if (claimed == 1)
                return next;
            db.ChangeTracker.Clear();
        }
    }
}

/// <summary>Comes round for what a commit could not tell at once, or has to tell again.</summary>
[DisallowConcurrentExecution]
internal sealed class TellAnnouncements(Teller teller) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        // From now on the scheduler runs, so that jobs are not run by hand.
        teller.TellsAtOnce = true;
        await teller.TellDue(cancellationToken);
    }
}
