using System.Buffers.Binary;

namespace OnRecord.Comments.Judging;

/// <summary>
/// What a newsroom's own decisions have taught the filter: small corrections to what shipped, over words, word pairs and hosts. Written in
/// place under a lock; who reads meanwhile sees some words before the correction and some after it, which a sum forgives.
/// </summary>
internal sealed class OwnDecisions
{
    private const int Places = 1 << 16;
    private const byte Version = 1;
    private const int Head = 1 + sizeof(int);
    private const int Row = sizeof(ushort) + sizeof(float);

    /// <summary>The most that one decision moves the score of its own text.</summary>
    private const float LongestStep = 1.2f;

    // Short words stand in everything: what is learned belongs to the longer ones.
    private const int ShortWord = 3;
    private const float ShortWordShare = 0.25f;

    private readonly float[] weights = new float[Places];
    private readonly Lock writing = new();

    /// <summary>How many decisions have been learned from.</summary>
    public int Count { get; private set; }

    public float Score(FeatureList features)
    {
        if (Count == 0 || features.Whole == 0)
            return 0;
        var sum = 0f;
        foreach (var place in features.Text[..features.Whole])
            sum += weights[place & (Places - 1)];
        return sum / MathF.Sqrt(features.Whole);
    }

    public float Weight(int place) => weights[place & (Places - 1)];

    /// <summary>Moves the score of this text towards where it should be, by a step at most.</summary>
    public void Learn(CommentText text, FeatureList features, float missing)
    {
        lock (writing)
        {
            Count++;
            if (missing == 0 || features.Whole == 0)
                return;
            var step = Math.Clamp(missing, -LongestStep, LongestStep);
            var shares = 0f;
            for (var at = 0; at < features.Whole; at++)
                shares += Share(text, features.TextToken[at]);
            var each = step * MathF.Sqrt(features.Whole) / shares;
            for (var at = 0; at < features.Whole; at++)
                weights[features.Text[at] & (Places - 1)] += each * Share(text, features.TextToken[at]);
        }
    }

    public byte[] ToBytes()
    {
        lock (writing)
        {
            var bytes = new byte[Head + (weights.Count(weight => weight != 0) * Row)];
            bytes[0] = Version;
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1), Count);
            var at = Head;
            for (var place = 0; place < Places; place++)
            {
                if (weights[place] == 0)
                    continue;
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), (ushort)place);
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(at + sizeof(ushort)), weights[place]);
                at += Row;
            }
            return bytes;
        }
    }

    /// <summary>What was kept; nothing where it is of another version, so that a newsroom begins anew rather than stops.</summary>
    public static OwnDecisions Read(ReadOnlySpan<byte> bytes)
    {
        var own = new OwnDecisions();
        if (bytes.Length < Head || bytes[0] != Version || (bytes.Length - Head) % Row != 0)
            return own;
        own.Count = BinaryPrimitives.ReadInt32LittleEndian(bytes[1..]);
        for (var at = Head; at < bytes.Length; at += Row)
        {
            var weight = BinaryPrimitives.ReadSingleLittleEndian(bytes[(at + sizeof(ushort))..]);
            own.weights[BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..])] = float.IsFinite(weight) ? weight : 0;
        }
        return own;
    }

    private static float Share(CommentText text, ushort token) =>
        text[token].Link < 0 && text[token].Length <= ShortWord ? ShortWordShare : 1;
}
