using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Sources;
using OnRecord.Sources.Evidence;
using OnRecord.Stories;

namespace OnRecord.Front.StoryPages;

/// <summary>A saved copy as readers may open it: only one that is public and that a story before them shows.</summary>
internal static class ShowEvidence
{
    public static async Task<IResult> Get(
        Guid id,
        OnRecordDb db,
        EvidenceFolder folder,
        Shell shell,
        PageRenderer pages
    )
    {
        if (await Find(id, db) is not { } found)
            return Results.NotFound();
        // What others wrote is nothing for search engines to find here: no canonical address, so not indexed.
        var (view, newsroom) = await shell.Around(found.Copy.Title, null, null);
        return await pages.Page<EvidencePage>(
            new EvidenceView
            {
                Shell = view,
                Id = id,
                Title = found.Copy.Title,
                WasFetched = found.Copy.Kind == SavedCopyKind.Fetched,
                Address = found.Copy.Address,
                Source = found.Line.Source.Name,
                Headline = found.Headline,
                HeadlineLanguage = found.Language,
                Path = PublicAddress.Encode(found.Path),
                TakenAt = newsroom.Local(found.Copy.TakenAt),
                MediaType = found.Copy.MediaType,
                Length = found.Copy.Length,
                Sha256 = found.Copy.Sha256,
                Text = await ServeCopy.Text(found.Copy, folder),
            }
        );
    }

    public static async Task<IResult> File(Guid id, HttpContext http, OnRecordDb db, EvidenceFolder folder) =>
        await Find(id, db) is { } found ? ServeCopy.Bytes(found.Copy, http, folder) : Results.NotFound();

    public static async Task<IResult> Warc(Guid id, HttpContext http, OnRecordDb db, EvidenceFolder folder) =>
        await Find(id, db) is { } found ? ServeCopy.Warc(found.Copy, http, folder) : Results.NotFound();

    private static async Task<Found?> Find(Guid id, OnRecordDb db)
    {
        var row = await db.Set<SavedCopy>()
            .Where(copy => copy.Id == id && copy.IsPublic)
            .Join(db.Set<LedgerEntry>(), copy => copy.EntryId, entry => entry.Id, (copy, entry) => new { copy, entry })
            // Somebody who is not named any more is protected at once, whatever the live version still shows.
            .Where(pair => db.Set<Source>().Any(source => source.Id == pair.entry.SourceId && source.IsNamed))
            .Join(
                db.Set<Story>(),
                pair => pair.entry.StoryId,
                story => story.Id,
                (pair, story) => new { pair.copy, story }
            )
            .AsNoTracking()
            .FirstOrDefaultAsync();
        if (row is not { story: { HidesSources: false, Path: { } path } story } || (await db.Newsroom()).HidesSources)
            return null;
        var live = await db.Set<StoryVersion>()
            .AsNoTracking()
            .FirstOrDefaultAsync(version => version.Id == story.LiveVersionId);
        var line = live?.Content.Ledger.FirstOrDefault(line => line.Evidence.Any(evidence => evidence.Id == id));
        return line is null ? null : new Found(row.copy, line, live!.Content.Headline, live.Content.Language, path);
    }

    private sealed record Found(SavedCopy Copy, LedgerLine Line, string Headline, string Language, string Path);
}

/// <summary>A saved copy: what it is, when it was taken, from where, and how to check it.</summary>
public sealed record EvidenceView
{
    public required ShellView Shell { get; init; }
    public required Guid Id { get; init; }
    public required string Title { get; init; }

    /// <summary>From its address; otherwise somebody brought it.</summary>
    public required bool WasFetched { get; init; }

    public string? Address { get; init; }
    public required string Source { get; init; }
    public required string Headline { get; init; }
    public required string HeadlineLanguage { get; init; }

    /// <summary>The story's.</summary>
    public required string Path { get; init; }

    /// <summary>On the newsroom's clock.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    public required string MediaType { get; init; }
    public required long Length { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>Null where none could be read in it.</summary>
    public string? Text { get; init; }
}
