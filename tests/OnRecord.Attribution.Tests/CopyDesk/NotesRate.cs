using System.Globalization;
using System.Text.Json;
using OnRecord.Attribution.CopyDesk;
using OnRecord.Attribution.Tests.HeldOut;

namespace OnRecord.Attribution.Tests.CopyDesk;

/// <summary>How often the copy desk speaks up on text that was edited before: there most of its notes are false alarms.</summary>
/// <param name="Corpus">Which texts.</param>
/// <param name="Words">How many words they have.</param>
/// <param name="Notes">What was noted, each with its text.</param>
internal sealed record NotesRate(string Corpus, int Words, IReadOnlyList<(string File, CopyNote Note)> Notes)
{
    /// <summary>Words for each note; all words where nothing was noted.</summary>
    public int WordsPerNote => Words / Math.Max(1, Notes.Count);

    /// <summary>The rate on each corpus that is beside the repository.</summary>
    public static IReadOnlyList<NotesRate> All() =>
        [
            Of("held-out texts", HeldOutText.All()),
            .. Wikinews.All() is { Count: > 0 } texts ? [Of("gum-wikinews", texts)] : (NotesRate[])[],
            .. Folders.Conformance("article-extraction") is { } pages
                ? [Of("article-extraction", Pages(pages))]
                : (NotesRate[])[],
        ];

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Corpus}: {Notes.Count} notes in {Words} words, one in {WordsPerNote} ({string.Join(", ", Notes.CountBy(one => one.Note.Kind).Select(kind => $"{kind.Key} {kind.Value}"))})"
        );

    private static NotesRate Of(string corpus, IReadOnlyList<GoldText> texts) =>
        new(
            corpus,
            texts.Sum(text => text.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length),
            [
                .. texts.SelectMany(text =>
                    CopyNotes
                        .Of(text.Headline, null, text.Body, FindAttributions.In(text.Body))
                        .Select(note => (text.File, note))
                ),
            ]
        );

    private static IReadOnlyList<GoldText> Pages(string folder)
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "ground-truth.json")));
        return
        [
            .. truth
                .RootElement.EnumerateObject()
                .Select(page => new GoldText(page.Name, page.Value.GetProperty("articleBody").GetString()!, [])),
        ];
    }
}
