using System.Buffers.Binary;

namespace OnRecord.Media.Embedded;

/// <summary>A JPEG's application segments: EXIF and XMP (APP1), C2PA (APP11), Photoshop's resources (APP13).</summary>
internal static class JpegBlocks
{
    private const byte StartOfScan = 0xda;
    private const byte EndOfImage = 0xd9;

    public static void Read(ReadOnlyMemory<byte> file, FileBlocks blocks)
    {
        var extended = new ExtendedXmp();
        var jumbf = new JpegJumbf();
        var photoshop = new MemoryStream();
        foreach (var (marker, body) in Segments(file))
        {
            var bytes = body.Span;
            if (marker == 0xe1 && bytes.StartsWith("Exif\0\0"u8))
                blocks.AddExif(body);
            else if (marker == 0xe1 && bytes.StartsWith("http://ns.adobe.com/xap/1.0/\0"u8))
                blocks.AddXmp(body[29..]);
            else if (marker == 0xe1 && bytes.StartsWith(ExtendedXmp.Signature))
                extended.Add(body);
            else if (marker == 0xeb)
                jumbf.Add(body);
            else if (marker == 0xed && bytes.StartsWith("Photoshop 3.0\0"u8))
                photoshop.Write(bytes[14..]);
        }
        if (extended.Packet is { } packet)
            blocks.AddXmp(packet);
        blocks.AddPhotoshop(photoshop.ToArray());
        if (jumbf.ManifestStore is { } store)
            blocks.AddManifest(store);
    }

    private static IEnumerable<(byte Marker, ReadOnlyMemory<byte> Body)> Segments(ReadOnlyMemory<byte> file)
    {
        for (var at = 2; at + 4 <= file.Length; )
        {
            if (file.Span[at] != 0xff)
                yield break;
            var marker = file.Span[at + 1];
            if (marker is 0xff or 0x01 or >= 0xd0 and <= 0xd8)
            {
                at += marker == 0xff ? 1 : 2;
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(file.Span[(at + 2)..]);
            if (marker is StartOfScan or EndOfImage || length < 2 || at + 2 + length > file.Length)
                yield break;
            yield return (marker, file.Slice(at + 4, length - 2));
            at += 2 + length;
        }
    }
}

/// <summary>XMP too long for one segment (XMP Specification Part 3, 1.1.3.1): a digest, the whole length, an offset, a piece.</summary>
internal sealed class ExtendedXmp
{
    private const int Header = 35 + 32 + 4 + 4;
    private const int LongestPacket = 4_000_000;

    private readonly SortedDictionary<uint, ReadOnlyMemory<byte>> pieces = [];
    private long length;

    public static ReadOnlySpan<byte> Signature => "http://ns.adobe.com/xmp/extension/\0"u8;

    public ReadOnlyMemory<byte>? Packet =>
        pieces.Count == 0 ? null : pieces.Values.SelectMany(piece => piece.ToArray()).ToArray();

    public void Add(ReadOnlyMemory<byte> segment)
    {
        if (segment.Length <= Header || length + segment.Length > LongestPacket)
            return;
        length += segment.Length;
        pieces[BinaryPrimitives.ReadUInt32BigEndian(segment.Span[(Header - 4)..])] = segment[Header..];
    }
}
