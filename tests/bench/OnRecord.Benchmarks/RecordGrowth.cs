using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Commands;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;

namespace OnRecord.Benchmarks;

/// <summary>A log of a million entries on the newsroom's own storage: how fast it grows in batches, each a synced transaction; how long a proof takes; how much memory it takes.</summary>
internal static class RecordGrowth
{
    private const int Batch = 500;
    private const int Proofs = 2000;

    public static async Task<int> Measure(int entries)
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-bench-").FullName;
        try
        {
            var configuration = new ConfigurationManager();
            var services = new ServiceCollection();
            services.AddSingleton<IConfiguration>(configuration).AddLogging();
            services.AddNewsroom(new SiteSettings(Path.Combine(folder, "data")), configuration);
            await using var provider = services.BuildServiceProvider();
            await Migrate.Run(provider);
            var (checkpoints, story) = (new List<(long, double, double)>(), Guid.CreateVersion7());
            var since = Stopwatch.GetTimestamp();
            for (var done = 0; done < entries; done += Batch)
            {
                await Append(provider, story, done, Math.Min(Batch, entries - done));
                if ((done + Batch) % (entries / 4) == 0)
                    Tell(
                        $"{done + Batch} entries: {(done + Batch) / Stopwatch.GetElapsedTime(since).TotalSeconds:0} a second so far, each batch of {Batch} synced; {Resident():0} MB resident, {GC.GetTotalMemory(true) / 1e6:0.0} MB of it in the heap"
                    );
            }
            await Prove(provider, story, entries);
            await Serve(provider);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Append(IServiceProvider provider, Guid story, int done, int count)
    {
        await using var scope = provider.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        var statement = new byte[4000];
        await db.Transact(() =>
        {
            for (var at = 1; at <= count; at++)
                SealVersion.Into(
                    db,
                    new VersionToSeal(story, done + at, "update", DateTimeOffset.UnixEpoch, statement)
                );
            return Task.CompletedTask;
        });
    }

    private static async Task Prove(IServiceProvider provider, Guid story, int entries)
    {
        var signed = (await provider.GetRequiredService<SignCheckpoint>().Newest(CancellationToken.None))!;
        await using var scope = provider.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        var (random, times) = (new Random(7), new List<double>());
        for (var at = 0; at < Proofs; at++)
        {
            var number = random.Next(entries) + 1;
            var since = Stopwatch.GetTimestamp();
            _ = await RecordProofs.Of(db, story, number, signed, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }
        times.Sort();
        Tell(
            $"a proof of an entry anywhere in {entries}: median {times[Proofs / 2]:0.000} ms, of a hundred 99 under {times[Proofs * 99 / 100]:0.000} ms"
        );
    }

    private static async Task Serve(IServiceProvider provider)
    {
        var signer = provider.GetRequiredService<SignCheckpoint>();
        await signer.Newest(CancellationToken.None);
        var since = Stopwatch.GetTimestamp();
        const int Times = 100_000;
        for (var at = 0; at < Times; at++)
            await signer.Newest(CancellationToken.None);
        Tell(
            $"the checkpoint, {Times} times: {Stopwatch.GetElapsedTime(since).TotalMicroseconds / Times:0.00} µs each"
        );
    }

    private static double Resident() => Process.GetCurrentProcess().WorkingSet64 / 1e6;

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
