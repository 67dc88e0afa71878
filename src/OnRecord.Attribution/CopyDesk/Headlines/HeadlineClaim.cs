namespace OnRecord.Attribution.CopyDesk.Headlines;

/// <summary>What a headline claims that somebody says: who, how strongly, and about what.</summary>
/// <param name="Subject">The beginnings of the words before the verb.</param>
/// <param name="Verb">The verb.</param>
/// <param name="Strength">How far it goes.</param>
/// <param name="Words">Where it stands.</param>
/// <param name="Topic">The beginnings of the words for what it is about.</param>
internal sealed record HeadlineClaim(
    IReadOnlySet<string> Subject,
    string Verb,
    Strength Strength,
    Span Words,
    IReadOnlySet<string> Topic
)
{
    private const int LongestSubject = 6;

    private static readonly HashSet<string> Empty =
    [
        .. (
            "the and for with from that this over into after amid about against their its his her they them was were are has have had "
            + "will would could should not but who what when where which more than new any all being been did does out off"
        ).Split(' '),
    ];

    /// <summary>Words with which the matter itself ends, and its when and where begin.</summary>
    private static readonly HashSet<string> Circumstances =
    [
        .. "in over after amid at on by during before while when as under".Split(' '),
    ];

    /// <summary>Words after which <c>to</c> tells no more than a wish, a plan or a direction.</summary>
    private static readonly HashSet<string> Intents =
    [
        .. (
            "plan plans planning deal bid push move moves moving vote votes voted call calls called effort efforts way ways ready set due likely about need needs try tries "
            + "hope hopes want wants seek seeks agree agrees agreed threaten threatens consider considers aim aims fail fails refuse refuses refused vow vows "
            + "promise promises pledge pledges urge urged ask asks asked tell told expect expected able how where what when return returns returned back "
            + "proposal proposals offer offers offered chance right time decision decides decided struggle struggles fight fights start starts begin begins "
            + "continue continues prepare prepares get gets got go goes going come comes came close closer next from up down out over on in due thanks according "
            + "access answer threat risk key road path journey attempt attempts help helps allowed forced ordered told used leads led linked"
        ).Split(' '),
    ];

    /// <summary>The claim of a headline; null where it makes none that is stronger than saying.</summary>
    public static HeadlineClaim? In(CopyText headline)
    {
        for (var at = 1; at < headline.Words.Count; at++)
        {
            var word = headline.Words[at];
            if (word.Quoted || Claimed(headline, at) is not { } verb || Softened(headline, at))
                continue;
            var subject = Beginnings(
                headline.Words.Take(at).TakeLast(LongestSubject).Where(one => one.Sentence == word.Sentence)
            );
            return subject.Count == 0
                ? null
                : new(
                    subject,
                    verb.Verb,
                    verb.Strength,
                    word.Span,
                    Beginnings(headline.Words.Skip(at + 1).TakeWhile(one => !Circumstances.Contains(one.Lower)))
                );
        }
        return null;
    }

    /// <summary>The verb of the claim: one of saying, or <c>will</c> where somebody is said to be going to do something.</summary>
    private static (string Verb, Strength Strength)? Claimed(CopyText headline, int at) =>
        SayingVerbs.InHeadline(headline.At(at)) is { } saying ? saying
        : headline.At(at) == "will"
        || (headline.At(at) == "to" && !Intents.Contains(headline.At(at - 1)) && at < LongestSubject - 1)
            ? ("will", Strength.Commit)
        : null;

    /// <summary>The beginnings of the words that carry a meaning, so that <c>China</c> and <c>Chinese</c> are one.</summary>
    public static HashSet<string> Beginnings(IEnumerable<Word> words) =>
        [
            .. words
                .Where(word => word.Bare.Length > 2 && !Empty.Contains(word.Bare))
                .Select(word => word.Bare[..Math.Min(word.Bare.Length, 4)]),
        ];

    /// <summary>Whether the headline itself does not quite say so: <c>may deny</c>, <c>does not admit</c>, <c>urged to confirm</c>.</summary>
    private static bool Softened(CopyText headline, int at) =>
        headline.At(at - 1)
            is "not"
                or "may"
                or "might"
                or "could"
                or "to"
                or "never"
                or "be"
                or "was"
                or "were"
                or "is"
                or "are"
                or "being"
                or "been"
        || headline.At(at - 1).EndsWith("n't", StringComparison.Ordinal);
}
