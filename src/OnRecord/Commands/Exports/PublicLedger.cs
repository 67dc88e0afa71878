using OnRecord.Documents;
using OnRecord.Sources;
using OnRecord.Stories;

namespace OnRecord.Commands.Exports;

/// <summary>The ledger of a version as readers were shown it.</summary>
internal static class PublicLedger
{
    public static IReadOnlyList<ExportedAttribution> Of(StoryContent content)
    {
        var words = MarkedPassages.Of(content.Text).ToDictionary(passage => passage.Key, passage => passage.Value);
        return
        [
            .. content.Ledger.Select(line => new ExportedAttribution
            {
                Mark = line.Id,
                Words = words.GetValueOrDefault(line.Id, ""),
                Source = Of(line.Source),
                Form = line.Form,
                Standing = line.Standing,
                Channel = line.Channel,
                Via = line.Via is null ? null : Of(line.Via),
                SaidOn = line.SaidOn,
                CommentSought = line.Sought,
                Note = line.Note,
                Checked = line.IsChecked,
                Evidence = [.. line.Evidence.Select(copy => new ExportedEvidence(copy.Sha256, copy.TakenAt))],
            }),
        ];
    }

    /// <summary>The content with nothing of its sources, for a newsroom or story that does not show them.</summary>
    public static StoryContent Without(StoryContent content) =>
        content with
        {
            Ledger = [],
            Text = MarkedPassages.Keep(content.Text, _ => false),
        };

    private static ExportedSource Of(LedgerSource source) =>
        new()
        {
            Name = source.Name,
            Kind = source.Kind,
            Role = source.Role,
            Affiliation = source.Affiliation,
            Address = source.Address,
            Named = source.IsNamed,
            WhyNotNamed = source.Reason,
        };
}
