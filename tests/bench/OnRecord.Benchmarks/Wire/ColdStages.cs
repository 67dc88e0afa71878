using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OnRecord.Documents;
using OnRecord.Front;
using OnRecord.Front.Record;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;

namespace OnRecord.Benchmarks.Wire;

internal static class ColdStages
{
    public static async Task<int> Measure(int pages)
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-bench-").FullName;
        var paths = new List<string>();
        await using (var services = FilledNewsroom.Open(Path.Combine(folder, "data"), null))
            await new FilledNewsroom(services, 800, 9).Fill(0, pages, pages, paths.Add);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = Site.Build(
            builder,
            new SiteSettings(Path.Combine(folder, "data"), null, "https://news.example.org")
        );
        await app.StartAsync();
        await Task.Delay(1500);
        var sums = new Dictionary<string, double>();
        var alloc = new Dictionary<string, double>();
        var last = 0L;
        var lastA = 0L;
        var counting = false;
        void Mark(string name)
        {
            var now = Stopwatch.GetTimestamp();
            var a = GC.GetTotalAllocatedBytes(false);
            if (counting)
            {
                sums[name] = sums.GetValueOrDefault(name) + Stopwatch.GetElapsedTime(last, now).TotalMilliseconds;
                alloc[name] = alloc.GetValueOrDefault(name) + (a - lastA);
            }
            lastA = GC.GetTotalAllocatedBytes(false);
            last = Stopwatch.GetTimestamp();
        }
        var gcs = 0;
        for (var at = 0; at < paths.Count; at++)
        {
            if (at == paths.Count / 2)
            {
                counting = true;
                gcs = GC.CollectionCount(0);
            }
            Mark("-");
            await using var scope = app.Services.CreateAsyncScope();
            await app.Services.GetRequiredService<OpenReaders>().Lend(scope.ServiceProvider, default);
            Mark("0 lend");
            var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
            var shell = scope.ServiceProvider.GetRequiredService<Shell>();
            var address = scope.ServiceProvider.GetRequiredService<PublicAddress>();
            var tags = scope.ServiceProvider.GetRequiredService<PageTags>();
            var renderer = scope.ServiceProvider.GetRequiredService<PageRenderer>();
            Mark("1 scope");
            Mark("2 lend");
            var found = (await ShowStory.AtPath.First(db, paths[at]))!;
            Mark("3 AtPath");
            await StoryInRecord.VersionsOf(found.Story.Id, db);
            Mark("4 versions (also in 6)");
            await BylineLinks.Of(db, found.Story.Id, found.Content.Byline);
            Mark("5 byline (also in 6)");
            var (around, newsroom) = await shell.Around("x", "en", "/x");
            Mark("5b shell (also in 6)");
            await OnRecord.Front.Margin.MarginNotes.Of(db, found.Story, found.Content, newsroom, around.Words);
            Mark("5c margin (also in 6)");
            Fold.Of(found.Content.Text);
            Mark("5d fold (also in 6)");
            HtmlWriter.Parts(found.Content.Text.Blocks, new HtmlOptions());
            Mark("5e html (also in 6)");
            var view = await ShowStory.View(found.Story, found.Content, db, shell, address);
            Mark("6 view");
            NewsArticle.Of(view, address);
            Mark("6b article (also in 6)");
            var result = await renderer.Render<StoryPage>(
                view with
                {
                    Record = RecordLinks.Of(paths[at], found.Story.Id, found.Number),
                }
            );
            Mark("7 render");
            var bytes = System.Text.Encoding.UTF8.GetBytes(result);
            System.Security.Cryptography.SHA256.HashData(bytes);
            Mark("8 utf8, sha");
            ContentCodings.Compress(bytes, ContentCoding.Brotli, false);
            Mark("9 brotli");
        }
        foreach (var (name, sum) in sums)
            Console.WriteLine(
                $"{name, -26} {sum / (paths.Count / 2):0.000} ms {alloc[name] / (paths.Count / 2) / 1024:0.0} KB"
            );
        Console.WriteLine($"gen0 {GC.CollectionCount(0) - gcs}");
        await app.StopAsync();
        Directory.Delete(folder, true);
        return 0;
    }
}
