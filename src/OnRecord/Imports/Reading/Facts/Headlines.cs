using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading.Facts;

/// The headline readers see, checked against what the page says of itself.
internal static class Headlines
{
    private static readonly string[] Bars = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", "|"];

    public static (string Text, Part? Shown) Find(PageMap page, PageMeta meta, LinkedData data)
    {
        var site = meta.First("og:site_name");
        string?[] said =
        [
            data.Text("headline"),
            meta.First("og:title"),
            meta.First("twitter:title"),
            meta.First("parsely-title", "sailthru.title", "dc.title", "dcterms.title", "dc:title"),
            meta.Title,
        ];
        var stated = said.OfType<string>().Select(one => Plain(one, site)).Where(one => one.Length > 0).ToArray();
        var shown = page
            .Parts.Where(part => part.Tag == "h1" && part.Letters > 0 && part.Why is not "hidden text")
            .Select(part => (Part: part, Text: part.Text()))
            .Where(one => one.Text.Length < 300 && !Wording.Same(one.Text, site))
            .ToArray();
        var best = shown
            .Select(one =>
                (one.Part, one.Text, Fit: stated.Select(other => Fit(one.Text, other)).DefaultIfEmpty(0).Max())
            )
            .OrderByDescending(one => one.Fit)
            .FirstOrDefault();
        if (best.Text is not null && (best.Fit >= 0.34 || stated.Length == 0))
            return (best.Text, best.Part);
        return (stated.FirstOrDefault() ?? best.Text ?? "", null);
    }

    /// "Headline | Site name" without the site's name.
    public static string Plain(string title, string? site)
    {
        title = Wording.OneLine(title);
        foreach (var bar in Bars)
        {
            var at = title.LastIndexOf(bar, StringComparison.Ordinal);
            if (at <= 0)
                continue;
            var (head, tail) = (title[..at].Trim(), title[(at + bar.Length)..].Trim());
            if (Wording.Same(tail, site) || Words(tail) <= 4 && Words(head) >= 3 && Words(head) > Words(tail))
                return bar.Contains('|', StringComparison.Ordinal) ? Plain(head, site) : head;
            if (Wording.Same(head, site))
                return tail;
        }
        return title;
    }

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static double Fit(string one, string other)
    {
        if (Wording.Same(one, other))
            return 2;
        var (words, others) = (Bag(one), Bag(other));
        return words.Count == 0 || others.Count == 0
            ? 0
            : (double)words.Count(others.Contains) / Math.Max(words.Count, others.Count);
    }

    private static HashSet<string> Bag(string text) =>
        [
            .. text.Split(
                    [' ', ',', '.', ':', ';', '?', '!', '"', '“', '”', '(', ')'],
                    StringSplitOptions.RemoveEmptyEntries
                )
                .Select(Wording.Letters)
                .Where(word => word.Length > 0),
        ];
}
