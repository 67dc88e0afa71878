using OnRecord.Platform.Storage;

namespace OnRecord.Search;

/// <summary>What a reader may have meant. It is only said where stories have it, and in the spelling of one of them.</summary>
internal sealed class Suggestion(OnRecordDb db, ISearchIndex index)
{
    private const int Tries = 3;

    /// <summary>A word that some stories have is doubted only for one that so many times as many have.</summary>
    private const int MuchMore = 10;

    public async Task<string?> For(
        Question question,
        IReadOnlyList<Meaning> words,
        Narrowing narrowing,
        int found,
        int all,
        CancellationToken stop
    )
    {
        var near = new List<(Meaning Word, List<KnownWord> Near)>();
        foreach (var word in words)
            near.Add((word, word.Word.IsRun ? [] : await Near(word, found, stop)));
        if (near.TrueForAll(row => row.Near.Count == 0))
            return null;
        // The second try takes the second guess of each word that has one.
        for (var tries = 0; tries < Tries; tries++)
        {
            var guesses = near.ConvertAll(row =>
                row.Near.Count == 0 ? null : (KnownWord?)row.Near[Math.Min(tries, row.Near.Count - 1)]
            );
            if (await Written(question, words, guesses, narrowing, all, stop) is { } meant)
                return meant;
        }
        return null;
    }

    private async Task<List<KnownWord>> Near(Meaning word, int found, CancellationToken stop)
    {
        if (found == 0 && word.Stories > 0)
            return [];
        var near = await NearWords.Of(db, word.Word.Folded, Tries, stop);
        return found == 0 ? near : near.FindAll(row => row.Stories > MuchMore * Math.Max(1, word.Stories));
    }

    private async Task<string?> Written(
        Question question,
        IReadOnlyList<Meaning> words,
        List<KnownWord?> guesses,
        Narrowing narrowing,
        int all,
        CancellationToken stop
    )
    {
        List<Meaning> meant =
        [
            .. words.Zip(
                guesses,
                (word, guess) => guess is { } other ? new Meaning(word.Word, [other.Word], other.Stories, true) : word
            ),
        ];
        if (await index.Newest(db, narrowing.Of(meant, all), 1, stop) is not [var place])
            return null;
        if (await ReadStories.At(db, [place], stop) is not [var story])
            return null;
        var typed = question.Typed;
        foreach (var (word, guess) in words.Zip(guesses))
            if (guess is { } other)
                typed = typed.Replace(
                    word.Word.Written,
                    story.Spelling(other.Word) ?? other.Word,
                    StringComparison.Ordinal
                );
        return typed;
    }
}
