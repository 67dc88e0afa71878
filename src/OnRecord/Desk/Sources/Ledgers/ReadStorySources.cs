using OnRecord.Desk.Ledger;
using OnRecord.Desk.Writing;
using OnRecord.Documents;
using OnRecord.People.Staff;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Ledger;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Sources.Ledgers;

/// <summary>Reads a story's ledger for its page.</summary>
internal static class ReadStorySources
{
    // Where the checklist leads when it speaks of sources.
    private static readonly string[] Places = ["said-", "lost-", "words-", "ledger"];

    public static async Task<StorySourcesView> Of(
        OnRecordDb db,
        Story story,
        Checklist checklist,
        Room room,
        HttpContext http,
        SignedIn who
    )
    {
        var (head, newsroom) = await StoryHead.Of(story, http, who, room, "sources");
        var words = new Words(SourcesRoutes.Strings, who.Language);
        var ledger = await ReadLedger.Of(db, story, who, checklist);
        var passages = MarkedPassages.Of(story.Draft.Text);
        var entries = ledger.Entries.ToDictionary(entry => $"{entry.Id}");
        var marked = passages.Select(passage => passage.Key).ToHashSet();
        var mayWrite = StoryMoves.MayWrite(story, who, await WhoWrites.Is(db, story, who));
        var edits = mayWrite && who.May(Permission.EditStories);
        var waiting = await AskSecondEditor.Waiting(db, story.Id);
        return new StorySourcesView
        {
            Head = head with
            {
                Around = head.Around with
                {
                    Title = $"{words["Sources"]} · {head.Headline}",
                    Done = Done(http, words) ?? head.Around.Done,
                },
            },
            Words = words,
            InText =
            [
                .. passages
                    .Select(passage => entries.GetValueOrDefault(passage.Key))
                    .OfType<LedgerEntryView>()
                    .Where(entry => entry.State != "Refused"),
            ],
            Unsaid =
            [
                .. passages
                    .Where(passage => !entries.ContainsKey(passage.Key) && Guid.TryParse(passage.Key, out _))
                    .Select(passage => new NewEntryView(Guid.Parse(passage.Key), passage.Value)),
            ],
            Lost = [.. ledger.Entries.Where(entry => entry.State == "Accepted" && !marked.Contains($"{entry.Id}"))],
            Refused = [.. ledger.Entries.Where(entry => entry.State == "Refused")],
            Unnamed = [.. Unnamed(ledger, waiting, mayWrite)],
            Checks =
            [
                .. ledger.Checks.Where(check =>
                    Places.Any(place => check.Place.StartsWith(place, StringComparison.Ordinal))
                ),
            ],
            MayWrite = mayWrite,
            NewsroomShows = !newsroom.HidesSources,
            IsShown = !story.HidesSources,
            MaySwitch = edits,
            ShowsProposals = story.ShowsProposals,
            MaySwitchProposals = story.ShowsProposals ? mayWrite : edits,
        };
    }

    private static IEnumerable<UnnamedView> Unnamed(
        OnRecord.Desk.Ledger.LedgerView ledger,
        List<Guid> waiting,
        bool mayWrite
    ) =>
        ledger
            .Entries.Where(entry => entry is { State: "Accepted", Source: { IsNamed: false, Id: not null } })
            .DistinctBy(entry => entry.Source.Id)
            .Select(entry => new UnnamedView
            {
                Id = entry.Source.Id!.Value,
                Name = entry.Source.Name,
                Reason = entry.Source.Reason,
                ApprovedBy = entry.ApprovedBy,
                MayApprove = entry.MayApprove,
                MayAsk = mayWrite && !entry.MayApprove && waiting.Contains(entry.Source.Id.Value),
            });

    private static string? Done(HttpContext http, Words words) =>
        int.TryParse(http.Request.Query["found"], out var found) && found is >= 0 and < 100_000
            ? words.Count("Found", found)
        : http.Request.Query["asked"] == "1" ? words["Asked"]
        : null;
}
