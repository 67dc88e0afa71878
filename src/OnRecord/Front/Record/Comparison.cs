using OnRecord.Media;
using OnRecord.Platform.Pages;
using OnRecord.Sources;
using OnRecord.Stories;

namespace OnRecord.Front.Record;

/// <summary>A version as it is compared.</summary>
internal sealed record ComparedVersion(StoryContent Content, string? Section);

/// <summary>Compares two versions, word by word, in all that is sealed of them.</summary>
internal static class Comparison
{
    private const string ThumbSizes = "12rem";

    public static ComparisonView Of(ComparedVersion before, ComparedVersion after, Words words)
    {
        var (old, now) = (before.Content, after.Content);
        var fields = new List<ChangedField>();
        var said = new List<string>();
        Word(fields, said, words, "Headline", old.Headline, now.Headline);
        Word(fields, said, words, "Deck", old.Deck, now.Deck);
        Word(fields, said, words, "Byline", string.Join(", ", old.Byline), string.Join(", ", now.Byline));
        Word(fields, said, words, "Section", before.Section, after.Section);
        Word(fields, said, words, "Topics", string.Join(", ", old.Topics), string.Join(", ", now.Topics));
        Lead(fields, said, words, old.Lead, now.Lead);
        var text = ComparedText.Of(ComparedLine.Of(old.Text), ComparedLine.Of(now.Text), words);
        if (text.Counts.Count > 0)
        {
            fields.Add(new ChangedField(words["Diff.Text"], text.Runs));
            said.InsertRange(0, text.Counts);
        }
        Sources(fields, said, words, old, now);
        return new ComparisonView(said.Count == 0 ? words["Diff.Nothing"] : Sentence(said), fields);
    }

    private static void Word(
        List<ChangedField> fields,
        List<string> said,
        Words words,
        string key,
        string? before,
        string? after
    )
    {
        if ((before ?? "") == (after ?? ""))
            return;
        fields.Add(Field(words, key, new ChangedLine(LineMark.Changed, WordDiff.Of(before ?? "", after ?? ""))));
        said.Add(words[$"Diff.{key}Changed"]);
    }

    private static void Lead(
        List<ChangedField> fields,
        List<string> said,
        Words words,
        LeadPicture? before,
        LeadPicture? after
    )
    {
        var lines = new List<ChangedLine>();
        if (before?.Sha256 != after?.Sha256)
            lines.Add(
                new ChangedLine(LineMark.Changed, [], words["Diff.OtherPicture"])
                {
                    Before = Thumb(before),
                    After = Thumb(after),
                }
            );
        foreach (
            var (key, was, now) in new[]
            {
                ("Diff.Caption", before?.Caption, after?.Caption),
                ("Diff.Credit", before?.Credit, after?.Credit),
                ("Diff.Alt", before?.Alt, after?.Alt),
            }
        )
            if ((was ?? "") != (now ?? ""))
                lines.Add(new ChangedLine(LineMark.Changed, WordDiff.Of(was ?? "", now ?? ""), words[key]));
        if (lines.Count == 0)
            return;
        fields.Add(Field(words, "Lead", [.. lines]));
        said.Add(words["Diff.LeadChanged"]);
    }

    private static ComparedPicture? Thumb(LeadPicture? lead) =>
        lead?.Sha256 is { } sha256
            ? new ComparedPicture(RenditionSizes.Rendering(sha256, lead.Width, lead.Height, ThumbSizes), lead.Alt)
            : null;

    private static void Sources(
        List<ChangedField> fields,
        List<string> said,
        Words words,
        StoryContent before,
        StoryContent after
    )
    {
        var (old, now) = (before.Ledger.ToDictionary(line => line.Id), after.Ledger.ToDictionary(line => line.Id));
        var lines = new List<ChangedLine>();
        foreach (var line in after.Ledger)
        {
            var (was, @is) = (old.GetValueOrDefault(line.Id), SourceWords.Of(line, words));
            if (was is null)
                lines.Add(new ChangedLine(LineMark.Added, [new ChangedPiece(PieceMark.Added, @is)]));
            else if (was != line && SourceWords.Of(was, words) is var then)
                lines.Add(
                    then == @is
                        ? new ChangedLine(
                            LineMark.Changed,
                            [new ChangedPiece(PieceMark.Same, @is)],
                            words["Diff.Copies"]
                        )
                        : new ChangedLine(LineMark.Changed, WordDiff.Of(then, @is))
                );
        }
        foreach (var line in before.Ledger.Where(line => !now.ContainsKey(line.Id)))
            lines.Add(
                new ChangedLine(LineMark.Removed, [new ChangedPiece(PieceMark.Removed, SourceWords.Of(line, words))])
            );
        if (lines.Count == 0)
            return;
        fields.Add(Field(words, "Sources", [.. lines]));
        said.Add(words.Count("Diff.SourcesChanged", lines.Count));
    }

    private static ChangedField Field(Words words, string key, params ChangedLine[] lines) =>
        new(words[$"Diff.{key}"], [new ChangedRun(lines)]);

    private static string Sentence(List<string> parts)
    {
        var sentence = string.Join("; ", parts);
        return $"{sentence[..1].ToUpperInvariant()}{sentence[1..]}.";
    }
}
