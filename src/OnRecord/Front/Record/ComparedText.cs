using OnRecord.Media;
using OnRecord.Platform.Pages;

namespace OnRecord.Front.Record;

/// <summary>The text of two versions, line by line.</summary>
/// <param name="Counts">How much of it changed, in words; nothing where nothing did.</param>
internal sealed record ComparedText(IReadOnlyList<ChangedRun> Runs, IReadOnlyList<string> Counts)
{
    // A moved line must be long enough to be known again.
    private const int Known = 40;
    private const int Opening = 60;

    public static ComparedText Of(IReadOnlyList<ComparedLine> before, IReadOnlyList<ComparedLine> after, Words words)
    {
        var pairs = LineDiff.Of(before, after);
        var moved = Moved(pairs);
        var lines = pairs.Select(pair => Line(pair.Before, pair.After, moved, words)).ToList();
        return new ComparedText(InRuns(lines, words), Counted(lines, words));
    }

    private static HashSet<string> Moved(IReadOnlyList<(ComparedLine? Before, ComparedLine? After)> pairs)
    {
        static string? Mark(ComparedLine? line) =>
            line is null ? null
            : line.Picture is { } picture ? picture
            : line.Words.Length >= Known ? line.Key
            : null;
        var gone = pairs.Where(pair => pair.After is null).Select(pair => Mark(pair.Before)).OfType<string>();
        var come = pairs.Where(pair => pair.Before is null).Select(pair => Mark(pair.After)).OfType<string>();
        return [.. gone.Intersect(come)];
    }

    private static ChangedLine Line(ComparedLine? before, ComparedLine? after, HashSet<string> moved, Words words)
    {
        if (before is not null && after is not null)
            return before.Key == after.Key
                ? new ChangedLine(LineMark.Same, [new ChangedPiece(PieceMark.Same, after.Words)])
                : Changed(before, after, words);
        var line = (before ?? after)!;
        var isMoved = moved.Contains(line.Picture ?? line.Key);
        var mark =
            isMoved ? LineMark.Moved
            : before is null ? LineMark.Added
            : LineMark.Removed;
        var note =
            isMoved ? words[before is null ? "Diff.MovedHere" : "Diff.MovedAway"]
            : line.Picture is null ? null
            : words[before is null ? "Diff.PictureAdded" : "Diff.PictureRemoved"];
        var piece = new ChangedPiece(before is null ? PieceMark.Added : PieceMark.Removed, line.Words);
        return new ChangedLine(mark, line.Words.Length > 0 ? [piece] : [], note)
        {
            Before = before is null ? null : Thumb(line),
            After = after is null ? null : Thumb(line),
        };
    }

    private static ChangedLine Changed(ComparedLine before, ComparedLine after, Words words)
    {
        // Where only a link leads elsewhere its address must be seen; where none does it would be in the way.
        var linked = before.Words == after.Words || Addresses(before) != Addresses(after);
        var pieces = linked ? WordDiff.Of(before.Linked, after.Linked) : WordDiff.Of(before.Words, after.Words);
        var notes = new List<string>();
        if (before.Words == after.Words && before.Linked != after.Linked)
            notes.Add(words["Diff.LinkChanged"]);
        if (before.Picture != after.Picture)
            notes.Add(words["Diff.OtherPicture"]);
        if (before.Alt != after.Alt)
            notes.Add(words.With("Diff.AltChanged", before.Alt, after.Alt));
        return new ChangedLine(LineMark.Changed, pieces, notes.Count == 0 ? null : string.Join(" ", notes))
        {
            Before = before.Picture == after.Picture ? null : Thumb(before),
            After = before.Picture == after.Picture ? null : Thumb(after),
        };
    }

    private static string Addresses(ComparedLine line) =>
        string.Join(' ', line.Linked.Split('⟨').Skip(1).Select(part => part.Split('⟩')[0]));

    private static ComparedPicture? Thumb(ComparedLine line) =>
        line.Picture is { } source && LibrarySource.Read(source) is { } picture
            ? new ComparedPicture(
                RenditionSizes.Rendering(picture.Sha256, picture.Width, picture.Height, "12rem"),
                line.Alt
            )
            : null;

    private static List<ChangedRun> InRuns(List<ChangedLine> lines, Words words)
    {
        var (runs, at) = (new List<ChangedRun>(), 0);
        while (at < lines.Count)
        {
            var same = lines[at].Mark == LineMark.Same;
            var run = lines.Skip(at).TakeWhile(line => line.Mark == LineMark.Same == same).ToList();
            runs.Add(new ChangedRun(run, same ? Folded(run, words) : null));
            at += run.Count;
        }
        return runs;
    }

    private static FoldedLines Folded(List<ChangedLine> run, Words words)
    {
        var first = run[0].Pieces[0].Text;
        if (first.Length <= Opening)
            return new FoldedLines(words.Count("Diff.Unchanged", run.Count), first);
        var end = first.LastIndexOf(' ', Opening) is var space && space > Opening / 2 ? space : Opening;
        if (char.IsLowSurrogate(first[end]))
            end--;
        return new FoldedLines(words.Count("Diff.Unchanged", run.Count), $"{first[..end]}…");
    }

    private static List<string> Counted(List<ChangedLine> lines, Words words)
    {
        var counts = new List<string>();
        void Say(string key, int count)
        {
            if (count > 0)
                counts.Add(words.Count(key, count));
        }
        Say("Diff.LinesChanged", lines.Count(line => line.Mark == LineMark.Changed));
        Say("Diff.LinesAdded", lines.Count(line => line.Mark == LineMark.Added));
        Say("Diff.LinesRemoved", lines.Count(line => line.Mark == LineMark.Removed));
        Say(
            "Diff.LinesMoved",
            lines.Count(line =>
                line
                    is { Mark: LineMark.Moved, After: not null }
                        or { Mark: LineMark.Moved, Pieces: [{ Mark: PieceMark.Added }] }
            )
        );
        return counts;
    }
}
