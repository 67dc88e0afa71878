using System.Collections.Immutable;
using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading.Facts;

/// Who signed the story: the first place that names people.
internal static class Bylines
{
    public static ImmutableArray<string> Find(PageMap page, PageMeta meta, LinkedData data, Part body, Part? headline)
    {
        var site = meta.First("og:site_name");
        IEnumerable<string>[] places =
        [
            data.All("author"),
            data.All("creator"),
            meta.All("parsely-author"),
            meta.All("sailthru.author"),
            meta.All("author"),
            meta.All("article:author"),
            meta.All("byl"),
            meta.All("dc.creator"),
            meta.All("dcterms.creator"),
            meta.All("dc:creator"),
            meta.All("article:author_name"),
            meta.All("citation_author"),
            Shown(page, body, headline),
        ];
        foreach (var place in places)
        {
            var names = Names.In(place, site);
            if (names.Length > 0)
                return names;
        }
        return [];
    }

    private static string[] Shown(PageMap page, Part body, Part? headline)
    {
        var near = page
            .Parts.Where(part =>
                part.Element is not null
                && part.Letters is > 3 and < 120
                && part.Order > (headline?.Order ?? -1) - 40
                && part.Order <= body.Last
            )
            .ToArray();
        var rel = near.Where(part =>
                part.Attribute("rel") is { } rel && rel.Contains("author", StringComparison.OrdinalIgnoreCase)
            )
            .Select(part => part.Text())
            .Distinct()
            .ToArray();
        if (rel.Length > 0)
            return rel;
        var marked = near.FirstOrDefault(part =>
            part.Attribute("itemprop") is "author" or "name"
            && part.Ancestors().Take(3).Append(part).Any(one => one.Attribute("itemprop") == "author")
        );
        if (marked is not null)
            return [marked.Text()];
        var named =
            near.FirstOrDefault(part => part.Names.Has("author") && part.Names.Has("name"))
            ?? near.FirstOrDefault(part => part.Names.Has("byline"))
            ?? near.FirstOrDefault(part => part.Names.Has("author") && !part.Names.Has("bio"));
        if (
            named is not null
            && page
                .Parts.Where(part => part.Tag == "a" && part.Letters > 0 && named.Holds(part))
                .Select(part => part.Text())
                .ToArray()
                is { Length: > 0 } linked
        )
            return linked;
        return named is null ? [] : [named.RawText().Trim().Split(Part.LineBreak)[0]];
    }
}
