using System.Text;
using OnRecord.Documents;
using OnRecord.Stories;

namespace OnRecord.Search;

/// <summary>The words of a story that stand below its head: running text, then captions with their credits.</summary>
internal static class SearchedText
{
    public static string Of(StoryContent content)
    {
        var text = new StringBuilder(PlainText.Of(content.Text));
        if (content.Lead is { } lead)
            Add(text, lead.Caption, lead.Credit);
        Captions(content.Text.Blocks, text);
        return text.ToString();
    }

    private static void Captions(IEnumerable<Block> blocks, StringBuilder text)
    {
        foreach (var block in blocks)
            switch (block)
            {
                case Figure figure:
                    Add(text, PlainText.Of(figure.Caption), figure.Credit);
                    break;
                case Gallery gallery:
                    Captions(gallery.Figures, text);
                    break;
                case LinkedMedia media:
                    Captions(media.Blocks, text);
                    break;
                case Callout callout:
                    Captions(callout.Blocks, text);
                    break;
            }
    }

    private static void Add(StringBuilder text, params string?[] lines)
    {
        foreach (var line in lines)
            if (!string.IsNullOrWhiteSpace(line))
                text.Append("\n\n").Append(line);
    }
}
