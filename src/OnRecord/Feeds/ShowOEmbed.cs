using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Feeds;

/// <summary>How another site shows one of our stories (oEmbed 1.0): as words and a link, without script.</summary>
internal static class ShowOEmbed
{
    private const int Width = 600;
    private const int Height = 220;

    private static readonly HtmlEncoder Safe = HtmlEncoder.Create(UnicodeRanges.All);

    public static async Task<IResult> Get(
        string? url,
        string? format,
        string? maxwidth,
        string? maxheight,
        OnRecordDb db,
        PublicAddress address,
        PageTags tags
    )
    {
        // oEmbed, 2.3.4: a form that is not served is answered with 501, an address that is not ours with 404.
        if (format is not (null or "" or "json" or "xml"))
            return Results.StatusCode(StatusCodes.Status501NotImplemented);
        if (Path(url, address) is not { } path || await Find(path, db) is not { } story)
            return Results.NotFound();
        tags.Add(StoryTags.Site);
        tags.Add(StoryTags.Story(story.Id));
        var (width, height) = (Limit(maxwidth, Width), Limit(maxheight, Height));
        var card = new OEmbedCard
        {
            Title = FillFeed.Title(story),
            Author = string.Join(", ", story.Content.Byline),
            Provider = (await db.Newsroom()).Name,
            Home = address.Root.AbsoluteUri,
            Html = Html(story, address.Of(PublicAddress.Encode(story.Path)), (await db.Newsroom()).Name),
            Width = width,
            Height = height,
            // 2.3.4.1: a thumbnail must not be larger than what was asked for.
            Picture =
                FillFeed.Picture(story.Content.Lead, address) is { } picture
                && picture.Width <= Limit(maxwidth, int.MaxValue)
                && picture.Height <= Limit(maxheight, int.MaxValue)
                    ? picture
                    : null,
        };
        return format == "xml"
            ? Results.Bytes(card.Xml(), "text/xml; charset=utf-8")
            : Results.Bytes(card.Json(), "application/json; charset=utf-8");
    }

    private static string? Path(string? url, PublicAddress address) =>
        Uri.TryCreate(url, UriKind.Absolute, out var asked)
        && asked.Scheme is "http" or "https"
        && string.Equals(asked.Authority, address.Root.Authority, StringComparison.OrdinalIgnoreCase)
            ? Uri.UnescapeDataString(asked.AbsolutePath)
            : null;

    private static async Task<ShownStory?> Find(string path, OnRecordDb db)
    {
        if (path.Contains('\0'))
            return null;
        var row = await db.Set<StoryAddress>()
            .Where(known => known.Path == path)
            .Join(db.Set<Story>(), known => known.StoryId, story => story.Id, (_, story) => story)
            .Where(story => story.TakenDownAt == null)
            .Join(
                db.Set<StoryVersion>(),
                story => story.LiveVersionId,
                version => version.Id,
                (story, version) =>
                    new
                    {
                        story.Id,
                        story.Path,
                        story.PublishedAt,
                        story.UpdatedAt,
                        story.RetractedAt,
                        Version = version,
                    }
            )
            .AsNoTracking()
            .FirstOrDefaultAsync();
        return row is null
            ? null
            : new ShownStory(
                row.Id,
                row.Path!,
                row.PublishedAt!.Value,
                row.UpdatedAt ?? row.PublishedAt.Value,
                row.RetractedAt is not null,
                HidesSources: false,
                row.Version.Content
            );
    }

    private static string Html(ShownStory story, string page, string newsroom)
    {
        var deck = story.Content.Deck is { Length: > 0 } words ? $"<p>{Safe.Encode(words)}</p>" : "";
        var signed = string.Join(
            " · ",
            new[] { string.Join(", ", story.Content.Byline), newsroom }.Where(part => part.Length > 0)
        );
        return $"""<blockquote lang="{Safe.Encode(story.Content.Language)}" cite="{Safe.Encode(page)}"><p><a href="{Safe.Encode(page)}"><strong>{Safe.Encode(FillFeed.Title(story))}</strong></a></p>{deck}<footer>{Safe.Encode(signed)}</footer></blockquote>""";
    }

    private static int Limit(string? asked, int usual) =>
        int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0
            ? Math.Min(most, usual)
            : usual;
}
