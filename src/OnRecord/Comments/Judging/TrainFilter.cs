namespace OnRecord.Comments.Judging;

/// <summary>A comment somebody has judged, and how much it counts among the others.</summary>
internal sealed record JudgedComment(string Text, bool IsSpam, float Weight = 1, string Source = "");

/// <summary>Logistic regression, learned line by line in an order that is always the same: the same lines give the same model.</summary>
internal static class TrainFilter
{
    private const int Rounds = 14;
    private const float TextRate = 0.35f;
    private const float SignRate = 0.14f;
    private const float TextDecay = 3e-4f;
    private const float SignDecay = 2e-3f;

    public static ShippedModel On(IReadOnlyList<JudgedComment> lines)
    {
        var read = lines.Select(Read).ToList();
        var (weights, signs, bias) = (new float[FeatureList.Places], new float[Signs.Width], 0f);
        var (weightSquares, signSquares, biasSquare) = (new float[FeatureList.Places], new float[Signs.Width], 1e-6f);
        var order = Enumerable.Range(0, read.Count).ToArray();
        var dice = 0x2545f491u;
        for (var round = 0; round < Rounds; round++)
        {
            Shuffle(order, ref dice);
            foreach (var at in order)
            {
                var line = read[at];
                var score = bias;
                for (var one = 0; one < line.Text.Length; one++)
                    score += weights[line.Text[one]] * line.Scale(one);
                foreach (var sign in line.Signs)
                    score += signs[sign];
                var slope = (LearnedFilter.Probability(score) - line.Target) * line.Weight;
                for (var one = 0; one < line.Text.Length; one++)
                {
                    var place = line.Text[one];
                    var steep = (slope * line.Scale(one)) + (TextDecay * weights[place]);
                    Step(ref weights[place], ref weightSquares[place], steep, TextRate);
                }
                foreach (var sign in line.Signs)
                    Step(ref signs[sign], ref signSquares[sign], slope + (SignDecay * signs[sign]), SignRate);
                Step(ref bias, ref biasSquare, slope, SignRate);
            }
        }
        return ShippedModel.From(bias, signs, weights);
    }

    // AdaGrad: what is seen often is moved less each time.
    private static void Step(ref float weight, ref float squares, float slope, float rate)
    {
        squares += slope * slope;
        weight -= rate * slope / (MathF.Sqrt(squares) + 1e-3f);
    }

    private static void Shuffle(int[] order, ref uint dice)
    {
        for (var at = order.Length - 1; at > 0; at--)
        {
            dice ^= dice << 13;
            dice ^= dice >> 17;
            dice ^= dice << 5;
            var other = (int)(dice % (uint)(at + 1));
            (order[at], order[other]) = (order[other], order[at]);
        }
    }

    private static Line Read(JudgedComment comment)
    {
        var features = FeatureList.Of(CommentText.Of(comment.Text));
        return new(
            features.Text.ToArray(),
            features.Dense.ToArray(),
            features.Whole,
            LearnedFilter.WholeScale(features.Whole),
            LearnedFilter.PieceScale(features.Count - features.Whole),
            comment.IsSpam ? 1 : 0,
            comment.Weight
        );
    }

    private sealed record Line(
        int[] Text,
        int[] Signs,
        int Whole,
        float WholeScale,
        float PieceScale,
        float Target,
        float Weight
    )
    {
        public float Scale(int at) => at < Whole ? WholeScale : PieceScale;
    }
}
