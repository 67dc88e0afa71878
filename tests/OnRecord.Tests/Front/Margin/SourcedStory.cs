using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using OnRecord.Attribution;
using OnRecord.Documents;
using OnRecord.Sources;
using OnRecord.Stories;

namespace OnRecord.Tests.Front.Margin;

/// <summary>Published stories whose words are tied to sources, written as <c>[a|the words]</c>.</summary>
internal static partial class SourcedStory
{
    public static readonly Guid Ada = new("0195a000-0000-7000-8000-000000000001");
    public static readonly Guid Notes = new("0195a000-0000-7000-8000-000000000002");
    public static readonly Guid Copy = new("0195a000-0000-7000-8000-000000000003");

    /// <summary>The story of the dam: named, a document, not named, through an outlet, declined.</summary>
    public static readonly string[] Dam =
    [
        "The board told residents that the dam was sound. [ada|“There is no scenario in which it goes this winter,”] said Ada Lindqvist.",
        "The notes say otherwise. [notes|They grade the spillway “poor”]. No test has been booked.",
        "[two|Two people who work at the site said they were told to be silent]. [board|The board declined to comment].",
        "In January, [courier|the Valley Courier reported that the insurance had lapsed]. [again|“It stands,”] Ms Lindqvist said. [again|“It will stand.”]",
    ];

    public static readonly LedgerSource Lindqvist = new()
    {
        Id = Ada,
        Kind = SourceKind.Person,
        Name = "Ada Lindqvist",
        Role = "chair",
        Affiliation = "Lowland water board",
        IsNamed = true,
    };

    public static LedgerLine[] DamLines { get; } =
    [
        Line("ada", Lindqvist) with
        {
            Standing = SourceStanding.OnRecord,
            Channel = Channel.PublicStatement,
            SaidOn = new DateOnly(2026, 3, 13),
            Note = "Public meeting, recorded by the Ledger",
        },
        Line(
            "notes",
            Named(SourceKind.Document, "Inspection notes", Notes, "https://example.org/notes"),
            Form.Indirect
        ) with
        {
            Standing = SourceStanding.OnRecord,
            Channel = Channel.Document,
            Evidence = [new LedgerEvidence(Copy, new string('a', 64), At(3, 13))],
        },
        Line("two", Unnamed("Two people who work at the site", NotNamedReason.CouldLoseJob), Form.Indirect) with
        {
            Standing = SourceStanding.NotNamed,
            Channel = Channel.SaidToUs,
        },
        Line("board", Named(SourceKind.Organisation, "Lowland water board"), Form.Refusal) with
        {
            Sought = CommentSought.Declined,
        },
        Line("courier", Named(SourceKind.Outlet, "Valley Courier"), Form.Indirect) with
        {
            Channel = Channel.Outlet,
            SaidOn = new DateOnly(2025, 1, 19),
            Evidence = [new LedgerEvidence(null, null, At(3, 12))],
        },
        Line("again", Lindqvist) with
        {
            Standing = SourceStanding.OnRecord,
            Channel = Channel.SaidToUs,
            Sought = CommentSought.Answered,
        },
    ];

    public static LedgerLine Line(string id, LedgerSource source, Form form = Form.Direct) =>
        new()
        {
            Id = id,
            Source = source,
            Form = form,
            IsChecked = true,
        };

    public static LedgerSource Named(SourceKind kind, string name, Guid? id = null, string? address = null) =>
        new()
        {
            Id = id,
            Kind = kind,
            Name = name,
            Address = address,
            IsNamed = true,
        };

    public static LedgerSource Unnamed(string name, NotNamedReason? reason) =>
        new()
        {
            Kind = SourceKind.Group,
            Name = name,
            IsNamed = false,
            Reason = reason,
        };

    public static StoryContent Content(string[] paragraphs, LedgerLine[] lines, string language = "en") =>
        new()
        {
            Headline = "County says the dam will hold",
            Language = language,
            Text = new StoryDocument(paragraphs.Select(Paragraph).ToValueList()),
            Ledger = lines.ToValueList(),
        };

    public static Task<Story> Publish(this OnRecordApp app, StoryContent content) =>
        app.InDatabase(async db =>
        {
            var now = app.Clock.GetUtcNow();
            var story = new Story
            {
                Id = Guid.CreateVersion7(now),
                CreatedAt = now,
                Draft = content,
            };
            await db.Transact(async () =>
            {
                db.Stories.Add(story);
                await PublishStory.Into(db, story, now, null);
                // The ledger's lines name sources by the ids that a newsroom would have given them.
                foreach (var made in db.ChangeTracker.Entries<StorySource>().ToList())
                    db.Remove(made.Entity);
            });
            return story;
        });

    public static async Task<(OnRecordApp App, Story Story)> PublishDam()
    {
        var app = await OnRecordApp.Start();
        return (app, await app.Publish(Content(Dam, DamLines)));
    }

    public static async Task<IHtmlDocument> Parsed(this OnRecordApp app, string path) =>
        new HtmlParser().ParseDocument(await app.Page(path));

    /// <summary>Its words with each run of spaces as one.</summary>
    public static string Said(this AngleSharp.Dom.INode node) => Spaces().Replace(node.TextContent, " ").Trim();

    private static DateTimeOffset At(int month, int day) => new(2026, month, day, 10, 0, 0, TimeSpan.Zero);

    private static Block Paragraph(string written)
    {
        var line = new List<Inline>();
        foreach (Match piece in Piece().Matches(written))
            line.Add(
                piece.Groups["id"].Success
                    ? new Text(piece.Groups["words"].Value)
                    {
                        Marks = [new Documents.Attribution(piece.Groups["id"].Value)],
                    }
                    : new Text(piece.Value)
            );
        return new Paragraph(line.ToValueList());
    }

    [GeneratedRegex(@"\[(?<id>[^|\]]+)\|(?<words>[^\]]+)\]|[^\[]+")]
    private static partial Regex Piece();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
