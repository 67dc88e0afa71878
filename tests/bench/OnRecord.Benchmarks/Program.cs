using BenchmarkDotNet.Running;
using OnRecord.Benchmarks;

return args switch
{
    ["readers", var shared, var folder] => Readers.Compare(shared, folder),
    ["attributions", var shared] => Attributions.Measure(shared),
    ["site", var executable] => await SiteStart.Measure(executable),
    ["parts", .. var rest] => BenchmarkSwitcher.FromAssembly(typeof(DocumentBenchmarks).Assembly).Run(rest).Any()
        ? 0
        : 1,
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "readers SHARED FOLDER | attributions SHARED | site EXECUTABLE | parts [BenchmarkDotNet's arguments]"
    );
    return 2;
}
