using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using OnRecord.Documents;

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
    public required StoryDocument Text { get; init; }

    /// <summary>The picture above the text; its source is a file of the demonstration.</summary>
    public Figure? Lead { get; init; }

    public static DemonstrationStory Read(string file, DateTimeOffset now, TimeZoneInfo zone)
    {
        using var page = new HtmlParser().ParseDocument(System.IO.File.ReadAllText(file));
        var lead = page.Body!.FirstElementChild is { LocalName: "figure" } figure ? figure : null;
        lead?.Remove();
        return new DemonstrationStory
        {
            File = Path.GetFileNameWithoutExtension(file),
            Headline = page.Title!,
            Deck = Meta(page, "description").Single(),
            Language = page.DocumentElement.GetAttribute("lang")!,
            Section = Meta(page, "section").Single(),
            Byline = [.. Meta(page, "author")],
            PublishedAt = Meta(page, "published").Select(written => Moment(written, now, zone)).Single(),
            UpdatedAt = Meta(page, "updated")
                .Select(written => (DateTimeOffset?)Moment(written, now, zone))
                .SingleOrDefault(),
            Lead = lead is null ? null : (Figure)HtmlReader.Read($"<div>{lead.OuterHtml}</div>", Base).Blocks[0],
            Text = HtmlReader.Read(page.Body, Base),
        };
    }

    /// <summary>Pictures are named relative to this address, which is never asked.</summary>
    public static Uri Base { get; } = new("https://demonstration.invalid/");

    private static IEnumerable<string> Meta(IHtmlDocument page, string name) =>
        page.QuerySelectorAll($"meta[name={name}]").Select(meta => meta.GetAttribute("content")!);

    // "-3 09:12": three days before today, at 09:12 by the newsroom's clock; a moment still to come is taken a day earlier.
    private static DateTimeOffset Moment(string written, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (days, time) = (written.Split(' ')[0], written.Split(' ')[1]);
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        var local = today
            .AddDays(int.Parse(days, CultureInfo.InvariantCulture))
            .Add(TimeSpan.Parse(time, CultureInfo.InvariantCulture));
        var moment = new DateTimeOffset(local, zone.GetUtcOffset(local));
        return (moment > now ? moment.AddDays(-1) : moment).ToUniversalTime();
    }
}
