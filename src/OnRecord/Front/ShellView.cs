using OnRecord.Documents;
using OnRecord.Front.Lists;
using OnRecord.Platform.Pages;

namespace OnRecord.Front;

/// <summary>What surrounds every page of the reader's site.</summary>
public sealed record ShellView
{
    public required string Title { get; init; }
    public required string Newsroom { get; init; }
    public required string NewsroomLanguage { get; init; }
    public required string Tagline { get; init; }
    public required IReadOnlyList<SectionLink> Sections { get; init; }

    /// <summary>The newsroom's own links beside the sections.</summary>
    public IReadOnlyList<SectionLink> HeadMenu { get; init; } = [];

    /// <summary>Its own links in the foot, then what it holds itself to.</summary>
    public IReadOnlyList<SectionLink> FootMenu { get; init; } = [];

    /// <summary>Stands in the place of the name; null where there is none.</summary>
    public MastheadLogo? Logo { get; init; }

    /// <summary>Whether the name stands large in the middle.</summary>
    public bool Centred { get; init; }

    /// <summary>The language of what the page is about; the furniture's own is that of its words.</summary>
    public required string Language { get; init; }

    public required Words Words { get; init; }
    public required AssetLinks Assets { get; init; }
    public string? Description { get; init; }

    /// <summary>Absolute; null for a page that has no address of its own, such as an error.</summary>
    public string? Canonical { get; init; }

    /// <summary>Absolute.</summary>
    public string? Image { get; init; }

    public string? JsonLd { get; init; }

    /// <summary>What can be followed: the page's own feeds, then those of all stories.</summary>
    public IReadOnlyList<FeedLink> Feeds { get; init; } = [];

    /// <summary>Where another site asks how to show this story, absolute; null where it is none.</summary>
    public string? Embeds { get; init; }

    public bool IsStory { get; init; }
    public SectionLink? Here { get; init; }

    public string Direction => WritingSystem.IsRightToLeft(Language) ? "rtl" : "ltr";

    /// <summary>Set on furniture whose language is not the page's.</summary>
    public string? FurnitureLanguage => Language.Split('-')[0] == Words.Language ? null : Words.Language;
}

/// <summary>The addresses of the reader's style sheet, script, icon and the fonts to fetch early.</summary>
public sealed record AssetLinks(string Style, string Script, string Icon, IReadOnlyList<string> Fonts)
{
    /// <summary>The newsroom's own colours; null where it has none.</summary>
    public string? Theme { get; init; }

    /// <summary>The script by which a page checks itself, fetched when that is asked for.</summary>
    public string? Check { get; init; }
}

/// <summary>A feed of the page, or of all stories.</summary>
public sealed record FeedLink(string Title, string Type, string Path);

/// <summary>A logo in two finenesses, and for the dark where there is another.</summary>
public sealed record MastheadLogo(string Source, string Sources, int Width, int Height, string? DarkSources);
