using OnRecord.Documents;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Sources;
using OnRecord.Stories;

namespace OnRecord.Commands.Demonstration;

/// <summary>Gives the demonstration's stories their ledgers. Within the caller's transaction.</summary>
internal sealed class FillLedger(OnRecordDb db, DemonstrationSources told, TimeZoneInfo zone)
{
    // Sources are taken down before the text goes out.
    private const int HoursBefore = 3;

    private readonly Dictionary<string, Source> made = [];
    private readonly Dictionary<string, DateTimeOffset> met = [];
    private readonly Dictionary<string, StaffMember> staff = [];

    /// <summary>Says when a text was written, so that each source is known since the first in which it speaks.</summary>
    public void Meet(string file, DateTimeOffset at)
    {
        foreach (var entry in told.Stories.GetValueOrDefault(file)?.Entries.Values ?? [])
        foreach (var key in new[] { entry.Source, entry.Via }.OfType<string>())
            met[key] = met.TryGetValue(key, out var before) && before < at ? before : at;
    }

    /// <summary>Makes a story's entries, and the sources that speak in it for the first time.</summary>
    /// <param name="file">The name of the text's file, without the ending.</param>
    /// <param name="at">When the story was published, or its draft last saved.</param>
    /// <param name="texts">The text as it is, and as it was before, with the marks of the file.</param>
    /// <returns>The texts with the marks of the ledger, in the same order.</returns>
    public IReadOnlyList<StoryDocument> Into(Story story, string file, DateTimeOffset at, params StoryDocument[] texts)
    {
        var words = texts.SelectMany(MarkedPassages.Of).DistinctBy(passage => passage.Key).ToDictionary();
        if (!told.Stories.TryGetValue(file, out var ledger))
            return words.Count == 0 ? texts : throw Wrong(file, words.Keys.First());
        if (words.Keys.FirstOrDefault(id => !ledger.Entries.ContainsKey(id)) is { } untold)
            throw Wrong(file, untold);
        var (by, ids) = (Member(ledger.By), new Dictionary<string, string>());
        foreach (var (order, (id, entry)) in ledger.Entries.Index())
        {
            var row = Entry(entry, story.Id, at.AddHours(-HoursBefore).AddMilliseconds(order), by);
            row.Words = words.GetValueOrDefault(id) ?? entry.Words ?? throw Wrong(file, id);
            row.SaidOn = entry.SaidOn is { } days ? Day(at).AddDays(-days) : null;
            db.LedgerEntries.Add(row);
            ids[id] = $"{row.Id}";
        }
        if (ledger.Second is { } second)
            Agree(story, ledger, by, Member(second), at.AddHours(-1));
        return [.. texts.Select(text => Named(text, ids))];
    }

    private LedgerEntry Entry(ToldEntry entry, Guid story, DateTimeOffset at, StaffMember by)
    {
        var row = new LedgerEntry
        {
            Id = Guid.CreateVersion7(at),
            StoryId = story,
            Words = "",
            Form = entry.Form,
            Channel = entry.Channel,
            Sought = entry.Sought,
            Note = entry.Note,
            CreatedAt = at,
            CreatedBy = entry.State == LedgerState.Proposed ? null : by.Id,
        };
        if (entry.State == LedgerState.Proposed)
            Propose(row, entry);
        else
        {
            (row.SourceId, row.Standing) = (Known(entry.Source).Id, entry.Standing);
            row.ViaId = entry.Via is { } via ? Known(via).Id : null;
            (row.State, row.DecidedAt, row.DecidedBy) = (entry.State, at, by.Id);
        }
        return row;
    }

    // As the machine proposes: whoever a story has named before is that source.
    private void Propose(LedgerEntry row, ToldEntry entry)
    {
        var source = told.Sources[entry.Source];
        (row.ProposedName, row.ProposedKind, row.ProposedRole) = (source.Name, source.Kind, source.Role);
        row.ProposedIsNamed = source.IsNamed;
        row.SourceId = source.IsNamed ? made.GetValueOrDefault(entry.Source)?.Id : null;
    }

    private Source Known(string key)
    {
        if (made.TryGetValue(key, out var known))
            return known;
        var (source, since) = (told.Sources[key], met[key].AddHours(-HoursBefore));
        made[key] = new Source
        {
            Id = Guid.CreateVersion7(since),
            Kind = source.Kind,
            Name = source.Name,
            Role = source.Role,
            Affiliation = source.Affiliation,
            Address = source.Address,
            IsNamed = source.IsNamed,
            Reason = source.Reason,
            Notes = source.Notes,
            CreatedAt = since,
        };
        db.Sources.Add(made[key]);
        return made[key];
    }

    private void Agree(Story story, ToldLedger ledger, StaffMember by, StaffMember second, DateTimeOffset at)
    {
        if (by.Id == second.Id)
            throw new InvalidDataException($"“{story.Draft.Headline}” needs another editor than the one who decided.");
        var unnamed = ledger.Entries.Values.Where(entry => entry.State == LedgerState.Accepted);
        foreach (var source in unnamed.Select(entry => made[entry.Source]).Where(row => !row.IsNamed).Distinct())
        {
            db.UnnamedApprovals.Add(
                new UnnamedApproval
                {
                    Id = Guid.CreateVersion7(at),
                    StoryId = story.Id,
                    SourceId = source.Id,
                    Reason = source.Reason!.Value,
                    StaffId = second.Id,
                    At = at,
                }
            );
            var (who, headline) = (SignedIn.As(second), story.Draft.Headline);
            db.Audit(who, at, "source.unnamed-approved", $"story:{story.Id}", headline, source.Name);
        }
    }

    private StaffMember Member(string name)
    {
        if (staff.Count == 0)
            foreach (var member in db.Staff.Local)
                staff[member.Email.Split('@')[0]] = member;
        return staff[name];
    }

    private DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private static StoryDocument Named(StoryDocument text, Dictionary<string, string> ids) =>
        Rewrite.Inlines(
            text,
            line =>
                line.Select(words => words with { Marks = words.Marks.Select(mark => Named(mark, ids)).ToValueList() })
                    .ToValueList()
        );

    // What a desk's own marks are read from has a space in it, and no ledger knows it.
    private static Mark Named(Mark mark, Dictionary<string, string> ids) =>
        mark is Documents.Attribution { Id: var id } && ids.TryGetValue(id, out var entry)
            ? new Documents.Attribution(entry)
            : mark;

    private static InvalidDataException Wrong(string file, string id) =>
        new($"In the demonstration's “{file}” the text and the ledger do not agree on “{id}”.");
}
