using OnRecord.Attribution.CopyDesk;

namespace OnRecord.Attribution.Tests.CopyDesk;

/// <summary>Notes in a form that a test can read.</summary>
internal static class Desk
{
    /// <summary>What is noted on a text: kind, values.</summary>
    public static string[] Notes(string text, string headline = "", string? deck = null, string language = "en") =>
        [.. CopyNotes.Of(headline, deck, text, [], language).Select(Shown)];

    /// <summary>What is noted on a headline over a text in which one source says one thing.</summary>
    /// <param name="headline">The headline.</param>
    /// <param name="said">The sentence, source, cue and content parted by bars.</param>
    public static string[] Under(string headline, params string[] said)
    {
        var text = "";
        var proposals = new List<Proposal>();
        foreach (var parts in said.Select(one => one.Split('|')))
        {
            var spans = parts.Select(part =>
            {
                var start = text.Length;
                text += part;
                var span = new Span(start, text.Length);
                text += " ";
                return span;
            });
            if (spans.ToList() is [var source, var cue, var content])
                proposals.Add(
                    new()
                    {
                        Source = source,
                        SourceName = parts[0],
                        Cue = cue,
                        Content = [content],
                    }
                );
        }
        return [.. CopyNotes.Of(headline, null, text, proposals).Select(Shown)];
    }

    private static string Shown(CopyNote note) => $"{note.Kind}: {string.Join(" / ", note.Values)}";
}
