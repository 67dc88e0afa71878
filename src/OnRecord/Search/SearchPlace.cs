using System.Buffers.Binary;

namespace OnRecord.Search;

/// <summary>A story's number in the index. It grows with the time of publication, so that the newest are the highest and days are ranges.</summary>
internal static class SearchPlace
{
    private const int Bits = 8;
    private const int WidestBits = 30;

    /// <summary>The first number of an instant.</summary>
    public static long From(DateTimeOffset at) => at.ToUnixTimeSeconds() << Bits;

    /// <summary>The day of a number, counted from 1970.</summary>
    public static long Day(long place) => (place >> Bits) / 86_400;

    /// <summary>A number that may be free. Where many stories share a second, later tries reach further behind it.</summary>
    public static long Try(DateTimeOffset at, Guid story, int tries)
    {
        Span<byte> bytes = stackalloc byte[16];
        story.TryWriteBytes(bytes, bigEndian: true, out _);
        var chance = (BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) + (ulong)tries) * 0x9E3779B97F4A7C15UL;
        return From(at) + (long)(chance >> (64 - Math.Min(Bits + tries, WidestBits)));
    }
}
