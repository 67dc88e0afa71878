using System.Buffers.Binary;

namespace OnRecord.TransparencyLog;

/// <summary>Entries as a log serves them: each after its length in two bytes, the high one first (C2SP tlog-tiles, “Log entries”).</summary>
public static class EntryBundle
{
    /// <summary>The longest entry there can be, in bytes.</summary>
    public const int LongestEntry = ushort.MaxValue;

    /// <summary>Writes entries in their order.</summary>
    /// <exception cref="ArgumentException">One is longer than <see cref="LongestEntry"/>.</exception>
    public static byte[] Write(IEnumerable<ReadOnlyMemory<byte>> entries)
    {
        using var bundle = new MemoryStream();
        Span<byte> length = stackalloc byte[2];
        foreach (var entry in entries)
        {
            if (entry.Length > LongestEntry)
                throw new ArgumentException($"An entry of {entry.Length} bytes is longer than {LongestEntry}.");
            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)entry.Length);
            bundle.Write(length);
            bundle.Write(entry.Span);
        }
        return bundle.ToArray();
    }

    /// <summary>Reads the entries.</summary>
    /// <exception cref="LogFormatException">The bundle ends within an entry.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Read(ReadOnlyMemory<byte> bundle)
    {
        var entries = new List<ReadOnlyMemory<byte>>();
        for (var at = 0; at < bundle.Length; )
        {
            if (bundle.Length - at < 2)
                throw new LogFormatException("The bundle of entries ends within an entry's length.");
            var length = BinaryPrimitives.ReadUInt16BigEndian(bundle.Span[at..]);
            at += 2;
            if (bundle.Length - at < length)
                throw new LogFormatException("The bundle of entries ends within an entry.");
            entries.Add(bundle.Slice(at, length));
            at += length;
        }
        return entries;
    }
}
