using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Feeds;

/// <summary>A story as it is read elsewhere: what had to be put right, the picture, the text, and the ways back to its sources and its record.</summary>
internal sealed record StoryInFull
{
    public required StoryContent Content { get; init; }

    /// <summary>Encoded.</summary>
    public required string Path { get; init; }

    /// <summary>Corrections, clarifications and a retraction, newest first.</summary>
    public required IReadOnlyList<FeedNotice> Notices { get; init; }

    /// <summary>Whether readers are shown where its statements come from.</summary>
    public required bool ShowsSources { get; init; }

    /// <summary>From an instant to the newsroom's clock.</summary>
    public required Func<DateTimeOffset, DateTimeOffset> Clock { get; init; }

    private Words Words => FeedText.Words(Content.Language);

    // Our words are in English beside a text in a language we have not.
    private ValueList<Mark> Ours =>
        Content.Language.Split('-')[0] == Words.Language ? [] : [new Language(Words.Language)];

    public string Html(PublicAddress address)
    {
        var page = new Uri(address.Of(Path));
        var text = new StoryDocument([
            .. Notices.Select(Notice),
            .. Lead(),
            .. Content.Text.Blocks,
            new Divider(),
            new Paragraph(WaysBack()),
        ]);
        return HtmlWriter.Write(
            text,
            new HtmlOptions
            {
                Page = page,
                Pictures = source => Picture(source, address),
                // Notes in the margin have no place in a feed; the words stand as they are.
                Passages = _ => null,
                TableLabel = Words["Table"],
                WatchLabel = host => Words.With("WatchOn", host),
                ChartLabel = host => Words.With("ChartOn", host),
                DataLabel = Words["Data"],
            }
        );
    }

    private Quote Notice(FeedNotice notice)
    {
        var blocks = new List<Block>
        {
            new Paragraph([
                new Text(Words[$"Notice.{notice.Kind}"]) { Marks = [.. Ours, new Strong()] },
                new Text($" · {Words.Moment(Clock(notice.At))}") { Marks = Ours },
            ]),
        };
        if (notice.Note.Length > 0)
            blocks.Add(new Paragraph([new Text(notice.Note)]));
        if (notice.Wrong is { } wrong)
            blocks.Add(Labelled("WhatWasWrong", wrong));
        if (notice.Right is { } right)
            blocks.Add(Labelled("WhatIsRight", right));
        return new Quote(blocks.ToValueList());
    }

    private Paragraph Labelled(string key, string words) =>
        new([new Text(Words[key]) { Marks = [.. Ours, new Strong()] }, new Text($" {words}")]);

    private IEnumerable<Block> Lead() =>
        Content.Lead is { Sha256: { } sha256 } lead
            ?
            [
                new Figure(
                    $"{new LibrarySource(sha256, lead.Width, lead.Height)}",
                    lead.Alt,
                    lead.Caption is { } caption ? [new Text(caption)] : [],
                    lead.Credit
                ),
            ]
            : [];

    private ValueList<Inline> WaysBack()
    {
        List<Inline> line = [];
        if (ShowsSources)
            line.AddRange([Way("WaySources", "/sources"), new Text(" · ")]);
        line.AddRange([Way("WayVersions", "/versions"), new Text(" · "), Way("WayCheck", "/check")]);
        return line.ToValueList();
    }

    private Text Way(string key, string below) => new(Words[key]) { Marks = [.. Ours, new Link($"{Path}{below}")] };

    // One picture by its whole address: few readers of feeds know what to do with several.
    private static PictureRendering? Picture(string source, PublicAddress address)
    {
        if (LibrarySource.Read(source) is not { } picture)
            return null;
        var (sha256, width, height) = (picture.Sha256, picture.Width, picture.Height);
        var shown = RenditionSizes.Rendering(sha256, width, height, "");
        return new PictureRendering(address.Of(shown.Address), width, height, "", []);
    }
}

/// <summary>What a story had to put right.</summary>
internal sealed record FeedNotice(VersionKind Kind, DateTimeOffset At, string Note, string? Wrong, string? Right);
