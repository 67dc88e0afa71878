using OnRecord.Documents;
using OnRecord.Imports.Reading;

namespace OnRecord.Imports;

/// <summary>Reads a story out of a page that a scraper left as text: what stands above the story, the story, what stands below it.</summary>
internal static class TextPage
{
    /// <returns>Null where there is no headline followed by a paragraph.</returns>
    public static ReadStory? Read(string text)
    {
        var removed = new List<LeftOut>();
        var lines = TextLines.Of(text).ToList();
        var kept = LeaveOutFurniture(lines, removed);
        var first = kept.FindIndex(line => TextLines.IsSentences(line.Text));
        var head = TextHead.Read(kept[..Math.Max(0, first)], removed);
        if (first < 0 || head.Headline is null)
            return null;
        var body = Body(kept[first..]);
        var language = LanguageGuess.Of(PlainText.Of(body));
        return new ReadStory
        {
            Headline = head.Headline,
            Deck = head.Deck,
            Byline = head.Byline,
            PublishedAt = head.PublishedAt,
            Section = head.Section,
            Language = language,
            Lead = head.Lead,
            Text = LanguageProposal.Mark(body, language),
            Removed = removed,
        };
    }

    // Below the heading of the comments nothing of the story follows; below that of other stories their headlines do, to the next sentence.
    private static List<TextLine> LeaveOutFurniture(List<TextLine> lines, List<LeftOut> removed)
    {
        var kept = new List<TextLine>();
        string? within = null;
        foreach (var line in lines)
        {
            var why = TextFurniture.Why(line.Text);
            var sentence = TextLines.IsSentences(line.Text);
            if (within == "related stories" && sentence && why is null)
                within = null;
            if (
                why is not null
                && kept.Exists(before => TextLines.IsSentences(before.Text))
                && (TextFurniture.EndsStory(why) || TextFurniture.HeadsList(line.Text, why))
            )
                within = within == "comment form" ? within : why;
            if ((why ?? within) is { } reason)
                removed.Add(new LeftOut(Excerpt(line.Text), reason));
            else
                kept.Add(line);
        }
        return kept;
    }

    private static StoryDocument Body(List<TextLine> lines) =>
        new(lines.Select((line, at) => Block(line, at + 1 < lines.Count ? lines[at + 1] : null)).ToValueList());

    private static Block Block(TextLine line, TextLine? next)
    {
        ValueList<Inline> words = [new Text(line.Text)];
        return TextLines.IsHeading(line.Text, next?.Text) ? new Heading(2, words) : new Paragraph(words);
    }

    private static string Excerpt(string line) => line.Length <= 120 ? line : $"{line[..117]}…";
}
