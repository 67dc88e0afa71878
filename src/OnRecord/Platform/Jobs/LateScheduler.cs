using Quartz;

namespace OnRecord.Platform.Jobs;

/// <summary>Starts the scheduler when the site already answers: readers come first. Stops it when its jobs have ended.</summary>
internal sealed class LateScheduler(ISchedulerFactory factory, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(3);

    private IScheduler? scheduler;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (scheduler is not null)
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Delay, clock, stoppingToken);
        scheduler = await factory.GetScheduler(stoppingToken);
        await scheduler.Start(stoppingToken);
    }
}
