using OnRecord.Documents;

namespace OnRecord.Front;

/// <summary>Where a phone may fold a long story: after its first third, between two blocks.</summary>
internal static class Fold
{
    private const int LongStory = 600;

    /// <returns>How many blocks go before the fold: all of a short story, the first third of a long one.</returns>
    public static int Place(StoryDocument text)
    {
        var lengths = text.Blocks.Select(block => Length.Of(PlainText.Of(block)).Total).ToList();
        var total = lengths.Sum();
        if (total <= LongStory)
            return text.Blocks.Count;
        int at = 0,
            read = 0;
        while (read < total / 3)
            read += lengths[at++];
        return at;
    }
}
