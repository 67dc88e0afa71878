using Microsoft.EntityFrameworkCore;
using OnRecord.Attribution;
using OnRecord.Documents;
using OnRecord.Front.StoryPages;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Sources;
using OnRecord.Stories;

namespace OnRecord.Front.Margin;

/// <summary>Makes the notes in a story's margin from its ledger.</summary>
internal sealed class MarginNotes
{
    private readonly Words words;
    private readonly Newsroom newsroom;
    private readonly IReadOnlyDictionary<string, NotNamedReason> agreed;
    private readonly HashSet<string> told = [];
    private readonly int year;

    private MarginNotes(Words words, Newsroom newsroom, int year, IReadOnlyDictionary<string, NotNamedReason> agreed) =>
        (this.words, this.newsroom, this.year, this.agreed) = (words, newsroom, year, agreed);

    /// <returns>The notes by the ids of their passages; null where the story shows no sources.</returns>
    public static async Task<(StorySources Sources, IReadOnlyDictionary<string, SourceNoteView> ById)?> Of(
        OnRecordDb db,
        ShownStory story,
        StoryContent content,
        Newsroom newsroom,
        Words words
    )
    {
        if (content.Ledger.Count == 0 || story.HidesSources || newsroom.HidesSources)
            return null;
        var said = MarkedPassages.Of(content.Text).ToDictionary();
        var lines = content.Ledger.Where(line => said.ContainsKey(line.Id)).ToList();
        if (lines.Count == 0)
            return null;
        var year = newsroom.Local(story.PublishedAt ?? story.ChangedAt).Year;
        var margin = new MarginNotes(words, newsroom, year, await Agreed(db, story, lines));
        var notes = lines.Select((line, at) => margin.Note(line, at + 1, said[line.Id])).ToList();
        var path = story.Path is { } own ? PublicAddress.Encode($"{own}/sources") : null;
        return (
            new StorySources(notes, margin.Tally(notes, lines), path),
            lines.Zip(notes).ToDictionary(pair => pair.First.Id, pair => pair.Second)
        );
    }

    // A newsroom may publish without a second editor: that one agreed is only said where one did, and to this reason.
    private static async Task<Dictionary<string, NotNamedReason>> Agreed(
        OnRecordDb db,
        ShownStory story,
        IReadOnlyList<LedgerLine> lines
    ) =>
        lines.Any(line => line is { Source: { IsNamed: false, Reason: not null }, IsChecked: true })
            ? await db.Set<UnnamedApproval>()
                .Where(row => row.StoryId == story.Id)
                .Join(
                    db.Set<LedgerEntry>().Where(row => row.StoryId == story.Id),
                    row => (Guid?)row.SourceId,
                    entry => entry.SourceId,
                    (row, entry) => new { entry.Id, row.Reason }
                )
                .ToDictionaryAsync(pair => $"{pair.Id}", pair => pair.Reason)
            : [];

    private SourceNoteView Note(LedgerLine line, int number, string said)
    {
        var (source, spoken) = (Cited(line.Source), SpokenBy(line));
        var key = source.IsNamed ? line.Source.Id?.ToString() ?? $"{source.Kind} {source.Name}" : line.Id;
        return new SourceNoteView
        {
            Number = number,
            As = spoken,
            Source = source,
            SourceKey = key,
            Form = line.Form,
            Via = line.Via is { } via ? Cited(via) : null,
            SaidOn = line.SaidOn,
            IsChecked = line.IsChecked,
            Words = said,
            Label = words.With("SourceLabel", number, source.Name, words[$"Label.{Terms(line, spoken)}"]),
            Who = Who(source, isRepeat: !told.Add(key)),
            How = [.. How(line, spoken)],
            Copies = [.. line.Evidence.Where(copy => copy.Id is not null).Select(Address)],
        };
    }

    private static SpokenAs SpokenBy(LedgerLine line) =>
        line.Form == Form.Refusal || line.Sought is CommentSought.Declined or CommentSought.NoReply ? SpokenAs.Asked
        : !line.Source.IsNamed ? SpokenAs.NotNamed
        : IsSecondHand(line) ? SpokenAs.Outlet
        : SpokenAs.Named;

    private static bool IsSecondHand(LedgerLine line) => line.Via is not null || line.Source.Kind == SourceKind.Outlet;

    private static CitedView Cited(LedgerSource source) =>
        new(source.Name, source.Kind, source.IsNamed)
        {
            Role = source.Role,
            Affiliation = source.Affiliation,
            // An address of somebody who is not named could only say who they are.
            Link =
                source.IsNamed
                && SafeAddress.ForLink(source.Address) is { } link
                && link.StartsWith("http", StringComparison.Ordinal)
                    ? link
                    : null,
        };

