using OnRecord.Documents;

namespace OnRecord.Front;

/// <summary>Where a phone may fold a long story: after its first third, between two blocks.</summary>
internal static class Fold
{
    private const int LongStory = 600;

    /// <returns>All blocks and nothing, or the first third and the rest.</returns>
    public static (IEnumerable<Block> First, IEnumerable<Block>? Others) Split(StoryDocument text)
    {
        var lengths = text.Blocks.Select(block => Length.Of(PlainText.Of(block)).Total).ToList();
        var total = lengths.Sum();
        if (total <= LongStory)
            return (text.Blocks, null);
        int at = 0,
            read = 0;
        while (read < total / 3)
            read += lengths[at++];
        return at < text.Blocks.Count ? (text.Blocks.Take(at), text.Blocks.Skip(at)) : (text.Blocks, null);
    }
}
