using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Commands.Exports;

/// <summary>Writes one story: what it is, and every version as JSON, HTML and text with its ledger.</summary>
internal sealed class ExportStory(
    OnRecordDb db,
    PublicAddress address,
    ExportPictures pictures,
    IReadOnlyDictionary<Guid, string> sections,
    bool hidesSources
)
{
    // From versions/ of a story to the folder of the export.
    private const string Up = "../../../../../";

    /// <returns>How many versions it has.</returns>
    public async Task<int> Write(Story story, string folder, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.Combine(folder, "versions"));
        var lines = new List<ExportedVersionLine>();
        StoryContent? live = null;
        // One at a time: a story may have many, and PostgreSQL answers one question after the other.
        var versions = await db.Set<StoryVersion>()
            .Where(row => row.StoryId == story.Id)
            .OrderBy(row => row.Number)
            .Select(row => row.Id)
            .ToListAsync(stop);
        foreach (var id in versions)
        {
            var version = await db.Set<StoryVersion>().AsNoTracking().SingleAsync(row => row.Id == id, stop);
            // What was said before may be the very thing that had to go.
            var withheld = version.ErasedAt is not null || (story.TakenDownAt is not null && !version.IsNotice);
            lines.Add(
                new ExportedVersionLine(
                    version.Number,
                    version.Kind,
                    version.At,
                    withheld || version.Note.Length == 0 ? null : version.Note,
                    version.IsQuiet,
                    withheld,
                    !withheld && version is { Wrong: { } wrong, Right: { } right, Since: { } since }
                        ? new ExportedCorrection(wrong, right, since)
                        : null
                )
            );
            if (version.Id == story.LiveVersionId)
                live = version.Content;
            if (!withheld)
                await Write(version, hidesSources || story.HidesSources, Path.Combine(folder, "versions"), stop);
        }
        await ExportJson.Write(
            Path.Combine(folder, "story.json"),
            new ExportedStory
            {
                Path = story.Path!,
                Address = address.Of(story.Path!),
                FormerPaths = await db.Set<StoryAddress>()
                    .Where(row => row.StoryId == story.Id && row.Path != story.Path)
                    .Select(row => row.Path)
                    .OrderBy(path => path)
                    .ToListAsync(stop),
                Headline = live!.Headline,
                Language = live.Language,
                Section = SectionOf(live),
                PublishedAt = story.PublishedAt,
                UpdatedAt = story.UpdatedAt,
                RetractedAt = story.RetractedAt,
                TakenDownAt = story.TakenDownAt,
                Versions = lines,
            },
            stop
        );
        return lines.Count;
    }

    private async Task Write(StoryVersion version, bool hides, string folder, CancellationToken stop)
    {
        var content = hides ? PublicLedger.Without(version.Content) : version.Content;
        var stem = Path.Combine(folder, $"{version.Number}");
        await ExportJson.Write(
            $"{stem}.json",
            new ExportedVersion
            {
                Number = version.Number,
                Kind = version.Kind,
                At = version.At,
                Note = version.Note.Length == 0 ? null : version.Note,
                Headline = content.Headline,
                Deck = content.Deck,
                Language = content.Language,
                Section = SectionOf(content),
                Byline = [.. content.Byline],
                Topics = [.. content.Topics],
                Lead = content.Lead is { Sha256: { } sha256 } lead
                    ? new ExportedLead(ExportPictures.File(sha256), lead.Alt, lead.Caption, lead.Credit)
                    : null,
                Text = ProseMirrorWriter.WriteNode(content.Text),
            },
            stop
        );
        if (!hides)
            await ExportJson.Write($"{stem}.ledger.json", PublicLedger.Of(content), stop);
        await File.WriteAllTextAsync($"{stem}.html", Html(content), stop);
        await File.WriteAllTextAsync($"{stem}.txt", Plain(content), stop);
        await pictures.Write(content, stop);
    }

    private string? SectionOf(StoryContent content) =>
        content.SectionId is { } id ? sections.GetValueOrDefault(id) : null;

    private static string Plain(StoryContent content) =>
        string.Join(
            "\n\n",
            new[]
            {
                content.Headline,
                content.Deck ?? "",
                string.Join(", ", content.Byline),
                PlainText.Of(content.Text),
            }.Where(part => part.Length > 0)
        ) + "\n";

    private static string Html(StoryContent content)
    {
        var page = new StringBuilder();
        var (language, headline) = (WebUtility.HtmlEncode(content.Language), WebUtility.HtmlEncode(content.Headline));
        page.Append(
            CultureInfo.InvariantCulture,
            $"<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n"
        );
        page.Append(CultureInfo.InvariantCulture, $"<title>{headline}</title>\n</head>\n<body>\n<h1>{headline}</h1>\n");
        if (content.Deck is { Length: > 0 } deck)
            page.Append(CultureInfo.InvariantCulture, $"<p>{WebUtility.HtmlEncode(deck)}</p>\n");
        if (content.Byline.Count > 0)
            page.Append(
                CultureInfo.InvariantCulture,
                $"<p>{WebUtility.HtmlEncode(string.Join(", ", content.Byline))}</p>\n"
            );
        if (content.Lead is { Sha256: { } sha256 } lead)
            page.Append(
                CultureInfo.InvariantCulture,
                $"<figure><img src=\"{Up}{ExportPictures.File(sha256)}\" alt=\"{WebUtility.HtmlEncode(lead.Alt)}\"><figcaption>{WebUtility.HtmlEncode($"{lead.Caption} {lead.Credit}".Trim())}</figcaption></figure>\n"
            );
        page.Append(HtmlWriter.Write(content.Text, new HtmlOptions { Pictures = Picture }));
        return page.Append("\n</body>\n</html>\n").ToString();
    }

    private static PictureRendering? Picture(string source) =>
        LibrarySource.Read(source) is { } picture
            ? new PictureRendering($"{Up}{ExportPictures.File(picture.Sha256)}", picture.Width, picture.Height, "", [])
            : null;
}
