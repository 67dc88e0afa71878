using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading.Clearing;

/// Goes down from the page to the part that holds the story's prose and little else.
internal static class BodyFinder
{
    private const int Least = 80;

    public static Part? Find(PageMap page, Part? headline)
    {
        if (page.Root.Prose < Least)
            return null;
        var found = Descend(page.Root, headline);
        return Hinted(found, page) ?? found;
    }

    private static Part Descend(Part part, Part? headline)
    {
        while (true)
        {
            var best = Best(part, headline);
            if (best is null || IsText(best))
                return part;
            if (!Outweighs(best, part) && !(best.Tag == "article" && headline is not null && best.Holds(headline)))
            {
                TrimEnds(part, best);
                return part;
            }
            part = best;
        }
    }

    // Under the headline there may be less prose than in the columns beside it, or in the next story loaded below.
    private static Part? Best(Part part, Part? headline)
    {
        var most = part.Children.Where(child => child.Prose > 0).MaxBy(child => child.Prose);
        if (most is null || headline is null || most.Holds(headline) || !IsBeside(most))
            return most;
        return part.Children.Find(child => child.Holds(headline) && Stands(child, most)) ?? most;
    }

    // A column of teasers, or another whole story.
    private static bool IsBeside(Part part) =>
        part.LinkShare > 0.12 || part.Tag == "article" || part.Children.Exists(child => child.Tag is "h1" or "article");

    private static bool Stands(Part part, Part most) =>
        part.Prose * 4 >= most.Prose && part.Prose >= 200 && Paragraphs(part) > 1
        || part.Prose * 8 >= most.Prose && part.Prose >= 250 && Paragraphs(part) > 2 && part.LinkShare < 0.15;

    private static int Paragraphs(Part part) =>
        part.Prose == 0 ? 0
        : part.HoldsBlocks ? part.Children.Sum(Paragraphs)
        : 1;

    private static bool IsText(Part part) =>
        part.Tag is "p" or "blockquote" or "ul" or "ol" or "pre" or "dl"
        || Tags.Heading.Contains(part.Tag)
        || (part.Own - part.OwnLinked) * 2 > part.Prose;

    private static bool Outweighs(Part best, Part part)
    {
        if (best.Prose == part.Prose)
            return true;
        var kin = part.Children.Where(child => child != best && IsKin(child, best)).ToArray();
        var share = (double)(kin.Sum(child => child.Prose) + part.Own - part.OwnLinked) / part.Prose;
        return kin.Length > 1 ? share < 0.05 : share < 0.12;
    }

    private static bool IsKin(Part child, Part best) =>
        child.Prose > 0
        && child.LinkShare < 0.3
        && !child.Children.Exists(inner => inner.Tag == "h1")
        && (
            !child.HoldsBlocks || child.Tag is "blockquote" or "ul" or "ol" || Alike(child, best) || IsPure(child, best)
        );

    private static bool IsPure(Part part, Part best) =>
        part.LinkShare < 0.1
        && part.Prose * 4 >= part.Letters * 3
        && (
            part.Attribute("class") is not { Length: > 0 } names
            || names.Split(' ').Any(name => best.Element!.ClassList.Contains(name))
            || Paragraphs(part) < 3 && !part.Children.Exists(HoldsHeading)
        );

    private static bool HoldsHeading(Part part) =>
        Tags.Heading.Contains(part.Tag) || part.Children.Exists(HoldsHeading);

    // What stands before the first and after the last piece of the story is not the story.
    private static void TrimEnds(Part part, Part best)
    {
        var first = part.Children.FindIndex(child => child == best || IsKin(child, best));
        var last = part.Children.FindLastIndex(child => child == best || IsKin(child, best));
        for (var at = 0; at < part.Children.Count; at++)
        {
            var child = part.Children[at];
            if (
                (at < first || at > last)
                && child.HoldsBlocks
                && !child.HoldsPost
                && child.Tag is not ("figure" or "header" or "hgroup")
                && (child.Pictures == 0 || at > last && child.Linked > 0)
            )
                child.Why ??= "beside the story";
        }
    }

    // Pieces of one story, cut apart by advertisements or by a system that makes a component of every paragraph.
    private static bool Alike(Part one, Part other) =>
        one.Tag == other.Tag && one.LinkShare < 0.3 && Kin(one.Attribute("class"), other.Attribute("class"));

    private static bool Kin(string? names, string? others) =>
        string.IsNullOrEmpty(names)
            ? string.IsNullOrEmpty(others)
            : names == others || others is not null && names.Split(' ')[0] == others.Split(' ')[0];

    // What its makers call the story's body is believed when the prose agrees.
    private static Part? Hinted(Part found, PageMap page)
    {
        var named = page.Parts.Where(part =>
            part.Attribute("itemprop") is "articleBody"
            && part.Why is null
            && part.Holds(found)
            && part.Prose <= found.Prose * 4
        );
        if (named.LastOrDefault() is { } body)
            return body;
        Part? wider = null,
            narrower = null;
        foreach (var part in page.Parts)
        {
            if (part.Why is not null || part.Prose < Least || !IsHint(part))
                continue;
            if (part.Holds(found) && part.Prose <= found.Prose * 2)
                wider = part;
            else if (found.Holds(part) && part.Prose * 10 >= found.Prose * 7 && narrower is null)
                narrower = part;
        }
        return narrower ?? wider;
    }

    private static bool IsHint(Part part)
    {
        if (part.Attribute("itemprop") is "articleBody" or "reviewBody")
            return true;
        if (part.Tag is "p" or "span" or "body" or "html" or "a")
            return false;
        var names = part.Names;
        return names.HasPair("article", "body")
            || names.HasPair("article", "content")
            || names.HasPair("article", "text")
            || names.HasPair("entry", "content")
            || names.HasPair("post", "content")
            || names.HasPair("post", "body")
            || names.HasPair("story", "body")
            || names.HasPair("story", "content")
            || names.HasPair("story", "text")
            || names.HasPair("news", "text")
            || names.HasPair("news", "body")
            || names.HasPair("news", "content")
            || names.HasPair("article", "copy")
            || names.Has("storytext")
            || names.Has("articlebody")
            || names.Has("storybody");
    }
}
