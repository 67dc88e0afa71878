namespace OnRecord.Attribution.CopyDesk.Headlines;

/// <summary>A headline whose verb is stronger than what its subject says in the text, such as <c>denies</c> over <c>indicated</c>.</summary>
internal static class HeadlineSaysMore
{
    private static readonly HashSet<string> Negations =
    [
        .. "not no never none nothing false untrue wrong baseless lie lies cannot without neither".Split(' '),
    ];

    /// <summary>The beginnings of words for those who find things out: a headline's scientists are the text's study.</summary>
    private static readonly HashSet<string> Research = [.. "stud rese scie repo surv anal pape expe".Split(' ')];

    private static readonly HashSet<string> Hedges =
    [
        .. "may might could possibly perhaps maybe probably likely".Split(' '),
    ];

    private static readonly HashSet<string> Futures =
    [
        .. "will would shall won't wouldn't i'll we'll he'll she'll they'll it'll going".Split(' '),
    ];

    public static IEnumerable<CopyNote> Than(CopyText headline, CopyText text, IReadOnlyList<Proposal> proposals)
    {
        if (HeadlineClaim.In(headline) is not { } claim)
            yield break;
        var theirs = proposals
            .Where(proposal => proposal.Content.Count > 0 && proposal.Content.All(span => Fits(span, text.Text)))
            .Where(proposal => Speaks(text.Text, proposal) && IsSubject(claim, text.Text, proposal))
            .ToList();
        var least = claim.Verb == "will" ? 2 : 1;
        var matching = theirs.Where(proposal => Shared(claim, text.Text, proposal) >= least).ToList();
        if (matching.Count == 0 || matching.Any(proposal => Enough(claim, text.Text, proposal)))
            yield break;
        var weak = matching.MaxBy(proposal => Shared(claim, text.Text, proposal))!;
        var other = theirs.FirstOrDefault(proposal => !ReferenceEquals(proposal, weak));
        yield return new(
            CopyNoteKind.HeadlineSaysMore,
            weak.Content[0],
            claim.Words,
            other?.Content[0],
            [
                headline[claim.Words],
                Hedge(claim, text.Text, weak) ?? (weak.Cue is { } cue && Fits(cue, text.Text) ? text[cue] : "said"),
            ]
        );
    }

    /// <summary>Whether a statement bears the headline out: it goes as far, or says plainly what the headline's verb means.</summary>
    private static bool Enough(HeadlineClaim claim, string text, Proposal proposal)
    {
        var (verb, strength) = Verb(text, proposal);
        if (SayingVerbs.BearsOut(verb, claim.Verb))
            return true;
        if (claim.Verb == "say")
            return verb is not ("hint" or "imply" or "intimate");
        if (claim.Verb == "will")
            return verb is not ("hint" or "imply" or "suggest" or "consider" or "weigh" or "intimate")
                && Content(text, proposal)
                    .All(word => word.Lower is not ("may" or "might" or "could" or "possibly" or "perhaps"));
        if (strength == Strength.Hint || (strength == Strength.Say && Any(text, proposal, Hedges)))
            return false;
        return claim.Verb switch
        {
            "prove" or "reveal" or "expose" => strength >= Strength.Commit,
            "deny" or "reject" or "refuse" => Any(text, proposal, Negations),
            "vow" or "promise" or "pledge" or "threaten" => strength == Strength.Commit || Any(text, proposal, Futures),
            "admit" or "concede" => strength >= Strength.Commit,
            _ => true,
        };
    }

    /// <summary>The word that leaves the matter open, where the headline says that it will be so.</summary>
    private static string? Hedge(HeadlineClaim claim, string text, Proposal proposal) =>
        claim.Verb == "will"
            ? Content(text, proposal).Select(word => word.Lower).FirstOrDefault(Hedges.Contains)
            : null;

    private static (string Verb, Strength Strength) Verb(string text, Proposal proposal) =>
        proposal.Cue is { } cue && Fits(cue, text)
            ? SayingVerbs.Of(CopyText.Read(text[cue.Start..cue.End]))
            : ("say", Strength.Say);

    /// <summary>Whether anything is said at all: who declines to comment says nothing of the matter.</summary>
    private static bool Speaks(string text, Proposal proposal) =>
        !Content(text, proposal)
            .Take(1)
            .Any(word =>
                word.Lower is "comment" or "say" or "discuss" or "answer" or "speak" or "respond" or "elaborate"
            );

    private static bool IsSubject(HeadlineClaim claim, string text, Proposal proposal)
    {
        var mention = proposal.Source is { } source && Fits(source, text) ? text[source.Start..source.End] : "";
        var names = CopyText.Read($"{proposal.SourceName}\n{mention}\n{proposal.Role}");
        var theirs = HeadlineClaim.Beginnings(names.Words);
        return theirs.Overlaps(claim.Subject) || (theirs.Overlaps(Research) && claim.Subject.Overlaps(Research));
    }

    private static int Shared(HeadlineClaim claim, string text, Proposal proposal) =>
        HeadlineClaim.Beginnings(Content(text, proposal)).Count(claim.Topic.Contains);

    private static bool Any(string text, Proposal proposal, HashSet<string> words) =>
        Content(text, proposal)
            .Any(word =>
                words.Contains(word.Lower)
                || (words == Negations && word.Lower.EndsWith("n't", StringComparison.Ordinal))
            );

    private static IEnumerable<Word> Content(string text, Proposal proposal) =>
        proposal.Content.SelectMany(span => CopyText.Read(text[span.Start..span.End]).Words);

    private static bool Fits(Span span, string text) =>
        span.Start >= 0 && span.Start <= span.End && span.End <= text.Length;
}
