using System.Globalization;
using AngleSharp.Html.Parser;
using OnRecord.Documents;

namespace OnRecord.Commands.Demonstration;

/// <summary>A draft of the demonstration's desk: <c>mark</c> is a passage that a comment is on; <c>ins</c> and <c>del</c> are an editor's suggestions.</summary>
internal static class DeskText
{
    /// <param name="by">Whose the suggestions are.</param>
    /// <param name="at">When they were made.</param>
    public static (Figure? Lead, StoryDocument Text) Read(string file, Guid by, DateTimeOffset at)
    {
        using var page = new HtmlParser().ParseDocument(
            File.ReadAllText(Path.Combine(DemonstrationNewsroom.Folder, "desk", file))
        );
        var body = page.Body!;
        var lead = DemonstrationText.TakeLead(body);
        // The reader of documents knows no marks of the desk; it lets through what ties words to a source.
        foreach (var element in body.QuerySelectorAll("mark, ins, del"))
            element.SetAttribute("data-source", $"{element.LocalName} {element.Id}");
        var text = HtmlReader.Read(body, DemonstrationText.Base);
        var time = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return (lead, Rewrite.Inlines(text, line => line.Select(words => Marked(words, $"{by}", time)).ToValueList()));
    }

    /// <summary>The words a comment is on.</summary>
    public static string Quote(StoryDocument text, string thread)
    {
        var quote = "";
        Rewrite.Inlines(
            text,
            line =>
            {
                quote += string.Concat(
                    line.OfType<Text>().Where(words => words.Marks.Contains(new Comment(thread))).Select(Words)
                );
                return line;
            }
        );
        return quote.Length > 0 ? quote : throw new InvalidDataException($"No words are marked “{thread}”.");
    }

    private static string Words(Text words) => words.Value;

    private static Inline Marked(Inline words, string by, string at) =>
        words with
        {
            Marks = words.Marks.Select(mark => OfDesk(mark, by, at)).ToValueList(),
        };

    private static Mark OfDesk(Mark mark, string by, string at) =>
        mark is not Documents.Attribution { Id: var id }
            ? mark
            : id.Split(' ') switch
            {
                ["mark", var thread] => new Comment(thread),
                ["ins", var suggestion] => new Insertion(suggestion, by, at),
                ["del", var suggestion] => new Deletion(suggestion, by, at),
                _ => mark,
            };
}
