namespace OnRecord.Comments.Outside;

/// <summary>Whether the outside judge is asked at the moment. After several failures in a row it is not, for a while; then one comment tries it.</summary>
internal sealed class JudgeRest(TimeProvider clock)
{
    public const int Failures = 3;

    public static readonly TimeSpan For = TimeSpan.FromSeconds(30);

    private readonly Lock turn = new();
    private int failures;
    private DateTimeOffset until;

    public bool MayAsk()
    {
        lock (turn)
        {
            if (failures < Failures)
                return true;
            var now = clock.GetUtcNow();
            if (now < until)
                return false;
            // This one tries it; the next does when that led to nothing.
            until = now + For;
            return true;
        }
    }

    public void Answered()
    {
        lock (turn)
            failures = 0;
    }

    /// <returns>Whether it was the one too many.</returns>
    public bool Failed()
    {
        lock (turn)
        {
            failures = Math.Min(failures + 1, Failures + 1);
            if (failures < Failures)
                return false;
            until = clock.GetUtcNow() + For;
            return failures == Failures;
        }
    }
}
