using System.Resources;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Front;

/// <summary>Gathers what surrounds a page.</summary>
internal sealed class Shell(OnRecordDb db, Assets assets, PublicAddress address)
{
    private static readonly ResourceManager Furniture = new("OnRecord.Front.Furniture", typeof(Shell).Assembly);

    public static Words Words(string? language) => new(Furniture, language ?? "en");

    /// <param name="language">The language of the page's content; null takes the newsroom's.</param>
    public async Task<(ShellView View, Newsroom Newsroom)> Around(string? title, string? language, string? path)
    {
        var newsroom = await db.Newsroom();
        var sections = await db.Set<Section>()
            .Where(section => db.Set<Story>().Any(story => story.LiveSectionId == section.Id))
            .OrderBy(section => section.Position)
            .AsNoTracking()
            .ToListAsync();
        var view = new ShellView
        {
            Title = title is null ? newsroom.Name : $"{title} · {newsroom.Name}",
            Newsroom = newsroom.Name,
            NewsroomLanguage = newsroom.Language,
            Tagline = newsroom.Tagline,
            Sections = [.. sections.Select(Link)],
            Language = language ?? newsroom.Language,
            Words = Words(language ?? newsroom.Language),
            Assets = Links(language ?? newsroom.Language),
            Canonical = path is null ? null : address.Of(path),
        };
        return (view, newsroom);
    }

    public static SectionLink Link(Section section) =>
        new(section.Name, PublicAddress.Encode($"/section/{section.Slug}"), section.Language);

    private AssetLinks Links(string language)
    {
        var fonts = language.Split('-')[0] is "uk" or "ru" or "be" or "bg" or "sr" or "mk"
            ? ["cyrillic.woff2", "latin.woff2"]
            : new[] { "latin.woff2" };
        return new AssetLinks(
            assets["reader.css"],
            assets["reader.js"],
            assets["icon.svg"],
            [.. fonts.Select(font => assets[font])]
        );
    }
}
