using OnRecord.Imports.Reading.Facts;
using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading.Clearing;

/// Marks what a body repeats from the page's head above its first paragraph: headline, deck, byline, date.
internal static class Opening
{
    private const int LeastProse = 60;
    private const int LongestDeck = 300;

    /// Gives the deck that stood over a byline inside the body, if one did.
    public static string? Mark(Part body, string headline, Part? deck, IReadOnlyList<string> byline)
    {
        var lines = Lines(body).ToArray();
        var title = LeaveHeadline(body, lines, headline);
        if (deck is not null && body.Holds(deck) && deck.Prose * 3 <= body.Prose)
            deck.Why = "deck";
        var below = lines.Skip(title + 1).ToArray();
        AboveByline(body, below.Take(8).ToArray(), byline);
        foreach (
            var line in below
                .TakeWhile(line =>
                    line.Prose < LeastProse || line.Why is not null || deck is not null && deck.Holds(line)
                )
                .Take(20)
        )
        {
            if (line.Why is null && line.Letters < 160 && Reason(line, byline) is { } why)
                line.Why = why;
        }
        return below.FirstOrDefault(line => line.Why == "deck")?.Text();
    }

    private static int LeaveHeadline(Part body, Part[] lines, string headline)
    {
        var title = Array.FindIndex(lines, line => line.Letters < 300 && Wording.Same(line.Text(), headline));
        if (title < 0 || lines.Take(title).Sum(line => line.Prose) * 5 > body.Prose)
            return -1;
        foreach (var line in lines.Take(title))
            line.Why = "above the headline";
        lines[title].Why = "headline";
        return title;
    }

    // What stands over the byline belongs to the page's head.
    private static void AboveByline(Part body, Part[] lines, IReadOnlyList<string> byline)
    {
        var signed = Array.FindLastIndex(
            lines,
            line => line.Why is null && line.Letters < 100 && Reason(line, byline) is not null
        );
        if (
            signed <= 0
            || lines.Take(signed).Sum(line => line.Prose) * 6 > body.Prose
            || lines.Take(signed).Any(line => line.Prose > LongestDeck)
        )
            return;
        foreach (var line in lines.Take(signed))
            line.Why ??= line.Prose > 0 ? "deck" : "above the byline";
    }

    private static string? Reason(Part line, IReadOnlyList<string> byline)
    {
        var text = line.Text();
        if (text.Length is 0 or > 100)
            return null;
        if (byline.Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase)) && text[^1] != '.')
            return "byline";
        if (text.StartsWith("By ", StringComparison.OrdinalIgnoreCase) && text.Length < 80 && text[^1] != '.')
            return "byline";
        return text.Length < 80 && (Dates.Parse(text) is not null || IsStamp(text)) ? "date" : null;
    }

    private static bool IsStamp(string text) =>
        Begins(text, "Published")
        || Begins(text, "Updated")
        || Begins(text, "Posted")
        || Begins(text, "Last updated")
        || Begins(text, "First published")
        || text.EndsWith("min read", StringComparison.OrdinalIgnoreCase)
        || text.EndsWith("minute read", StringComparison.OrdinalIgnoreCase);

    private static bool Begins(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    /// The text blocks of a part that are not left out, in order; a social post counts as one.
    public static IEnumerable<Part> Lines(Part part)
    {
        foreach (var child in part.Children)
        {
            if (child.IsText || child.Letters == 0 || child.Why is not null)
                continue;
            if (!child.HoldsBlocks || child.IsPost)
                yield return child;
            else
                foreach (var inner in Lines(child))
                    yield return inner;
        }
    }
}
