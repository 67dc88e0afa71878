using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Feeds.Sitemaps;

/// <summary>All that search engines may find: an index by month of publication, and its parts.</summary>
internal static class ShowSitemap
{
    public static async Task<IResult> Index(OnRecordDb db, PublicAddress address, PageTags tags)
    {
        tags.Add(StoryTags.Site);
        tags.Add(StoryTags.Front);
        var months = await PublishedMonth.All(db, await db.Newsroom());
        DateTimeOffset? newest = months.Count == 0 ? null : months.Max(month => month.ChangedAt);
        var topics = await SitemapPages.Topics(db).CountAsync();
        var people = await SitemapPages.People(db).CountAsync();
        IEnumerable<(SitemapPart Part, DateTimeOffset? At)> parts =
        [
            .. SitemapPart.For(SitemapPart.Pages, 1).Select(part => (part, newest)),
            .. SitemapPart.For(SitemapPart.Topics, topics).Select(part => (part, newest)),
            .. SitemapPart.For(SitemapPart.People, people).Select(part => (part, newest)),
            .. months.SelectMany(month =>
                SitemapPart
                    .For(SitemapPart.NameOf(month), month.Count)
                    .Select(part => (part, (DateTimeOffset?)month.ChangedAt))
            ),
        ];
        return Results.Bytes(
            SitemapXml.Index(parts.Select(row => new SitemapEntry(address.Of(row.Part.Path), row.At))),
            SitemapXml.MediaType
        );
    }

    public static async Task<IResult> Part(string file, OnRecordDb db, PublicAddress address, PageTags tags)
    {
        if (SitemapPart.Read(file) is not { } part)
            return Results.NotFound();
        tags.Add(StoryTags.Site);
        tags.Add(part.Month is { } month ? StoryTags.Archive(month.Year, month.Month) : StoryTags.Front);
        var entries = await Entries(part, db, path => address.Of(PublicAddress.Encode(path)));
        if (entries.Count == 0)
            return Results.NotFound();
        var bytes = SitemapXml.Addresses(entries);
        return part.IsPacked
            ? Results.Bytes(Packed(bytes), "application/gzip")
            : Results.Bytes(bytes, SitemapXml.MediaType);
    }

    private static async Task<IReadOnlyList<SitemapEntry>> Entries(
        SitemapPart part,
        OnRecordDb db,
        Func<string, string> address
    ) =>
        part switch
        {
            { Month: { } month } => await PublishedMonth.Addresses(
                db,
                await db.Newsroom(),
                month,
                part.Number,
                address
            ),
            { Name: SitemapPart.Topics } => await Named(SitemapPages.Topics(db), part, "/topic/", address),
            { Name: SitemapPart.People } => await Named(SitemapPages.People(db), part, "/by/", address),
            { Number: 1 } => await SitemapPages.All(db, address),
            _ => [],
        };

    private static async Task<IReadOnlyList<SitemapEntry>> Named(
        IQueryable<string> slugs,
        SitemapPart part,
        string below,
        Func<string, string> address
    )
    {
        var found = await slugs
            .OrderBy(slug => slug)
            .Skip((part.Number - 1) * SitemapXml.Most)
            .Take(SitemapXml.Most)
            .ToListAsync();
        return [.. found.Select(slug => new SitemapEntry(address($"{below}{slug}"), null))];
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
