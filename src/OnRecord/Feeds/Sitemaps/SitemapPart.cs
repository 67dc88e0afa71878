using System.Globalization;
using System.Text.RegularExpressions;

namespace OnRecord.Feeds.Sitemaps;

/// <summary>One file of the sitemap: <c>2026-03.xml</c>, and <c>2026-03-2.xml</c> where a month has more than one holds; each also as <c>.xml.gz</c>.</summary>
/// <param name="Name">A month, or one of <see cref="Pages"/>, <see cref="Topics"/>, <see cref="People"/>.</param>
/// <param name="Number">From 1.</param>
internal sealed partial record SitemapPart(string Name, int Number, bool IsPacked)
{
    /// <summary>What the newsroom says of itself, its front and its sections.</summary>
    public const string Pages = "pages";
    public const string Topics = "topics";
    public const string People = "people";

    /// <summary>Null where it is not a month.</summary>
    public (int Year, int Month)? Month =>
        Name.Split('-') is [var year, var month]
            ? (int.Parse(year, CultureInfo.InvariantCulture), int.Parse(month, CultureInfo.InvariantCulture))
            : null;

    public string Path => $"/sitemaps/{Name}{(Number == 1 ? "" : $"-{Number}")}.xml{(IsPacked ? ".gz" : "")}";

    /// <summary>The parts that so many addresses need, packed.</summary>
    public static IEnumerable<SitemapPart> For(string name, int count) =>
        Enumerable
            .Range(1, (count + SitemapXml.Most - 1) / SitemapXml.Most)
            .Select(number => new SitemapPart(name, number, IsPacked: true));

    public static string NameOf(PublishedMonth month) =>
        string.Create(CultureInfo.InvariantCulture, $"{month.Year:D4}-{month.Month:D2}");

    /// <returns>Null where no file is named so.</returns>
    public static SitemapPart? Read(string file) =>
        Written().Match(file) is { Success: true } match
            ? new SitemapPart(
                match.Groups["name"].Value,
                match.Groups["number"] is { Success: true, Value: var number }
                    ? int.Parse(number, CultureInfo.InvariantCulture)
                    : 1,
                match.Groups["packed"].Success
            )
            : null;

    [GeneratedRegex(
        @"^(?<name>(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])|pages|topics|people)(?:-(?<number>[2-9]|[1-9]\d{1,3}))?\.xml(?<packed>\.gz)?\z"
    )]
    private static partial Regex Written();
}
