using System.Globalization;
using BenchmarkDotNet.Running;
using OnRecord.Benchmarks;
using OnRecord.Benchmarks.Wire;

return args switch
{
    ["readers", var shared, var folder] => Readers.Compare(shared, folder),
    ["attributions", var shared] => Attributions.Measure(shared),
    ["judgments", var shared] => Judgments.Measure(shared),
    ["train-filter", var shared, var target] => FilterTraining.Train(shared, target),
    ["site", var executable] => await SiteStart.Measure(executable),
    ["compare"] => Comparing.Measure(),
    ["record", var entries] => await RecordGrowth.Measure(int.Parse(entries, CultureInfo.InvariantCulture)),
    ["warm", var executable] => await WarmPages.Measure(executable),
    ["bare", var body, var headers, var url] => await BareSite.Serve(body, headers, url),
    ["scale", var executable, var folder, .. var sizes] => await ScaleGrowth.Measure(
        executable,
        folder,
        Environment.GetEnvironmentVariable("ONRECORD_BENCH_POSTGRES"),
        [.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]
    ),
    ["crowd", var seconds] => await Crowd.Measure(int.Parse(seconds, CultureInfo.InvariantCulture)),
    ["comments", var executable, var seconds] => await CommentLoad.Measure(
        executable,
        Environment.GetEnvironmentVariable("ONRECORD_BENCH_POSTGRES"),
        int.Parse(seconds, CultureInfo.InvariantCulture)
    ),
    ["bare-comments", var file, var database, var url] => await BareComments.Serve(
        file,
        database.Length == 0 ? null : database,
        url
    ),
    ["siege", var executable, var spam] => await CommentSiege.Measure(executable, spam),
    ["many-comments", var executable] => await ManyComments.Measure(
        executable,
        Environment.GetEnvironmentVariable("ONRECORD_BENCH_POSTGRES")
    ),
    ["cold", var executable, var pages] => await ColdPages.Measure(
        executable,
        int.Parse(pages, CultureInfo.InvariantCulture)
    ),
    ["parts", .. var rest] => BenchmarkSwitcher.FromAssembly(typeof(DocumentBenchmarks).Assembly).Run(rest).Any()
        ? 0
        : 1,
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "readers SHARED FOLDER | attributions SHARED | judgments SHARED | train-filter SHARED OUT | site EXECUTABLE | compare | record ENTRIES | scale EXECUTABLE FOLDER SIZE... | cold EXECUTABLE PAGES | crowd SECONDS | comments EXECUTABLE SECONDS | siege EXECUTABLE SPAM | many-comments EXECUTABLE | warm EXECUTABLE | parts [BenchmarkDotNet's arguments]"
    );
    return 2;
}
