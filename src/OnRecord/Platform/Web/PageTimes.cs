using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OnRecord.Platform.Web;

/// <summary>How long the parts of making a page take, for who watches the server. Nobody watching, nothing is measured.</summary>
internal static class PageTimes
{
    public const string Name = "OnRecord.Pages";

    private static readonly Meter Meter = new(Name);

    /// <summary>All of it: asking the database, rendering, and the rest.</summary>
    public static readonly Histogram<double> Make = Meter.CreateHistogram<double>("onrecord.page.make", "ms");

    public static readonly Histogram<double> Render = Meter.CreateHistogram<double>("onrecord.page.render", "ms");

    public static readonly Histogram<double> Compress = Meter.CreateHistogram<double>("onrecord.page.compress", "ms");

    public static long Begin(Histogram<double> time) => time.Enabled ? Stopwatch.GetTimestamp() : 0;

    public static void End(Histogram<double> time, long begun)
    {
        if (begun != 0)
            time.Record(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }
}
