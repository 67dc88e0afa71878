using OnRecord.Comments.Judging;

namespace OnRecord.Comments.Posting;

/// <summary>The latest comments by their signatures, to see that many are nearly the same. Each is compared with all of them: that takes microseconds.</summary>
internal sealed class Likenesses
{
    private const int Most = 8192;

    private readonly ulong[] signatures = new ulong[Most];
    private readonly Guid[] writers = new Guid[Most];
    private readonly Lock turn = new();
    private int at;
    private int count;

    /// <summary>Keeps one in mind.</summary>
    /// <returns>How many before it were nearly the same: by others, and by the same person.</returns>
    public (int ByOthers, int BySame) Add(long likeness, Guid by)
    {
        lock (turn)
        {
            var (others, same) = (0, 0);
            for (var place = 0; place < count; place++)
                if (Likeness.IsNear(signatures[place], (ulong)likeness))
                {
                    if (writers[place] == by)
                        same++;
                    else
                        others++;
                }
            (signatures[at], writers[at]) = ((ulong)likeness, by);
            at = (at + 1) % Most;
            count = Math.Min(count + 1, Most);
            return (others, same);
        }
    }
}
