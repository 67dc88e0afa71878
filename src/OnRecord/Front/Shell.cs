using System.Resources;
using Microsoft.EntityFrameworkCore;
using OnRecord.Front.About;
using OnRecord.Front.Lists;
using OnRecord.Media;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Front;

/// <summary>Gathers what surrounds a page.</summary>
internal sealed class Shell(OnRecordDb db, SiteParts parts, Assets assets, PublicAddress address, PageTags tags)
{
    private static readonly ResourceManager Furniture = new("OnRecord.Front.Furniture", typeof(Shell).Assembly);

    public SiteParts Parts => parts;

    public static Words Words(string? language) => new(Furniture, language ?? "en");

    /// <param name="language">The language of the page's content; null takes the newsroom's.</param>
    public async Task<(ShellView View, Newsroom Newsroom)> Around(string? title, string? language, string? path)
    {
        tags.Add(StoryTags.Site);
        var newsroom = await parts.Newsroom();
        var common = await parts.Once($"shell {language}", () => Common(newsroom, language));
        var view = common with
        {
            Title = title is null ? newsroom.Name : $"{title} · {newsroom.Name}",
            Canonical = path is null ? null : address.Of(path),
            Feeds = FeedLinks.Of(title, newsroom.Name, path),
        };
        if (path is "/" or "/about")
            view = view with { JsonLd = await NewsOrganisation.Of(db, newsroom, view.Logo, address) };
        return (view, newsroom);
    }

    // Of every page in a language.
    private async Task<ShellView> Common(Newsroom newsroom, string? language)
    {
        var (sections, items) = (await parts.Sections(), await parts.Menu());
        var words = Words(language ?? newsroom.Language);
        return new ShellView
        {
            Title = newsroom.Name,
            Newsroom = newsroom.Name,
            NewsroomLanguage = newsroom.Language,
            Tagline = newsroom.Tagline,
            Sections = [.. sections.Select(Link)],
            HeadMenu = [.. items.Where(item => item.Place == MenuPlace.Head).Select(Link)],
            FootMenu =
            [
                .. items.Where(item => item.Place == MenuPlace.Foot).Select(Link),
                .. await Policies(words, newsroom),
                new SectionLink(words["Archive"], Archive.ShowArchive.Path, words.Language),
                new SectionLink(words["Record"], "/record", words.Language),
                new SectionLink(words["AllCorrections"], Corrections.ShowCorrections.Path, words.Language),
                new SectionLink(words["FeedsPage"], ShowFeeds.Path, words.Language),
            ],
            Logo = Logo(newsroom),
            Centred = newsroom.Masthead == Masthead.Centred,
            Language = language ?? newsroom.Language,
            Words = words,
            Assets = Links(language ?? newsroom.Language) with { Theme = Theme.Address(newsroom) },
        };
    }

    public static SectionLink Link(Section section) =>
        new(section.Name, PublicAddress.Encode($"/section/{section.Slug}"), section.Language);

    public static SectionLink Link(Topic topic) =>
        new(topic.Name, PublicAddress.Encode($"/topic/{topic.Slug}"), topic.Language);

    private static SectionLink Link(MenuItem item) => new(item.Label, item.Address, item.Language);

    // Those in the page's language, or else in the newsroom's; the page about the newsroom has them all.
    private async Task<IEnumerable<SectionLink>> Policies(Words words, Newsroom newsroom)
    {
        var all = await parts.Policies();
        if (all.Count == 0)
            return [];
        var own = all.Where(line => line.Language == words.Language).ToList();
        var shown = own.Count > 0 ? own : all.Where(line => line.Language == newsroom.Language);
        return
        [
            .. shown.Select(line => new SectionLink(line.Title, line.Link, line.Language)),
            new SectionLink(words["About"], "/about", words.Language),
        ];
    }

    private static MastheadLogo? Logo(Newsroom newsroom)
    {
        if (LogoPicture.Read(newsroom.Logo) is not { } logo)
            return null;
        static string Sources(LogoPicture picture) => $"{picture.Address}, {picture.FineAddress} 2x";
        return new MastheadLogo(
            logo.Address,
            Sources(logo),
            logo.Width,
            logo.Height,
            LogoPicture.Read(newsroom.LogoDark) is { } dark ? Sources(dark) : null
        );
    }

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
        )
        {
            Check = assets["check.js"],
        };
    }
}
