using Microsoft.EntityFrameworkCore;
using OnRecord.Attribution;
using OnRecord.Documents;
using OnRecord.Platform.Storage;
using OnRecord.Sources;
using OnRecord.Sources.Evidence;

namespace OnRecord.Stories.Ledger;

/// <summary>A story's ledger as readers would be shown it: what was accepted, and of some imports what is only proposed.</summary>
internal static class StoryLedger
{
    /// <summary>The entries of a story with their sources, within the caller's transaction or outside of any.</summary>
    public static async Task<LedgerOfStory> Of(OnRecordDb db, Guid story)
    {
        // What this transaction has added is not in the tables yet.
        await db.Set<LedgerEntry>().Where(row => row.StoryId == story).LoadAsync();
        var entries = db.Set<LedgerEntry>().Local.Where(row => row.StoryId == story).ToList();
        var ids = entries.SelectMany(row => new[] { row.SourceId, row.ViaId }).OfType<Guid>().ToHashSet();
        await db.Set<Source>().Where(row => ids.Contains(row.Id)).LoadAsync();
        var sources = db.Set<Source>().Local.Where(row => ids.Contains(row.Id));
        var own = entries.Select(row => (Guid?)row.Id).ToHashSet();
        await db.Set<SavedCopy>().Where(row => own.Contains(row.EntryId)).LoadAsync();
        var copies = db.Set<SavedCopy>().Local.Where(row => own.Contains(row.EntryId)).OrderBy(row => row.TakenAt);
        return new LedgerOfStory(
            entries,
            sources.ToDictionary(row => row.Id),
            copies.ToLookup(row => row.EntryId!.Value)
        );
    }

    /// <summary>The lines a draft holds. Their order is that of making; a version's is that of its text.</summary>
    public static async Task<ValueList<LedgerLine>> Lines(OnRecordDb db, Story story)
    {
        if (story.HidesSources || (await db.Newsroom()).HidesSources)
            return [];
        var ledger = await Of(db, story.Id);
        return ledger
            .Entries.OrderBy(row => row.Id)
            .Where(row =>
                row.State == LedgerState.Accepted || (row.State == LedgerState.Proposed && story.ShowsProposals)
            )
            .Select(row => Line(row, ledger))
            .OfType<LedgerLine>()
            .ToValueList();
    }

    private static LedgerLine? Line(LedgerEntry entry, LedgerOfStory ledger)
    {
        var source = ledger.Source(entry.SourceId);
        var shown = source?.Public() ?? Proposed(entry);
        if (shown.Name.Length == 0)
            return null;
        return new LedgerLine
        {
            Id = $"{entry.Id}",
            Source = shown,
            Form = entry.Form,
            Standing = entry.State == LedgerState.Proposed ? null : entry.Standing,
            Channel = entry.Channel,
            Via = ledger.Source(entry.ViaId)?.Public() ?? Outlet(entry.ProposedVia),
            SaidOn = entry.SaidOn,
            Sought = entry.Sought,
            Note = entry.Note,
            IsChecked = entry.State == LedgerState.Accepted,
            // A copy may say who somebody is.
            Evidence = shown.IsNamed ? ledger.Copies[entry.Id].Select(Shown).ToValueList() : [],
        };
    }

    private static LedgerEvidence Shown(SavedCopy copy) =>
        copy.IsPublic ? new(copy.Id, copy.Sha256, copy.TakenAt) : new(null, null, copy.TakenAt);

    private static LedgerSource Proposed(LedgerEntry entry) =>
        new()
        {
            Kind = entry.ProposedKind,
            Name = entry.ProposedName,
            Role = entry.ProposedRole,
            IsNamed = entry.ProposedIsNamed,
        };

    private static LedgerSource? Outlet(string? name) =>
        name is null
            ? null
            : new LedgerSource
            {
                Kind = SourceKind.Outlet,
                Name = name,
                IsNamed = true,
            };
}

/// <summary>A story's entries, whatever became of them, and what they refer to.</summary>
internal sealed record LedgerOfStory(
    IReadOnlyList<LedgerEntry> Entries,
    IReadOnlyDictionary<Guid, Source> Sources,
    ILookup<Guid, SavedCopy> Copies
)
{
    public Source? Source(Guid? id) => id is { } known ? Sources.GetValueOrDefault(known) : null;
}
