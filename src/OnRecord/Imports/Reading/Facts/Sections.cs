using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading.Facts;

internal static class Sections
{
    public static string? Find(PageMap page, PageMeta meta, LinkedData data, string headline)
    {
        var said =
            data.Text("articleSection")
            ?? meta.First(
                "article:section",
                "parsely-section",
                "sailthru.section",
                "og:section",
                "section",
                "category",
                "articleSection"
            );
        if (said is not null)
            return
                said.Split([',', ';', '|', '>'])[0].Trim() is { Length: > 0 } first
                && !first.Equals("post", StringComparison.OrdinalIgnoreCase)
                ? first
                : null;
        return Last(data.Breadcrumbs(), headline) ?? Last(Trail(page), headline);
    }

    private static IEnumerable<string> Trail(PageMap page)
    {
        var trail = page.Parts.FirstOrDefault(part =>
            part.Names.Words.Any(word => word is "breadcrumb" or "breadcrumbs") && part.Linked > 0
        );
        return trail is null
            ? []
            : page.Parts.Where(part => part.Tag == "a" && trail.Holds(part)).Select(part => part.Text());
    }

    private static string? Last(IEnumerable<string> trail, string headline) =>
        trail.LastOrDefault(step =>
            step.Length is > 1 and < 40
            && !Wording.Same(step, headline)
            && !step.Equals("home", StringComparison.OrdinalIgnoreCase)
            && !step.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        );
}
