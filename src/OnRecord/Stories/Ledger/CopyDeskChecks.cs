using OnRecord.Attribution;
using OnRecord.Attribution.CopyDesk;
using OnRecord.Documents;
using OnRecord.Platform.Pages;
using OnRecord.Stories.Workflow;

namespace OnRecord.Stories.Ledger;

/// <summary>The copy desk's notes among the findings: where to look again. It mends nothing.</summary>
internal static class CopyDeskChecks
{
    public static async Task<IReadOnlyList<Finding>> Look(CheckedStory story)
    {
        var level = CheckLevels.Read((await story.Db.Newsroom()).SourceChecks)["CopyDesk"];
        if (level == FindingLevel.Fine)
            return [];
        var content = story.Content;
        // Places are those of the draft, where the editor marks them.
        var text = DocumentText.Of(Published.Of(story.Story.Draft.Text));
        var said = FindAttributions.In(text.Text, content.Language);
        var words = LedgerChecks.Words(story.Language);
        return
        [
            .. CopyNotes
                .Of(content.Headline, content.Deck, text.Text, said, content.Language)
                .Select(note => new Finding(
                    $"CopyDesk.{note.Kind}",
                    level,
                    words.With($"CopyDesk.{note.Kind}", [.. note.Values.Cast<object>()]),
                    note.Words is { } span ? Place(text, span) : "headline"
                )),
        ];
    }

    private static string Place(DocumentText text, Span span) =>
        text.Places(span.Start, span.End)
            .Select(place => $"words-{place.Line}-{place.Start}-{place.End}")
            .FirstOrDefault()
        ?? "text";
}
