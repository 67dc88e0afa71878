using System.Buffers.Binary;
using System.Text;

namespace OnRecord.Media.Embedded;

/// <summary>A picture's credit and caption as IPTC-IIM in Photoshop's resource 0x0404, for the programs that read nothing newer.</summary>
internal static class IimStamp
{
    // IIM allows a by-line 32 bytes and a caption 2,000; readers take more, and half a name would be a wrong name.
    private const int LongestValue = 0x7fff;

    public static byte[] Of(PictureWords words)
    {
        var records = new MemoryStream();
        Add(records, 1, 90, "\u001b%G"u8);
        Add(records, 2, 0, [0, 4]);
        Add(records, IimRecords.Byline, words.Credit);
        Add(records, IimRecords.Credit, words.Credit);
        Add(records, IimRecords.Caption, words.Caption);
        if (records.Length % 2 != 0)
            records.WriteByte(0);
        var size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, (int)records.Length);
        return [.. "Photoshop 3.0\08BIM\u0004\u0004\0\0"u8, .. size, .. records.ToArray()];
    }

    private static void Add(MemoryStream records, int dataset, string? text)
    {
        if (text is not null && Encoding.UTF8.GetBytes(text) is { Length: <= LongestValue } bytes)
            Add(records, 2, (byte)dataset, bytes);
    }

    private static void Add(MemoryStream records, byte record, byte dataset, ReadOnlySpan<byte> value)
    {
        Span<byte> header = [0x1c, record, dataset, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(header[3..], (ushort)value.Length);
        records.Write(header);
        records.Write(value);
    }
}
