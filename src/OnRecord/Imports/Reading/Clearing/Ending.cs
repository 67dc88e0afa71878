using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading.Clearing;

/// Marks what trails after a story's last paragraph: lists of links, a heading over nothing, where to reach the author.
internal static class Ending
{
    private const int FarthestBack = 12;

    public static void Mark(Part body, IReadOnlyList<string> byline)
    {
        LeaveSigned(body, byline);
        LeaveAfterText(body);
        var lines = Opening.Lines(body).Reverse().Take(FarthestBack).ToArray();
        foreach (var line in lines)
        {
            if (ListOf(line) is { } list && list.Children.TrueForAll(item => item.Letters == 0 || item.LinkShare > 0.2))
                list.Why = "related stories";
            else if (Tags.Heading.Contains(line.Tag) || line.LinkShare > 0.8 && !line.IsPost || IsLabel(line, lines))
                line.Why = "related stories";
            else if (Reaches(line))
                line.Why = "author box";
            else if (line.Why is null)
                return;
        }
    }

    // The author's name alone, late in the body, opens a box about the author.
    private static void LeaveSigned(Part body, IReadOnlyList<string> byline)
    {
        var lines = Opening.Lines(body).ToArray();
        var named = Array.FindLastIndex(
            lines,
            line => line.Letters < 60 && byline.Any(name => Wording.Same(line.Text(), name))
        );
        if (named < 0 || named < lines.Length / 2 || lines.Skip(named).Sum(line => line.Prose) * 4 > body.Prose)
            return;
        foreach (var line in lines.Skip(named))
            line.Why = "author box";
    }

    // Where nearly all prose stands in one element, boxes with links or headings after its last paragraph are not the story.
    private static void LeaveAfterText(Part body)
    {
        var lines = Opening.Lines(body).ToArray();
        var home = lines
            .Where(line => line.Prose > 0)
            .GroupBy(line => line.Parent)
            .MaxBy(group => group.Sum(line => line.Prose));
        if (home?.Key is null || home.Sum(line => line.Prose) * 20 < lines.Sum(line => line.Prose) * 17)
            return;
        var last = home.Last();
        foreach (var line in lines.Where(line => line.Order > last.Order && line.Parent != home.Key && !line.IsPost))
        {
            var box = line.Ancestors().TakeWhile(above => above != body && !above.Holds(last)).LastOrDefault() ?? line;
            if (IsBox(box))
                box.Why ??= "after the story";
        }
    }

    private static bool IsBox(Part part) =>
        part.Tag is not ("ul" or "ol" or "blockquote" or "table")
        && !part.HoldsPost
        && (part.Linked > 0 || part.Children.Exists(child => Tags.Heading.Contains(child.Tag)));

    private static Part? ListOf(Part line) =>
        line.Ancestors().Prepend(line).Take(3).FirstOrDefault(part => part.Tag is "ul" or "ol");

    // The short line over a list that was just left out.
    private static bool IsLabel(Part line, Part[] lines)
    {
        var at = Array.IndexOf(lines, line);
        return at > 0
            && line.Letters < 60
            && line.Tag is not ("p" or "li")
            && lines[at - 1].Ancestors().Prepend(lines[at - 1]).Take(3).Any(part => part.Why == "related stories");
    }

    private static bool Reaches(Part line)
    {
        if (line.Tag is not ("p" or "div") || line.Letters > 400 || line.Linked == 0)
            return false;
        var whole = line.Children.TrueForAll(child =>
            child.Letters < 3 || child.Tag is "i" or "em" or "a" or "strong" or "b"
        );
        return whole
            && Links(line)
                .Any(link =>
                    link.Attribute("href") is { } href
                    && (
                        href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
                        || href.Contains("twitter.com/", StringComparison.OrdinalIgnoreCase)
                    )
                );
    }

    private static IEnumerable<Part> Links(Part part) =>
        part.Children.SelectMany(child => child.Tag == "a" ? [child] : Links(child));
}
