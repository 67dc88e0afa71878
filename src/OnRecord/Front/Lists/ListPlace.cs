using System.Globalization;

namespace OnRecord.Front.Lists;

/// <summary>A place in the list of stories: behind the story of this date and id.</summary>
internal readonly record struct ListPlace(DateTimeOffset At, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}~{Id:N}");

    public static ListPlace Of(StoryLine line) => new(line.PublishedAt, line.Id);

    public static ListPlace? Read(string? written)
    {
        if (
            written?.Split('~', 2) is not [var ticks, var id]
            || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            || at > DateTimeOffset.MaxValue.UtcTicks
        )
            return null;
        // Links to older pages once held the story's address instead of its id; they begin with the stories of that moment.
        return new ListPlace(
            new DateTimeOffset(at, TimeSpan.Zero),
            Guid.TryParseExact(id, "N", out var known) ? known : Guid.AllBitsSet
        );
    }
}
