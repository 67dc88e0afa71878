using OnRecord.Platform.Web;

namespace OnRecord.Front.Reports;

/// <summary>How many reports one sender may send.</summary>
internal sealed class ReportLimits(TimeProvider clock) : SenderLimit(AnHour, clock)
{
    public const int AnHour = 5;
}
