using System.Resources;
using Microsoft.EntityFrameworkCore;
using OnRecord.Attribution;
using OnRecord.Documents;
using OnRecord.Platform.Pages;
using OnRecord.Sources;
using OnRecord.Stories.Workflow;

namespace OnRecord.Stories.Ledger;

/// <summary>What of a story's sources still hangs in the air.</summary>
internal static class LedgerChecks
{
    // A word or two in quotation marks are a name or irony, seldom a statement.
    private const int FewestWords = 4;
    private const int FewestStatements = 3;

    private static readonly ResourceManager Strings = new(
        "OnRecord.Stories.Ledger.LedgerCheckWords",
        typeof(LedgerChecks).Assembly
    );

    public static Words Words(string language) => new(Strings, language);

    public static async Task<IReadOnlyList<Finding>> Look(CheckedStory story)
    {
        var newsroom = await story.Db.Newsroom();
        if (newsroom.HidesSources || story.Story.HidesSources)
            return [];
        var text = Published.Of(story.Story.Draft.Text);
        var seen = new Looked(
            await StoryLedger.Of(story.Db, story.Story.Id),
            MarkedPassages.Of(text).Select(passage => passage.Key).ToHashSet(),
            DocumentText.Of(text),
            CheckLevels.Read(newsroom.SourceChecks),
            Words(story.Language)
        );
        var found = new List<Finding>();
        Undecided(seen, found);
        await Unnamed(story, seen, found);
        Standing(seen, found);
        Lost(seen, found);
        Untied(seen, story.Content.Language, found);
        Weight(seen, found);
        if (found.Count == 0 && seen.Accepted.Any())
            found.Add(
                new Finding("Sources", FindingLevel.Fine, seen.Words.Count("Fine", seen.Accepted.Count()), "ledger")
            );
        return found;
    }

    private static void Undecided(Looked seen, List<Finding> found)
    {
        var open = seen
            .Ledger.Entries.Where(row => row.State == LedgerState.Proposed && seen.Shown.Contains($"{row.Id}"))
            .OrderBy(row => row.Id)
            .ToList();
        if (open.Count > 0)
            Add(seen, found, "Proposed", seen.Words.Count("Proposed", open.Count), $"said-{open[0].Id}");
    }

    private static async Task Unnamed(CheckedStory story, Looked seen, List<Finding> found)
    {
        var approvals = await story.Db.Set<UnnamedApproval>().Where(row => row.StoryId == story.Story.Id).ToListAsync();
        foreach (
            var (source, entry) in seen
                .Accepted.Select(row => (Source: seen.Ledger.Source(row.SourceId), Entry: row))
                .Where(pair => pair.Source is { IsNamed: false })
                .DistinctBy(pair => pair.Source!.Id)
        )
        {
            if (source!.Reason is null)
                Add(seen, found, "NoReason", seen.Words.With("NoReason", source.Name), $"said-{entry.Id}");
            else if (!approvals.Exists(row => row.SourceId == source.Id && row.Reason == source.Reason))
                Add(seen, found, "Unapproved", seen.Words.With("Unapproved", source.Name), $"said-{entry.Id}");
        }
    }

    private static void Standing(Looked seen, List<Finding> found)
    {
        foreach (var entry in seen.Accepted.Where(row => row.Standing is null && row.Form != Form.Refusal))
            Add(
                seen,
                found,
                "NoStanding",
                seen.Words.With("NoStanding", seen.Ledger.Source(entry.SourceId)?.Name ?? entry.ProposedName),
                $"said-{entry.Id}"
            );
    }

    private static void Lost(Looked seen, List<Finding> found)
    {
        foreach (
            var entry in seen.Ledger.Entries.Where(row =>
                row.State == LedgerState.Accepted && !seen.Shown.Contains($"{row.Id}")
            )
        )
            Add(seen, found, "Lost", seen.Words.With("Lost", Begin(entry.Words)), $"lost-{entry.Id}");
    }

    // What the finder sees and nobody has tied to a source, refused, or been asked about.
    private static void Untied(Looked seen, string language, List<Finding> found)
    {
        var refused = seen
            .Ledger.Entries.Where(row => row.State == LedgerState.Refused)
            .Select(row => row.Words)
            .ToHashSet();
        foreach (var proposal in FindAttributions.In(seen.Text.Text, language))
        {
            var words = string.Join(' ', proposal.Content.Select(span => seen.Text.Text[span.Start..span.End]));
            if (
                Ties(seen, proposal)
                || refused.Contains(words)
                || words.Count(letter => letter == ' ') < FewestWords - 1
            )
                continue;
            var code = proposal.Form is Form.Direct or Form.Mixed ? "QuoteWithoutSource" : "ClaimWithoutSource";
            var place = seen.Text.Places(proposal.Content[0].Start, proposal.Content[0].End).First();
            Add(
                seen,
                found,
                code,
                seen.Words.With(code, Begin(words)),
                $"words-{place.Line}-{place.Start}-{place.End}"
            );
        }
    }

    private static bool Ties(Looked seen, Proposal proposal) =>
        proposal.Content.Any(span =>
            seen.Text.Attributed.Any(words =>
                words.Start < span.End && span.Start < words.End && seen.Known.Contains(words.Id)
            )
        );

    private static void Weight(Looked seen, List<Finding> found)
    {
        var said = seen.Accepted.Where(row => row.Form != Form.Refusal).ToList();
        if (said.Count == 0)
            return;
        if (said.TrueForAll(row => IsSecondHand(seen, row)))
            Add(seen, found, "SecondHand", seen.Words["SecondHand"], "ledger");
        if (said.Count >= FewestStatements && said.Select(row => row.SourceId).Distinct().Count() == 1)
            Add(
                seen,
                found,
                "OneSource",
                seen.Words.With("OneSource", seen.Ledger.Source(said[0].SourceId)?.Name ?? ""),
                "ledger"
            );
    }

    private static bool IsSecondHand(Looked seen, LedgerEntry row) =>
        row.ViaId is not null
        || row.Channel == Channel.Outlet
        || seen.Ledger.Source(row.SourceId)?.Kind == SourceKind.Outlet;

    private static void Add(Looked seen, List<Finding> found, string code, string message, string place)
    {
        if (seen.Levels[code] is var level and not FindingLevel.Fine)
            found.Add(new Finding(code, level, message, place));
    }

    // The sentence puts its own quotation marks round the words.
    private static string Begin(string words)
    {
        var said = words.Trim([' ', '“', '”', '„', '"', '«', '»', '‘', '’']);
        return said.Length <= 60 ? said : $"{said[..57].TrimEnd()}…";
    }

    private sealed record Looked(
        LedgerOfStory Ledger,
        HashSet<string> Shown,
        DocumentText Text,
        CheckLevels Levels,
        Words Words
    )
    {
        public HashSet<string> Known { get; } =
        [.. Ledger.Entries.Where(row => row.State != LedgerState.Refused).Select(row => $"{row.Id}")];

        public IEnumerable<LedgerEntry> Accepted =>
            Ledger.Entries.Where(row => row.State == LedgerState.Accepted && Shown.Contains($"{row.Id}"));
    }
}
