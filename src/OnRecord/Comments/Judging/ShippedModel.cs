using System.Buffers.Binary;

namespace OnRecord.Comments.Judging;

/// <summary>
/// What was learned before OnRecord shipped: a byte a feature, on a scale that is finer near nothing, and the weights of the signs. Where the
/// file's numbers come from: <c>scripts/train-filter</c>.
/// </summary>
internal sealed class ShippedModel
{
    private const uint Mark = 0x3153524f; // ORS1
    private const int Head = 16;
    private const int Steps = 127;

    private readonly float[] scale = new float[256];

    private ShippedModel(float bias, float largest, float[] signs, byte[] places)
    {
        (Bias, Largest, SignWeights, Places) = (bias, largest, signs, places);
        for (var at = 0; at < scale.Length; at++)
        {
            var step = (sbyte)at / (float)Steps;
            scale[at] = step * Math.Abs(step) * largest;
        }
    }

    public static Lazy<ShippedModel> Resource { get; } =
        new(() =>
        {
            using var stream = ShippedLists.Open("judging/filter.bin");
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Read(bytes);
        });

    public float Bias { get; }
    public float Largest { get; }
    public float[] SignWeights { get; }
    private byte[] Places { get; }

    public float Weight(int place) => scale[Places[place]];

    public static ShippedModel From(float bias, ReadOnlySpan<float> signs, ReadOnlySpan<float> weights)
    {
        var largest = 0f;
        foreach (var weight in weights)
            largest = Math.Max(largest, Math.Abs(weight));
        var places = new byte[FeatureList.Places];
        for (var at = 0; at < places.Length && largest > 0; at++)
        {
            var step = (int)MathF.Round(MathF.Sqrt(Math.Abs(weights[at]) / largest) * Steps);
            places[at] = (byte)(sbyte)(weights[at] < 0 ? -step : step);
        }
        return new(bias, largest, signs.ToArray(), places);
    }

    public static ShippedModel Read(ReadOnlySpan<byte> bytes)
    {
        var length = Head + (Signs.Width * sizeof(float)) + FeatureList.Places;
        if (
            bytes.Length != length
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Mark
            || BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]) != Signs.Width
        )
            throw new InvalidDataException(
                "The comment filter's file is not of this version. Run scripts/train-filter."
            );
        var signs = new float[Signs.Width];
        for (var at = 0; at < signs.Length; at++)
            signs[at] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(Head + (at * sizeof(float)))..]);
        return new(
            BinaryPrimitives.ReadSingleLittleEndian(bytes[4..]),
            BinaryPrimitives.ReadSingleLittleEndian(bytes[8..]),
            signs,
            bytes[^FeatureList.Places..].ToArray()
        );
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[Head + (Signs.Width * sizeof(float)) + FeatureList.Places];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Mark);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(4), Bias);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8), Largest);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), Signs.Width);
        for (var at = 0; at < SignWeights.Length; at++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(Head + (at * sizeof(float))), SignWeights[at]);
        Places.CopyTo(bytes.AsSpan(^FeatureList.Places));
        return bytes;
    }
}
