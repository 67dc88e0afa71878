using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.Stories;

namespace OnRecord.Front.StoryPages;

/// <summary>What a story begins with: its picture, and its first words.</summary>
internal static class StoryOpening
{
    public static LeadView? Lead(LeadPicture? lead, string? tones) =>
        lead?.Sha256 is not { } sha256
            ? null
            : new LeadView(
                RenditionSizes
                    .Rendering(sha256, lead.Width, lead.Height, "(min-width: 60rem) 57.5rem, 100vw")
                    .In(tones, sha256),
                lead.Alt,
                lead.Caption,
                lead.Credit,
                StoryPictures.Card(lead)!
            );

    /// <summary>What stands for a deck where a story has none; null where it has no paragraph.</summary>
    public static string? Words(StoryDocument text)
    {
        var words = PlainText.Of(text.Blocks.OfType<Paragraph>().Take(1));
        if (words.Length <= 200)
            return words.Length == 0 ? null : words;
        var end = words.LastIndexOf(' ', 200);
        return $"{words[..(end > 0 ? end : 200)]}…";
    }
}
