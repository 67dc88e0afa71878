using System.Globalization;
using System.Text.RegularExpressions;
using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading;

internal static partial class Dates
{
    public static DateTimeOffset? Published(
        PageMap page,
        PageMeta meta,
        LinkedData data,
        Part body,
        Part? headline,
        Uri? address
    ) =>
        First(
            data.Text("datePublished"),
            meta.First("article:published_time"),
            meta.First("og:published_time", "article:published"),
            meta.First("datePublished"),
            meta.First("parsely-pub-date"),
            meta.First("sailthru.date"),
            meta.First("pubdate", "publishdate", "publish-date", "publish_date", "published"),
            meta.First("dcterms.created", "dc.date.issued", "dcterms.date", "dc.date", "dc.created"),
            meta.First(
                "cxenseparse:recs:publishtime",
                "originalpublicationdate",
                "date",
                "article.published",
                "ptime",
                "pdate",
                "citation_date",
                "citation_online_date"
            )
        )
        ?? Marked(page, "datePublished")
        ?? Parse(data.Text("dateCreated"))
        ?? Shown(page, body, headline)
        ?? FromAddress(address);

    public static DateTimeOffset? Updated(PageMap page, PageMeta meta, LinkedData data) =>
        First(
            data.Text("dateModified"),
            meta.First("article:modified_time"),
            meta.First("og:updated_time"),
            meta.First("dateModified"),
            meta.First("lastmod", "last-modified", "revised", "dcterms.modified", "dc.date.modified")
        ) ?? Marked(page, "dateModified");

    private static DateTimeOffset? First(params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
        {
            if (Parse(value) is { } at)
                return at;
        }
        return null;
    }

    private static DateTimeOffset? Marked(PageMap page, string name) =>
        page
            .Parts.Where(part =>
                part.Attribute("itemprop") is { } marked && marked.Contains(name, StringComparison.Ordinal)
            )
            .Select(part => Parse(part.Attribute("datetime") ?? part.Attribute("content")) ?? Parse(part.Text()))
            .FirstOrDefault(at => at is not null);

    private static DateTimeOffset? Shown(PageMap page, Part body, Part? headline)
    {
        var times = page
            .Parts.Where(part =>
                part.Tag == "time" && part.Order <= body.Last && part.Why is not ("related stories" or "comment form")
            )
            .ToArray();
        IEnumerable<Part> near = headline is null
            ? times
            : times.OrderBy(part => Math.Abs(part.Order - headline.Order));
        return near.Select(part => Parse(part.Attribute("datetime")) ?? Parse(part.Text()))
                .FirstOrDefault(at => at is not null)
            ?? Written(page, body, headline);
    }

    private static DateTimeOffset? Written(PageMap page, Part body, Part? headline) =>
        page
            .Parts.Where(part =>
                part.Element is not null
                && part.Letters is > 5 and < 60
                && part.Order <= body.Last
                && part.Order > (headline?.Order ?? 0) - 60
                && part.Names.Words.Any(word =>
                    word
                        is "date"
                            or "time"
                            or "datetime"
                            or "published"
                            or "timestamp"
                            or "dateline"
                            or "byline"
                            or "meta"
                )
            )
            .Select(part => InWords(Months.InEnglish(part.Text())))
            .FirstOrDefault(at => at is not null);

    private static DateTimeOffset? InWords(string text) =>
        Worded().Match(text) is { Success: true } found
            ? Parse(
                found
                    .Value.Replace(".", "", StringComparison.Ordinal)
                    .Replace("Sept ", "Sep ", StringComparison.Ordinal)
            )
        : Dotted().Match(text) is { Success: true } dotted
            ? Parse($"{dotted.Groups[3].Value}-{dotted.Groups[2].Value}-{dotted.Groups[1].Value}")
        : null;

    private static DateTimeOffset? FromAddress(Uri? address) =>
        address is not null && InPath().Match(address.AbsolutePath) is { Success: true } found
            ? Parse($"{found.Groups[1].Value}-{found.Groups[2].Value}-{found.Groups[3].Value}")
            : null;

    public static DateTimeOffset? Parse(string? text)
    {
        text = Months.InEnglish(Wording.OneLine(text));
        if (text.Length < 6)
            return null;
        if (
            text.Length is 10 or 13
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
            return text.Length == 10
                ? DateTimeOffset.FromUnixTimeSeconds(number)
                : DateTimeOffset.FromUnixTimeMilliseconds(number);
        if (
            text.Length == 8
            && DateTimeOffset.TryParseExact(
                text,
                "yyyyMMdd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var day
            )
        )
            return day;
        // .NET would add this year to "March 14", and today to "10:30": none is invented.
        if (!Year().IsMatch(text))
            return null;
        var known =
            DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces,
                out var at
            )
            || DateTimeOffset.TryParse(
                text.Length > 19 ? text[..19] : text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out at
            );
        return known && at.Year is > 1900 and < 2200 ? at : InText(text);
    }

    private static DateTimeOffset? InText(string text) =>
        text.Length > 10 && Worded().Match(text) is { Success: true } found && found.Length < text.Length
            ? Parse(found.Value)
            : null;

    [GeneratedRegex(
        @"\b(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2},? \d{4}|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,? \d{4})\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Worded();

    [GeneratedRegex(@"(?<!\d)(19|2[01])\d\d(?!\d)")]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(\d{2})\.(\d{2})\.(\d{4})\b")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"/(\d{4})/(\d{2})/(\d{2})/")]
    private static partial Regex InPath();
}
