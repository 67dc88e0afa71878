using System.Buffers.Binary;

namespace OnRecord.Media.Embedded;

/// <summary>A WebP's chunks: <c>EXIF</c>, <c>XMP </c>, <c>C2PA</c>.</summary>
internal static class RiffBlocks
{
    public static void Read(ReadOnlyMemory<byte> file, FileBlocks blocks)
    {
        for (var at = 12; at + 8 <= file.Length; )
        {
            var type = file.Span.Slice(at, 4);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file.Span[(at + 4)..]);
            if (length > file.Length - at - 8)
                return;
            var body = file.Slice(at + 8, (int)length);
            if (type.SequenceEqual("EXIF"u8))
                blocks.AddExif(body);
            else if (type.SequenceEqual("XMP "u8))
                blocks.AddXmp(body);
            else if (type.SequenceEqual("C2PA"u8))
                blocks.AddManifest(body);
            at += 8 + (int)length + ((int)length % 2);
        }
    }
}
