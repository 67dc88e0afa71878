using OnRecord.Platform.Web;

namespace OnRecord.Front.Comments.Complaints;

/// <summary>How many comments one sender may report.</summary>
internal sealed class ComplaintLimits(TimeProvider clock) : SenderLimit(AnHour, clock)
{
    public const int AnHour = 20;
}
