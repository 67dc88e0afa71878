using System.Buffers.Binary;
using NetVips;

namespace OnRecord.Media.Embedded;

/// <summary>AVIF and HEIC: C2PA's box is among the outermost; where EXIF and XMP lie only the items' table says, which libvips reads.</summary>
internal static class BoxBlocks
{
    private static readonly byte[] C2paBox = Convert.FromHexString("D8FEC3D61B0E483C92975828877EC481");

    public static void Read(ReadOnlyMemory<byte> file, FileBlocks blocks)
    {
        ReadItems(file.ToArray(), blocks);
        for (var at = 0L; at + 24 <= file.Length; )
        {
            var bytes = file.Span[(int)at..];
            long length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            var header = length == 1 ? 16 : 8;
            if (length == 1)
                length = BinaryPrimitives.ReadInt64BigEndian(bytes[8..]);
            if (length < header || length > bytes.Length)
                return;
            if (bytes[4..].StartsWith("uuid"u8) && bytes[header..].StartsWith(C2paBox))
                blocks.AddManifest(Manifest(file.Slice((int)at + header + 16, (int)length - header - 16)));
            at += length;
        }
    }

    // Version and flags, the box's purpose ending in a zero, and eight bytes that say where Merkle trees lie.
    private static ReadOnlyMemory<byte> Manifest(ReadOnlyMemory<byte> body)
    {
        var purpose = "\0\0\0\0manifest\0"u8;
        return body.Span.StartsWith(purpose) && body.Length > purpose.Length + 8
            ? body[(purpose.Length + 8)..]
            : default;
    }

    private static void ReadItems(byte[] file, FileBlocks blocks)
    {
        try
        {
            using var image = Image.NewFromBuffer(file, access: Enums.Access.Sequential);
            if (image.Contains("exif-data"))
                blocks.AddExif((byte[])image.Get("exif-data"));
            if (image.Contains("xmp-data"))
                blocks.AddXmp((byte[])image.Get("xmp-data"));
        }
        catch (VipsException) { }
    }
}
