using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading.Clearing;

/// Marks what stands inside a story's body and is not the story.
internal static class Weeds
{
    private const int LongestLine = 260;

    public static void Mark(Part body)
    {
        foreach (var child in body.Children)
            Judge(child, body);
    }

    private static void Judge(Part part, Part body)
    {
        if (part.IsText || part.Why is not null || part.IsPost)
            return;
        if (part.IsBlock && part.Letters > 0 && part.Prose * 3 <= body.Prose && Reason(part) is { } why)
            Leave(part, why);
        else if (part.HoldsBlocks)
            Mark(part, body);
        if (part.Why is not null && Tags.Heading.Contains(part.Tag))
            LeaveListAfter(part);
    }

    private static void Mark(Part part, Part body)
    {
        foreach (var child in part.Children)
            Judge(child, body);
    }

    private static string? Reason(Part part)
    {
        if (IsLinkList(part))
            return "related stories";
        if (
            part.Tag is "aside"
            && (part.LinkShare > 0.3 || part.Children.Any(child => Tags.Heading.Contains(child.Tag)))
        )
            return "beside the story";
        if (part.Tag is "form")
            return "form";
        if (part.Letters > LongestLine)
            return Headed(part);
        return Line(part) ?? Headed(part);
    }

    private static bool IsLinkList(Part part)
    {
        if (part.HoldsPost || part.Tag is "p" or "blockquote" || Tags.Heading.Contains(part.Tag))
            return false;
        if (part.Tag is "ul" or "ol")
        {
            var items = part.Children.Where(child => child.Tag == "li" && child.Letters > 0).ToArray();
            return items.Length > 0 && items.Count(item => item.LinkShare > 0.75) * 4 >= items.Length * 3;
        }
        return part.LinkShare > 0.66 && part.Prose < 60;
    }

    // A box is what its first line says it is.
    private static string? Headed(Part part)
    {
        if (part.Tag is "p" or "blockquote" or "ul" or "ol" || !part.HoldsBlocks)
            return null;
        var first = FirstLine(part);
        if (first is null || first == part || first.Letters > 60)
            return null;
        return
            FurnitureLines.Match(first.Text()) is { } found
            && (found.Whole || part.LinkShare > 0.3 || Tags.Heading.Contains(first.Tag) && part.Linked > 0)
            ? found.Why
            : null;
    }

    private static Part? FirstLine(Part part)
    {
        foreach (var child in part.Children)
        {
            if (child.Letters == 0 || child.Why is not null)
                continue;
            return child.HoldsBlocks ? FirstLine(child) : child;
        }
        return null;
    }

    private static string? Line(Part part)
    {
        if (part.HoldsBlocks)
            return null;
        var text = part.Text();
        if (
            FurnitureLines.Match(text) is { } found
            && (found.Whole || IsNotice(found.Why, part, text) || Speaks(part, text))
        )
            return found.Why;
        if (IsCredited(text))
            return "caption";
        return part.Tag is "p" or "div" && part.LinkShare > 0.9 && part.Linked > 20 && !EndsSentence(text)
            ? "related stories"
            : null;
    }

    private static bool IsNotice(string why, Part part, string text) =>
        why == "copyright notice" && part.Letters < 150 || why == "caption" && part.Letters < 80 && !EndsSentence(text);

    private static bool IsCredited(string text) =>
        text.Contains("(Photo Credit:", StringComparison.OrdinalIgnoreCase)
        || text.Contains("(Image Credit:", StringComparison.OrdinalIgnoreCase)
        || text.Contains("(Photo:", StringComparison.OrdinalIgnoreCase);

    private static bool Speaks(Part part, string text) =>
        part.Linked > 0 && (part.LinkShare > 0.35 || FurnitureLines.Labels(text))
        || FurnitureLines.Labels(text) && part.Letters < 120 && Emphasised(part);

    private static bool Emphasised(Part part) =>
        part.Children.TrueForAll(child => child.Letters == 0 || child.Tag is "strong" or "b" or "em" or "i");

    private static bool EndsSentence(string text) => text[^1] is '.' or '!' or '?' or '”' or '"' or '。' or '।' or '؟';

    // "More stories" and the list under it go together.
    private static void LeaveListAfter(Part heading)
    {
        var siblings = heading.Parent!.Children;
        for (var at = siblings.IndexOf(heading) + 1; at < siblings.Count; at++)
        {
            var next = siblings[at];
            if (next.Letters == 0)
                continue;
            if (next.Tag is not ("ul" or "ol") && next.LinkShare < 0.5 || next.Linked == 0)
                return;
            Leave(next, heading.Why!);
        }
    }

    private static void Leave(Part part, string why) => part.Why = why;
}
