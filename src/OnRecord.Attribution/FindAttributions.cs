using OnRecord.Attribution.English;
using OnRecord.Attribution.Languages;

namespace OnRecord.Attribution;

/// <summary>
/// Finds who said what in a text: source, cue and content as PARC and the Penn Discourse Treebank mark them, quotation and paraphrase as the
/// quotation guide of AFP and the Guardian does. Deterministic; asks nobody.
/// </summary>
public static class FindAttributions
{
    private static readonly IProposer[] InEnglish = [new EnglishProposer()];
    private static readonly IProposer[] InGerman = [new PhrasebookProposer(German.Words)];
    private static readonly IProposer[] InUkrainian = [new PhrasebookProposer(Ukrainian.Words)];
    private static readonly IProposer[] InOthers = [new QuotationProposer()];

    /// <summary>The statements of a text, in the order in which they begin.</summary>
    /// <param name="text">A whole story, paragraphs parted by empty lines. Any string will do.</param>
    /// <param name="language">Its BCP 47 tag. English, German and Ukrainian are read; others by their quotation marks alone.</param>
    /// <exception cref="ArgumentNullException">There is no text, or no language.</exception>
    public static IReadOnlyList<Proposal> In(string text, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        var proposers = language.Split('-', '_')[0].ToLowerInvariant() switch
        {
            "en" => InEnglish,
            "de" => InGerman,
            "uk" => InUkrainian,
            _ => InOthers,
        };
        return Merge(proposers, text);
    }

    // What an earlier proposer found, a later one does not find again.
    private static IReadOnlyList<Proposal> Merge(IProposer[] proposers, string text)
    {
        var found = proposers[0].Propose(text);
        if (proposers.Length == 1)
            return found;
        var all = new List<Proposal>(found);
        foreach (var proposer in proposers.Skip(1))
            all.AddRange(proposer.Propose(text).Where(proposal => !all.Exists(other => Overlap(other, proposal))));
        return [.. all.OrderBy(proposal => proposal.Content[0].Start)];
    }

    private static bool Overlap(Proposal one, Proposal other) =>
        one.Content.Any(span => other.Content.Any(part => span.Start < part.End && part.Start < span.End));
}
