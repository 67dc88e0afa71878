using OnRecord.Comments.Posting;

namespace OnRecord.Front.Comments.Complaints;

/// <summary>How many comments one sender may report. Counted in this process alone.</summary>
internal sealed class ComplaintLimits(TimeProvider clock)
{
    public const int AnHour = 20;
    private const int Remembered = 20_000;

    private readonly RecentCounts<Guid> senders = new(TimeSpan.FromHours(1), Remembered, clock);

    /// <summary>Counts a report.</summary>
    /// <param name="addressKey">The keyed hash of where it came from.</param>
    /// <returns>Whether it is taken.</returns>
    public bool Take(byte[] addressKey) => senders.Add(new Guid(addressKey)) <= AnHour;
}
