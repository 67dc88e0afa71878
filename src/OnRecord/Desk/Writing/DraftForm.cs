using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Writing;

/// <summary>What the editor sends when it saves.</summary>
/// <param name="Base">The revision these words were written on.</param>
/// <param name="Tab">The window they come from.</param>
public sealed record DraftForm(int Base, string Tab, DraftContent Content);

/// <summary>A story's content as the editor holds it.</summary>
public sealed partial record DraftContent
{
    private const int MaximumLine = 1000;

    public string? Headline { get; init; }
    public string? Deck { get; init; }
    public string? Language { get; init; }
    public Guid? SectionId { get; init; }
    public IReadOnlyList<string>? Byline { get; init; }
    public IReadOnlyList<string>? Topics { get; init; }
    public DraftLead? Lead { get; init; }
    public JsonElement Text { get; init; }

    internal static DraftContent Of(StoryContent content) =>
        new()
        {
            Headline = content.Headline,
            Deck = content.Deck,
            Language = content.Language,
            SectionId = content.SectionId,
            Byline = [.. content.Byline],
            Topics = [.. content.Topics],
            Lead = content.Lead is { } lead ? DraftLead.Of(lead) : null,
            Text = JsonSerializer.SerializeToElement(ProseMirrorWriter.WriteNode(content.Text)),
        };

    internal async Task<Outcome<StoryContent>> Read(OnRecordDb db)
    {
        if (Headline?.Length > MaximumLine || Deck?.Length > MaximumLine)
            return Problem.With(
                "headline",
                "Headline and deck may have {0} characters each. Make them shorter.",
                MaximumLine
            );
        if (Language is null || !LanguageTag().IsMatch(Language))
            return new Problem("language", "Choose the language the story is written in.");
        if (SectionId is { } section && !await db.Set<Section>().AnyAsync(row => row.Id == section))
            return new Problem("section", "That section is no longer there. Choose another.");
        try
        {
            return new StoryContent
            {
                Headline = Line(Headline),
                Deck = Line(Deck) is { Length: > 0 } deck ? deck : null,
                Language = Language,
                SectionId = SectionId,
                Byline = Names(Byline),
                Topics = Names(Topics),
                Lead = Lead is null ? null : await Lead.Read(db),
                Text = ProseMirrorReader.Read(Text),
            };
        }
        catch (DocumentFormatException fault)
        {
            return new Problem("text", fault.Message);
        }
    }

    private static string Line(string? text) => (text ?? "").ReplaceLineEndings(" ").Trim();

    private static ValueList<string> Names(IReadOnlyList<string>? names) =>
        (names ?? [])
            .Select(Line)
            .Where(name => name.Length is > 0 and <= 200)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(50)
            .ToValueList();

    // RFC 5646, 2.1, in outline.
    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,7}$")]
    private static partial Regex LanguageTag();
}

/// <summary>The picture above a story as the editor holds it.</summary>
public sealed record DraftLead
{
    public string? Sha256 { get; init; }
    public int Width { get; init; }
    public int Height { get; init; }
    public string? Alt { get; init; }
    public string? Caption { get; init; }
    public string? Credit { get; init; }
    public int? FocusX { get; init; }
    public int? FocusY { get; init; }

    internal static DraftLead Of(LeadPicture lead) =>
        new()
        {
            Sha256 = lead.Sha256,
            Width = lead.Width,
            Height = lead.Height,
            Alt = lead.Alt,
            Caption = lead.Caption,
            Credit = lead.Credit,
            FocusX = lead.FocusX,
            FocusY = lead.FocusY,
        };

    // Size and existence are the library's to say, not a browser's.
    internal async Task<LeadPicture> Read(OnRecordDb db)
    {
        var picture = Sha256 is null
            ? null
            : await db.Set<Picture>().AsNoTracking().FirstOrDefaultAsync(row => row.Sha256 == Sha256);
        return new LeadPicture(
            picture?.Sha256,
            picture?.Width ?? 0,
            picture?.Height ?? 0,
            (Alt ?? "").Trim(),
            Said(Caption),
            Said(Credit),
            Percent(FocusX),
            Percent(FocusY)
        );
    }

    private static string? Said(string? words) => words?.Trim() is { Length: > 0 } said ? said : null;

    private static int? Percent(int? value) => value is { } percent ? Math.Clamp(percent, 0, 100) : null;
}
