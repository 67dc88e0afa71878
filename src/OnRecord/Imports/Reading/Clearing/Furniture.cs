using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading.Clearing;

/// Marks what stands round a story before the story is looked for. A mark never takes most of the page's prose with it.
internal static class Furniture
{
    private const double LargestShare = 0.34;
    private const int ShortestStory = 250;
    private static readonly string[] Threads =
    [
        "comments",
        "disqus",
        "responses",
        "commentlist",
        "livefyre",
        "viafoura",
    ];
    private const int LongestShort = 420;

    public static void Mark(PageMap page)
    {
        var total = page.Root.Prose;
        foreach (var part in page.Parts)
        {
            if (part.Parent?.Why is { } why)
                part.Why = why;
            else if (part.Element is not null && part.Parent is not null)
                part.Why = Judge(part, total);
        }
        page.Recount();
    }

    private static string? Judge(Part part, int total)
    {
        if (part.Tag is "noscript")
            return "for browsers without scripts";
        if (Unseen.Is(part))
            return part.Prose > 0.6 * total ? null : "hidden text";
        if (part.IsPost || part.Tag is "main" or "article" or "h1" || part.Attribute("itemprop") is "articleBody")
            return null;
        if (!part.IsBlock && !part.Parent!.IsBlock)
            return null;
        var why = ByTag(part) ?? ByName(part);
        return why is not null && (part.Prose <= Allowance(why, part.Tag) * total || IsLongThread(why, part, total))
            ? why
            : null;
    }

    // Readers may well have written more than the reporter did.
    private static bool IsLongThread(string why, Part part, int total) =>
        why == "comment form"
        && Threads.Any(part.Names.Has)
        && total - part.Prose >= ShortestStory
        && !Holds(part, "h1")
        && !Holds(part, "article");

    private static string? ByName(Part part)
    {
        if (!part.IsBlock && part.Own != part.Parent!.Own)
            return null;
        if (!part.Names.Any)
            return null;
        if (FurnitureWords.Why(part.Names) is { } why && Plausible(why, part))
            return why;
        return
            part.Letters < LongestShort
            && !part.HoldsPost
            && !Holds(part, "h1")
            && FurnitureWords.WhyShort(part.Names) is { } small
            && PlausibleShort(small, part)
            ? small
            : null;
    }

    private static bool PlausibleShort(string why, Part part) =>
        why switch
        {
            "byline" or "section name" => part.Letters < 100 && part.Prose < 60,
            "caption" => part.Letters < 200 && part.Pictures == 0,
            "button" => part.Letters < 80,
            "beside the story" => part.Linked > 0 && part.LinkShare > 0.15,
            "player" => part.Tag is not "p" && part.Prose < 250,
            _ => true,
        };

    private static bool Holds(Part part, string tag) =>
        part.Children.Exists(child => child.Tag == tag || !child.IsText && Holds(child, tag));

    private static bool Plausible(string why, Part part) =>
        why switch
        {
            "related stories" or "navigation" or "tags" => part.Linked > 0
                || part.Letters == 0
                || part.Names.Has("sidebar"),
            "widget" => part.LinkShare > 0.4,
            "page footer" => part.Tag != "p",
            "caption" => part.Pictures == 0,
            "share buttons" => !part.HoldsPost,
            _ => true,
        };

    private static double Allowance(string why, string tag) =>
        why switch
        {
            "page footer" or "navigation" when tag is "footer" or "nav" => 0.6,
            _ => LargestShare,
        };

    private static string? ByTag(Part part) =>
        part.Tag switch
        {
            "nav" or "menu" => "navigation",
            "footer" when part.Parent!.Tag is not "blockquote" => "page footer",
            "button" or "select" or "input" or "textarea" or "option" or "label" or "progress" or "meter" => "button",
            "dialog" => "pop-up",
            _ => part.Attribute("role") switch
            {
                "navigation" or "menu" or "menubar" or "search" or "toolbar" or "tablist" => "navigation",
                "banner" or "contentinfo" => "page header or footer",
                "dialog" or "alertdialog" or "alert" => "pop-up",
                "complementary" => "beside the story",
                _ => null,
            },
        };
}
