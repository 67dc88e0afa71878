using Microsoft.EntityFrameworkCore;
using OnRecord.Attribution;
using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.Platform.Storage;
using OnRecord.Sources;

namespace OnRecord.Stories.Ledger;

/// <summary>Fills a story's ledger with what the machine finds in its text, for a person to decide. Within the caller's transaction.</summary>
internal static class ProposeSources
{
    /// <returns>The new entries, each with the words that its mark belongs on. The text itself is not changed.</returns>
    public static async Task<IReadOnlyList<ProposedEntry>> Into(
        OnRecordDb db,
        Guid story,
        StoryDocument document,
        string language,
        Guid? by,
        DateTimeOffset now
    )
    {
        var text = DocumentText.Of(document);
        await Forget(db, story, document);
        var refused = await db.Set<LedgerEntry>()
            .Where(row => row.StoryId == story && row.State == LedgerState.Refused)
            .ToListAsync();
        var found = FindAttributions
            .In(text.Text, language)
            .Where(proposal => proposal.SourceName is not null && !IsTied(text, proposal))
            .Select(proposal => (Proposal: proposal, Entry: Entry(proposal, text.Text, story, by, now)))
            .Where(pair => !refused.Exists(row => IsSame(row, pair.Entry)))
            .ToList();
        await Recognise(db, [.. found.Select(pair => pair.Entry)]);
        db.Set<LedgerEntry>().AddRange(found.Select(pair => pair.Entry));
        return
        [
            .. found.Select(pair => new ProposedEntry(
                pair.Entry,
                [.. pair.Proposal.Content.SelectMany(span => text.Places(span.Start, span.End))]
            )),
        ];
    }

    /// <summary>The text with the marks of new entries.</summary>
    public static StoryDocument Mark(StoryDocument document, IEnumerable<ProposedEntry> proposed) =>
        DocumentText.Mark(
            document,
            proposed.SelectMany(one =>
                one.Places.Select(place => (place, (Mark)new Documents.Attribution($"{one.Entry.Id}")))
            )
        );

    // A proposal whose words are gone, and which nobody decided, was for another text.
    private static async Task Forget(OnRecordDb db, Guid story, StoryDocument document)
    {
        var shown = MarkedPassages.Of(document).Select(passage => passage.Key).ToHashSet();
        var proposed = await db.Set<LedgerEntry>()
            .Where(row => row.StoryId == story && row.State == LedgerState.Proposed)
            .ToListAsync();
        db.Set<LedgerEntry>().RemoveRange(proposed.Where(row => !shown.Contains($"{row.Id}")));
    }

    // Words that somebody has tied to a source already, at least for half.
    private static bool IsTied(DocumentText text, Proposal proposal)
    {
        var (all, tied) = (0, 0);
        foreach (var span in proposal.Content)
        {
            all += span.Length;
            tied += text
                .Attributed.Where(words => words.Start < span.End && span.Start < words.End)
                .Sum(words => Math.Min(words.End, span.End) - Math.Max(words.Start, span.Start));
        }
        return 2 * tied >= all;
    }

    private static bool IsSame(LedgerEntry refused, LedgerEntry found) =>
        refused.Words == found.Words && refused.ProposedName == found.ProposedName;

    private static LedgerEntry Entry(Proposal proposal, string text, Guid story, Guid? by, DateTimeOffset now)
    {
        var words = string.Join(' ', proposal.Content.Select(span => text[span.Start..span.End]));
        return new LedgerEntry
        {
            Id = Guid.CreateVersion7(now),
            StoryId = story,
            ProposedName = Short(proposal.SourceName!, 300),
            ProposedKind = proposal.Kind,
            ProposedIsNamed = proposal.Standing == Attribution.Standing.Named,
            ProposedRole = proposal.Role is { } role ? Short(role, 300) : null,
            ProposedVia = proposal.Via is { } via ? Short(via.Name, 300) : null,
            Words = Short(words, LedgerEntry.LongestWords),
            Form = proposal.Form,
            Channel = ChannelOf(proposal),
            Sought = proposal.Form == Form.Refusal ? CommentSought.Declined : CommentSought.No,
            CreatedAt = now,
            CreatedBy = by,
        };
    }

    private static Channel? ChannelOf(Proposal proposal) =>
        proposal.Via is not null || proposal.Kind == SourceKind.Outlet ? Channel.Outlet
        : proposal.Kind is SourceKind.Document or SourceKind.DataSet ? Channel.Document
        : proposal.Kind == SourceKind.Post ? Channel.PublicStatement
        : null;

    // Whoever is known by exactly this name is proposed as that source.
    private static async Task Recognise(OnRecordDb db, IReadOnlyList<LedgerEntry> entries)
    {
        var names = entries
            .SelectMany(row => new[] { row.ProposedIsNamed ? row.ProposedName : null, row.ProposedVia })
            .OfType<string>()
            .Select(name => SearchFold.Of(name))
            .ToHashSet();
        var known = (
            await db.Set<Source>()
                .Where(row => row.IsNamed && row.MergedIntoId == null && names.Contains(row.Search))
                .OrderBy(row => row.Id)
                .ToListAsync()
        ).ToLookup(row => row.Search);
        foreach (var entry in entries)
        {
            if (entry.ProposedIsNamed)
                entry.SourceId = known[SearchFold.Of(entry.ProposedName)].FirstOrDefault()?.Id;
            if (entry.ProposedVia is { } via)
                entry.ViaId = known[SearchFold.Of(via)].FirstOrDefault(row => row.Kind == SourceKind.Outlet)?.Id;
        }
    }

    private static string Short(string words, int longest) =>
        words.Length <= longest ? words : $"{words[..(longest - 1)].TrimEnd()}…";
}

/// <summary>A new entry and where its words stand.</summary>
internal sealed record ProposedEntry(LedgerEntry Entry, IReadOnlyList<PlaceInLine> Places);
