using OnRecord.Documents;

namespace OnRecord.Front.StoryPages;

/// <summary>Where a phone may fold a long story: after its first third, between two blocks.</summary>
internal static class Fold
{
    private const int LongStory = 600;

    /// <returns>How many blocks go before the fold: all of a short story, the first third of a long one; and the minutes that all of it takes.</returns>
    public static (int Place, int Minutes) Of(StoryDocument text)
    {
        var lengths = text.Blocks.Select(block => Length.Of(PlainText.Of(block))).ToList();
        var all = new Length(lengths.Sum(length => length.Words), lengths.Sum(length => length.Characters));
        if (all.Total <= LongStory)
            return (text.Blocks.Count, all.Minutes);
        int at = 0,
            read = 0;
        while (read < all.Total / 3)
            read += lengths[at++].Total;
        return (at, all.Minutes);
    }
}
