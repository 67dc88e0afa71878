using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.Desk.Writing;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Sources;
using OnRecord.Stories;
using OnRecord.Stories.Ledger;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Ledger;

/// <summary>Reads a story's ledger for the desk.</summary>
internal static class ReadLedger
{
    public static async Task<LedgerView> Of(OnRecordDb db, Story story, SignedIn who, Checklist? checklist = null)
    {
        var ledger = await StoryLedger.Of(db, story.Id);
        var approvals = await db.Set<UnnamedApproval>()
            .Where(row => row.StoryId == story.Id)
            .AsNoTracking()
            .ToListAsync();
        var names = await Draft.Names(db);
        var newsroom = await db.Newsroom();
        var sees = who.May(Permission.ReviewLaw) || StoryMoves.MayWrite(story, who, await WhoWrites.Is(db, story, who));
        return new LedgerView
        {
            Entries =
            [
                .. ledger.Entries.OrderBy(row => row.Id).Select(row => View(row, ledger, approvals, names, who, sees)),
            ],
            IsShown = !story.HidesSources && !newsroom.HidesSources,
            ShowsProposals = story.ShowsProposals,
            State = $"{story.State}",
            Checks = checklist is null ? [] : await KeepWords.Checks(checklist, story, db, who.Language),
        };
    }

    public static LedgerSourceView View(Source source) =>
        new()
        {
            Id = source.Id,
            Kind = $"{source.Kind}",
            Name = source.Name,
            Role = source.Role,
            Affiliation = source.Affiliation,
            Address = source.Address,
            IsNamed = source.IsNamed,
            Reason = source.Reason is { } reason ? $"{reason}" : null,
        };

    private static LedgerEntryView View(
        LedgerEntry entry,
        LedgerOfStory ledger,
        IReadOnlyList<UnnamedApproval> approvals,
        IReadOnlyDictionary<Guid, string> names,
        SignedIn who,
        bool seesUnnamed
    )
    {
        var source = ledger.Source(entry.SourceId);
        var approval = source is { IsNamed: false }
            ? approvals.FirstOrDefault(row => row.SourceId == source.Id && row.Reason == source.Reason)
            : null;
        return new LedgerEntryView
        {
            Id = entry.Id,
            State = $"{entry.State}",
            Words = entry.Words,
            Source = source is null ? Proposed(entry) : View(source),
            Form = $"{entry.Form}",
            Standing = entry.Standing is { } standing ? $"{standing}" : null,
            Channel = entry.Channel is { } channel ? $"{channel}" : null,
            Via =
                ledger.Source(entry.ViaId) is { } via ? View(via)
                : entry.ProposedVia is { } name
                    ? new LedgerSourceView
                    {
                        Kind = "Outlet",
                        Name = name,
                        IsNamed = true,
                    }
                : null,
            SaidOn = entry.SaidOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Sought = $"{entry.Sought}",
            Note = entry.Note,
            ApprovedBy = approval is null ? null : Draft.NameOf(names, approval.StaffId),
            MayApprove =
                source is { IsNamed: false, Reason: not null }
                && approval is null
                && entry.State == LedgerState.Accepted
                && who.May(Permission.EditStories)
                && !ledger.Entries.Any(row => row.SourceId == source.Id && row.DecidedBy == who.Id),
            // A copy may say who somebody is; Desk/Sources/Evidence asks who may see it.
            Copies =
                source is { IsNamed: false } && !seesUnnamed
                    ? []
                    :
                    [
                        .. ledger
                            .Copies[entry.Id]
                            .Select(copy => new CopyView(copy.Id, copy.Title, copy.TakenAt, copy.IsPublic)),
                    ],
        };
    }

    private static LedgerSourceView Proposed(LedgerEntry entry) =>
        new()
        {
            Kind = $"{entry.ProposedKind}",
            Name = entry.ProposedName,
            Role = entry.ProposedRole,
            IsNamed = entry.ProposedIsNamed,
        };
}