    private IReadOnlyList<NotePart> Who(CitedView source, bool isRepeat)
    {
        var who = string.Join(", ", new[] { source.Role, source.Affiliation }.Where(part => part is { Length: > 0 }));
        return who.Length == 0 ? []
            : isRepeat ? [new NotePart(words["Note.AsAbove"], After: ".")]
            : [new NotePart(Sentence(Capital(who)), IsOfStory: true)];
    }

    private IEnumerable<NotePart> How(LedgerLine line, SpokenAs spoken)
    {
        if (Way(line) is { Length: > 0 } way)
            yield return new NotePart(way, After: ".");
        if (line.Via is { } via)
            yield return new NotePart(words.With("Note.Through", via.Name), Link: Cited(via).Link, After: ".");
        if (line.Note is { Length: > 0 } note)
            yield return new NotePart(Sentence(note), IsOfStory: true);
        if (spoken == SpokenAs.Asked)
            yield return Chip(line.Sought == CommentSought.NoReply ? "Note.NoReply" : "Note.Declined", ".");
        if (!line.Source.IsNamed)
            yield return Chip("Note.NotNamed", line.Source.Reason is { } why ? $": {words[$"Reason.{why}"]}." : ".");
        if (line.Source.Reason is { } reason && agreed.TryGetValue(line.Id, out var kept) && kept == reason)
            yield return new NotePart(words["Note.SecondEditor"]);
        if (IsSecondHand(line))
            yield return Chip("Note.SecondHand", $": {words["Note.NotConfirmed"]}.");
        else if (line.Source.IsNamed && line.Standing is SourceStanding.OnRecord or SourceStanding.OnBackground)
            yield return Chip($"Note.{line.Standing}", ".");
        if (line.Sought == CommentSought.Answered)
            yield return new NotePart(words["Note.Answered"]);
        foreach (var copy in line.Evidence)
            yield return new NotePart(
                words.With("Note.SavedCopy", Day(newsroom.Local(copy.TakenAt))),
                Link: copy.Id is null ? null : Address(copy),
                After: "."
            );
        if (!line.IsChecked)
            yield return Chip("Note.Proposed", $": {words["Note.Unchecked"]}.");
    }

    private static string Address(LedgerEvidence copy) => $"/evidence/{copy.Id}";

    private NotePart Chip(string key, string after) => new(words[key], Class: "standing", After: after);

    private string Way(LedgerLine line)
    {
        var way = line switch
        {
            { Channel: Channel.SaidToUs } => words["Channel.SaidToUs"],
            { Source.Kind: SourceKind.Document or SourceKind.DataSet or SourceKind.Post } => words[
                $"SourceKind.{line.Source.Kind}"
            ],
            { Channel: Channel.PublicStatement or Channel.Document } => words[$"Channel.{line.Channel}"],
            _ => "",
        };
        var day = line.SaidOn is { } on ? Day(new DateTimeOffset(on, TimeOnly.MinValue, TimeSpan.Zero)) : "";
        return way.Length > 0 && day.Length > 0 ? $"{way}, {day}" : way + day;
    }

    private string Day(DateTimeOffset at) =>
        at.Year == year ? words.Day(at) : words.With("DayOfYear", words.Day(at), $"{at.Year}");

    // What is last said of the terms, for the ear.
    private static string Terms(LedgerLine line, SpokenAs spoken) =>
        !line.IsChecked ? "Proposed"
        : spoken == SpokenAs.Asked
            ? line.Sought == CommentSought.NoReply ? "NoReply"
                : "Declined"
        : spoken == SpokenAs.NotNamed ? "NotNamed"
        : spoken == SpokenAs.Outlet ? "SecondHand"
        : line.Standing == SourceStanding.OnBackground ? "OnBackground"
        : line.Standing == SourceStanding.OnRecord ? "OnRecord"
        : "Named";

    private TallyView Tally(IReadOnlyList<SourceNoteView> notes, IReadOnlyList<LedgerLine> lines)
    {
        var sorted = lines.ToLookup(SpokenBy);
        var asked = sorted[SpokenAs.Asked].Select(line => line.Sought == CommentSought.NoReply).Distinct().ToList();
        return TallyView.Of(
            notes,
            words,
            allOnRecord: sorted[SpokenAs.Named].All(line => line.Standing == SourceStanding.OnRecord),
            allWithReason: sorted[SpokenAs.NotNamed].All(line => line.Source.Reason is not null),
            asked switch
            {
                [true] => "Tally.NoReply",
                [false] => "Tally.Declined",
                _ => "Tally.Asked",
            }
        );
    }

    private static string Sentence(string text) =>
        text.TrimEnd() is var line && line.Length > 0 && ".!?…。！？؟".Contains(line[^1]) ? line : $"{line}.";

    private static string Capital(string text) => string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));
}
