using System.Globalization;

namespace OnRecord.Attribution.Tests.HeldOut;

/// <summary>How well proposals agree with statements marked by hand, by the measure in shared/conformance/README.md.</summary>
/// <param name="Found">Statements of the gold that were found.</param>
/// <param name="Gold">Statements of the gold.</param>
/// <param name="Proposed">Proposals that count.</param>
/// <param name="Asked">Found statements whose gold names a source.</param>
/// <param name="Right">Of these, those with the right source.</param>
internal sealed record Score(int Found, int Gold, int Proposed, int Asked, int Right)
{
    /// <summary>The share of proposals that are statements.</summary>
    public double Precision => Share(Found, Proposed);

    /// <summary>The share of statements that were proposed.</summary>
    public double Recall => Share(Found, Gold);

    /// <summary>The harmonic mean of both.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>The share of found statements with the right source.</summary>
    public double Source => Share(Right, Asked);

    /// <summary>The score of several texts together.</summary>
    public static Score Of(IEnumerable<(GoldText Text, IReadOnlyList<Proposal> Proposals)> texts) =>
        texts
            .Select(pair => Matching.Of(pair.Text, pair.Proposals).Score)
            .Aggregate(
                new Score(0, 0, 0, 0, 0),
                (sum, one) =>
                    new(
                        sum.Found + one.Found,
                        sum.Gold + one.Gold,
                        sum.Proposed + one.Proposed,
                        sum.Asked + one.Asked,
                        sum.Right + one.Right
                    )
            );

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"content F1 {F1:0.000} (precision {Precision:0.000}, recall {Recall:0.000}: {Found} of {Gold} with {Proposed} proposals), source {Source:0.000} ({Right} of {Asked})"
        );

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
