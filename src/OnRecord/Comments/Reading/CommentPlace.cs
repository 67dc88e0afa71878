using System.Globalization;

namespace OnRecord.Comments.Reading;

/// <summary>A place in the list of threads: behind this one.</summary>
internal readonly record struct CommentPlace(int Likes, DateTimeOffset At, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Likes}~{At.UtcTicks}~{Id:N}");

    public static CommentPlace Of(ReaderComment comment) => new(comment.Likes, comment.At, comment.Id);

    public static CommentPlace? Read(string? written) =>
        written?.Split('~') is [var likes, var ticks, var id]
        && int.TryParse(likes, NumberStyles.None, CultureInfo.InvariantCulture, out var liked)
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTimeOffset.MaxValue.UtcTicks
        && Guid.TryParseExact(id, "N", out var known)
            ? new CommentPlace(liked, new DateTimeOffset(at, TimeSpan.Zero), known)
            : null;
}
