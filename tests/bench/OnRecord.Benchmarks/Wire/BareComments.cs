using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OnRecord.Benchmarks.Wire;

/// <summary>Inserts that share their syncs: one writer, whatever waits in one transaction, and each who waits for it.</summary>
internal sealed class BareComments : IAsyncDisposable
{
    private readonly Channel<TaskCompletionSource> waiting = Channel.CreateUnbounded<TaskCompletionSource>();
    private readonly BareInserts inserts;
    private readonly Task writer;

    private BareComments(BareInserts inserts) => (this.inserts, writer) = (inserts, Task.Run(Work));

    /// <inheritdoc cref="BareInserts.Open"/>
    public static async Task<BareComments> Open(string file, string? database) =>
        new(await BareInserts.Open(file, database));

    /// <summary>The least that a web server does for a comment: reads the form, inserts, and leads on.</summary>
    public static async Task<int> Serve(string file, string? database, string url)
    {
        await using var bare = await Open(file, database);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        app.Run(async http =>
        {
            if (!HttpMethods.IsPost(http.Request.Method))
                return;
            await http.Request.ReadFormAsync();
            await bare.Insert();
            (http.Response.StatusCode, http.Response.Headers.Location) = (303, "/thanks");
        });
        await app.RunAsync();
        return 0;
    }

    public Task Insert()
    {
        var one = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Writer.TryWrite(one);
        return one.Task;
    }

    private async Task Work()
    {
        var batch = new List<TaskCompletionSource>();
        while (await waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (waiting.Reader.TryRead(out var one))
                batch.Add(one);
            await inserts.Write(batch.Count);
            batch.ForEach(one => one.SetResult());
        }
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.Complete();
        await writer;
        await inserts.DisposeAsync();
    }
}
