using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using OnRecord.Documents;
using OnRecord.Stories;

namespace OnRecord.Commands.Demonstration;

/// <summary>One story of the demonstration, read from its HTML file. Its dates are days before the demonstration begins, so that its front is always fresh.</summary>
internal sealed record DemonstrationStory
{
    /// <summary>The name of its file, without the ending.</summary>
    public required string File { get; init; }

    public required string Headline { get; init; }
    public required string Deck { get; init; }
    public required string Language { get; init; }
    public required string Section { get; init; }
    public required IReadOnlyList<string> Byline { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>What the later version is to readers, and what it says of itself.</summary>
    public VersionKind Kind { get; init; } = VersionKind.Update;

    public string? Note { get; init; }

    /// <summary>Of a correction: what was wrong and what is right.</summary>
    public Correction? Correction { get; init; }

    public required StoryDocument Text { get; init; }

    /// <summary>The text as it was first shown.</summary>
    public required StoryDocument First { get; init; }

    /// <summary>The picture above the text; its source is a file of the demonstration.</summary>
    public Figure? Lead { get; init; }

    public static DemonstrationStory Read(string file, DateTimeOffset now, TimeZoneInfo zone)
    {
        using var page = new HtmlParser().ParseDocument(System.IO.File.ReadAllText(file));
        var clock = new DemonstrationClock(now, zone);
        var told = DemonstrationText.Read(page.Body!);
        return new DemonstrationStory
        {
            File = Path.GetFileNameWithoutExtension(file),
            Headline = page.Title!,
            Deck = Meta(page, "description").Single(),
            Language = page.DocumentElement.GetAttribute("lang")!,
            Section = Meta(page, "section").Single(),
            Byline = [.. Meta(page, "author")],
            PublishedAt = Meta(page, "published").Select(clock.Past).Single(),
            UpdatedAt = Meta(page, "updated").Select(written => (DateTimeOffset?)clock.Past(written)).SingleOrDefault(),
            Kind = Meta(page, "kind").Select(Enum.Parse<VersionKind>).SingleOrDefault(VersionKind.Update),
            Note = Meta(page, "note").SingleOrDefault(),
            Correction = Meta(page, "wrong").SingleOrDefault() is { } wrong
                ? new Correction(wrong, Meta(page, "right").Single())
                : null,
            Lead = told.Lead,
            First = told.First,
            Text = told.Text,
        };
    }

    private static IEnumerable<string> Meta(IHtmlDocument page, string name) =>
        page.QuerySelectorAll($"meta[name={name}]").Select(meta => meta.GetAttribute("content")!);
}
