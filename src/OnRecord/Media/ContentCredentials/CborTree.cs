using System.Formats.Cbor;
using System.Globalization;

namespace OnRecord.Media.ContentCredentials;

/// <summary>CBOR as a tree of dictionaries, lists, strings, bytes and numbers. Depth and number of values are limited.</summary>
internal sealed class CborTree
{
    private const int Deepest = 24;
    private const int MostValues = 20_000;

    private readonly CborReader reader;
    private int left = MostValues;

    private CborTree(ReadOnlyMemory<byte> bytes) => reader = new CborReader(bytes, CborConformanceMode.Lax);

    /// <returns>Null where it is not CBOR, or too much of it.</returns>
    public static object? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return new CborTree(bytes).Value(0);
        }
        catch (Exception failure)
            when (failure is CborContentException or InvalidOperationException or OverflowException or FormatException)
        {
            return null;
        }
    }

    private object? Value(int depth)
    {
        if (depth > Deepest || left-- <= 0)
            throw new CborContentException("Too much.");
        switch (reader.PeekState())
        {
            case CborReaderState.Tag:
                reader.ReadTag();
                return Value(depth + 1);
            case CborReaderState.StartMap:
                return Map(depth);
            case CborReaderState.StartArray:
                return Array(depth);
            case CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString:
                return reader.ReadTextString();
            case CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString:
                return reader.ReadByteString();
            case CborReaderState.UnsignedInteger:
                return reader.ReadUInt64();
            case CborReaderState.NegativeInteger:
                return -1 - (decimal)reader.ReadCborNegativeIntegerRepresentation();
            default:
                reader.SkipValue();
                return null;
        }
    }

    private Dictionary<string, object?> Map(int depth)
    {
        var map = new Dictionary<string, object?>();
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            var key = Convert.ToString(Value(depth + 1), CultureInfo.InvariantCulture) ?? "";
            map[key] = Value(depth + 1);
        }
        reader.ReadEndMap();
        return map;
    }

    private List<object?> Array(int depth)
    {
        var list = new List<object?>();
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
            list.Add(Value(depth + 1));
        reader.ReadEndArray();
        return list;
    }
}
