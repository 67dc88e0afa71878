namespace OnRecord.Comments.Judging;

/// <summary>
/// How likely a comment is spam, by its text alone: what shipped, corrected by the newsroom's own decisions. Any number of threads may ask;
/// learning waits its turn.
/// </summary>
internal sealed class LearnedFilter
{
    /// <summary>Held from this probability on. Chosen on lines that were not trained on (decision 29).</summary>
    public const double HoldFrom = 0.4;

    /// <summary>Rejected from this probability on: of honest comments that were not trained on, none reached it.</summary>
    public const double RejectFrom = 0.985;

    // How far beyond the border a decision's text should lie, in the score's own measure.
    private const float Margin = 4f;

    private const float Share = 0.6f;
    private const int FewestWhole = 8;
    private const int FewestPieces = 24;

    private readonly ShippedModel model;
    private readonly OwnDecisions own;

    public LearnedFilter(ShippedModel model, ReadOnlySpan<byte> kept = default) =>
        (this.model, own) = (model, OwnDecisions.Read(kept));

    /// <summary>The filter that ships, with what a newsroom's decisions taught it before, as <see cref="ToBytes"/> gave it.</summary>
    public static LearnedFilter Shipped(ReadOnlySpan<byte> kept = default) => new(ShippedModel.Resource.Value, kept);

    /// <summary>How many of the newsroom's decisions it has learned from.</summary>
    public int Decisions => own.Count;

    public double Probability(string text) => Probability(Score(FeatureList.Of(CommentText.Of(text))));

    /// <summary>Learns that the newsroom took this text for spam, or did not.</summary>
    public void Learn(string text, bool isSpam)
    {
        var read = CommentText.Of(text);
        var features = FeatureList.Of(read);
        var border = (float)Math.Log(HoldFrom / (1 - HoldFrom));
        var (score, wanted) = (Score(features), isSpam ? border + Margin : border - Margin);
        own.Learn(read, features, isSpam ? Math.Max(0, wanted - score) : Math.Min(0, wanted - score));
    }

    /// <summary>What the newsroom's own decisions have taught, to be kept.</summary>
    public byte[] ToBytes() => own.ToBytes();

    internal float Score(FeatureList features)
    {
        var (whole, pieces, signs) = (0f, 0f, model.Bias);
        foreach (var place in features.Text[..features.Whole])
            whole += model.Weight(place);
        foreach (var place in features.Text[features.Whole..])
            pieces += model.Weight(place);
        foreach (var sign in features.Dense)
            signs += model.SignWeights[sign];
        return signs
            + (whole * WholeScale(features.Whole))
            + (pieces * PieceScale(features.Count - features.Whole))
            + own.Score(features);
    }

    internal float OwnScore(FeatureList features) => own.Score(features);

    /// <summary>How much a feature of the text adds to the score, and a sign.</summary>
    internal float TextWeight(FeatureList features, int at) =>
        at < features.Whole
            ? (model.Weight(features.Text[at]) * WholeScale(features.Whole))
                + (own.Weight(features.Text[at]) / MathF.Sqrt(features.Whole))
            : model.Weight(features.Text[at]) * PieceScale(features.Count - features.Whole);

    internal float SignWeight(int sign) => model.SignWeights[sign];

    internal static float Probability(float score) => 1 / (1 + MathF.Exp(-score));

    // A long comment has more of everything; a very short one should not be judged by three letters.
    internal static float WholeScale(int features) => Share / MathF.Sqrt(Math.Max(features, FewestWhole));

    internal static float PieceScale(int features) => Share / MathF.Sqrt(Math.Max(features, FewestPieces));
}
