using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Sources;
using OnRecord.Stories;
using OnRecord.Stories.Ledger;

namespace OnRecord.Desk.Sources;

/// <summary>Every statement of a source, the newest first, with its story.</summary>
internal static class ReadStatements
{
    public const int PageLength = 50;

    /// <param name="page">Counted from 1.</param>
    /// <returns>The page's statements, and how many there are.</returns>
    public static async Task<(IReadOnlyList<StatementView> Statements, int Total)> Of(
        OnRecordDb db,
        Guid source,
        int page,
        Words words
    )
    {
        // All keys, in the order of days: of the source that is quoted most they are some ten thousand narrow rows.
        var keys = await db.Set<LedgerEntry>()
            .Where(row => (row.SourceId == source || row.ViaId == source) && row.State != LedgerState.Refused)
            .Select(row => new
            {
                row.Id,
                row.SaidOn,
                row.CreatedAt,
            })
            .ToListAsync();
        var ids = keys.OrderByDescending(row => row.SaidOn ?? DateOnly.FromDateTime(row.CreatedAt.UtcDateTime))
            .ThenByDescending(row => row.Id)
            .Skip((page - 1) * PageLength)
            .Take(PageLength)
            .Select(row => row.Id)
            .ToList();
        return (await Read(db, source, ids, words), keys.Count);
    }

    private static async Task<IReadOnlyList<StatementView>> Read(
        OnRecordDb db,
        Guid source,
        List<Guid> ids,
        Words words
    )
    {
        var entries = await db.Set<LedgerEntry>().Where(row => ids.Contains(row.Id)).AsNoTracking().ToListAsync();
        var storyIds = entries.Select(row => row.StoryId).ToHashSet();
        var stories = await db.Set<Story>()
            .Where(row => storyIds.Contains(row.Id))
            .Select(row => new StoryOfStatement(row.Id, row.Draft.Headline, row.Draft.Language, row.State))
            .ToDictionaryAsync(row => row.Id);
        var shown = (
            await db.Set<ShownStatement>()
                .Where(row => storyIds.Contains(row.StoryId) && ids.Contains(row.EntryId))
                .Select(row => row.EntryId)
                .ToListAsync()
        ).ToHashSet();
        var others = entries.SelectMany(row => new[] { row.SourceId, row.ViaId }).OfType<Guid>().ToHashSet();
        var names = await db.Set<Source>()
            .Where(row => others.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Name);
        return
        [
            .. ids.Select(id => entries.Find(row => row.Id == id))
                .OfType<LedgerEntry>()
                .Select(row => View(row, source, stories[row.StoryId], shown.Contains(row.Id), names, words)),
        ];
    }

    private static StatementView View(
        LedgerEntry row,
        Guid source,
        StoryOfStatement story,
        bool isShown,
        Dictionary<Guid, string> names,
        Words words
    ) =>
        new()
        {
            Words = row.Words,
            Language = story.Language,
            Form = $"{row.Form}",
            Standing = row.Standing is { } standing ? $"{standing}" : null,
            Channel = row.Channel is { } channel ? $"{channel}" : null,
            Via = row.ViaId is { } via && via != source ? names.GetValueOrDefault(via) : null,
            SaidBy =
                row.SourceId == source ? null
                : row.SourceId is { } speaker ? names.GetValueOrDefault(speaker)
                : row.ProposedName,
            On = row.SaidOn is { } day ? SourceDays.Day(words, day) : null,
            Sought = $"{row.Sought}",
            Note = row.Note,
            Link = $"/desk/stories/{story.Id}/sources#said-{row.Id}",
            Headline = story.Headline,
            StoryState = $"State.{story.State}",
            IsProposed = row.State == LedgerState.Proposed,
            IsShown = isShown,
        };

    private sealed record StoryOfStatement(Guid Id, string Headline, string Language, StoryState State);
}
