using OnRecord.Platform.Storage;

namespace OnRecord.Search;

/// <summary>A word that is looked for, with the words of the stories that count as it.</summary>
/// <param name="Forms">At least the word itself, first.</param>
/// <param name="Stories">About how many stories have one of them.</param>
/// <param name="IsKnown">Whether any story has the word as it was written.</param>
internal sealed record Meaning(SoughtWord Word, IReadOnlyList<string> Forms, int Stories, bool IsKnown)
{
    public AnyOf Anywhere => new(Forms);

    /// <summary>How much it says that a story has it: nothing for a word of every story, more for a rare one.</summary>
    public int Weight(int all) => Math.Clamp((int)Math.Round(2 * Math.Log2(1 + ((double)all / (Stories + 1)))), 1, 40);
}

/// <summary>Finds in the vocabulary what a reader's words may mean.</summary>
internal static class Meanings
{
    private const int MostForms = 24;

    public static async Task<List<Meaning>> Of(
        OnRecordDb db,
        IEnumerable<SoughtWord> words,
        int all,
        CancellationToken stop
    )
    {
        var meanings = new List<Meaning>();
        foreach (var word in words)
            meanings.Add(word.IsRun ? new Meaning(word, [word.Folded], all / 50, true) : await Of(db, word, stop));
        return meanings;
    }

    private static async Task<Meaning> Of(OnRecordDb db, SoughtWord word, CancellationToken stop)
    {
        var known = await Vocabulary.Known(db, WordForms.Same(word.Folded), stop);
        if (WordForms.Stem(word.Folded) is var (stem, longest))
            known.AddRange(await Vocabulary.Beginning(db, stem, longest, MostForms, stop));
        if (word.MayGoOn)
            known.AddRange(await Vocabulary.Beginning(db, word.Folded, TextWords.LongestWord, MostForms, stop));
        var forms = known.DistinctBy(form => form.Word, StringComparer.Ordinal).ToList();
        return new Meaning(
            word,
            [word.Folded, .. forms.Select(form => form.Word).Where(form => form != word.Folded)],
            forms.Sum(form => form.Stories),
            forms.Exists(form => form.Word == word.Folded)
        );
    }
}
