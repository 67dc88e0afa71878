using System.Threading.Channels;

namespace OnRecord.Platform.StoredPages;

/// <summary>Makes the smallest forms of pages that are asked for again, one after the other, beside the answering.</summary>
internal sealed class BestForms(PageStore store, ILogger<BestForms> log) : BackgroundService
{
    // A front that changes many times a second is not worth it.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(1);

    // What does not fit is asked for again soon enough, or is not worth it.
    private readonly Channel<StoredPage> waiting = Channel.CreateBounded<StoredPage>(
        new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
    );

    public Task Answer(HttpContext http, StoredPage page)
    {
        if (page.IsWorthBest())
            waiting.Writer.TryWrite(page);
        return WritePage.To(http, page);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var page in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            if (Settled - page.Age is { Ticks: > 0 } young)
                await Task.Delay(young, stoppingToken);
            // It went meanwhile.
            if (page.Place is null)
                continue;
            try
            {
                await Task.Run(page.MakeBest, stoppingToken);
                store.Recount(page);
            }
            catch (InvalidOperationException failure)
            {
                log.LogError(failure, "A page stays in its quick form.");
            }
        }
    }
}
