using System.Buffers.Binary;
using System.IO.Compression;

namespace OnRecord.Media.Embedded;

/// <summary>A PNG's chunks: EXIF (eXIf), XMP (iTXt), C2PA (caBX).</summary>
internal static class PngBlocks
{
    private const int LongestText = 4_000_000;

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

    private static ReadOnlySpan<byte> XmpKeyword => "XML:com.adobe.xmp\0"u8;

    public static void Read(ReadOnlyMemory<byte> file, FileBlocks blocks)
    {
        for (var at = Signature.Length; at + 12 <= file.Length; )
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.Span[at..]);
            if (length > file.Length - at - 12)
                return;
            var type = file.Span.Slice(at + 4, 4);
            var body = file.Slice(at + 8, (int)length);
            if (type.SequenceEqual("eXIf"u8))
                blocks.AddExif(body);
            else if (type.SequenceEqual("caBX"u8))
                blocks.AddManifest(body);
            else if (type.SequenceEqual("iTXt"u8) && body.Span.StartsWith(XmpKeyword))
                blocks.AddXmp(Text(body[XmpKeyword.Length..]));
            // libvips itself writes it so; one byte names the method.
            else if (
                type.SequenceEqual("zTXt"u8)
                && body.Span.StartsWith(XmpKeyword)
                && body.Length > XmpKeyword.Length
            )
                blocks.AddXmp(Inflate(body[(XmpKeyword.Length + 1)..]));
            else if (type.SequenceEqual("IEND"u8))
                return;
            at += 12 + (int)length;
        }
    }

    // Flag, method, then a language and a translated keyword, each ending in a zero.
    private static ReadOnlyMemory<byte> Text(ReadOnlyMemory<byte> body)
    {
        if (body.Length < 4)
            return default;
        var isCompressed = body.Span[0] == 1;
        body = body[2..];
        for (var skipped = 0; skipped < 2; skipped++)
        {
            var end = body.Span.IndexOf((byte)0);
            if (end < 0)
                return default;
            body = body[(end + 1)..];
        }
        return isCompressed ? Inflate(body) : body;
    }

    private static ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> body)
    {
        using var packed = new ZLibStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress);
        var text = new byte[LongestText];
        try
        {
            return text.AsMemory(0, packed.ReadAtLeast(text, text.Length, throwOnEndOfStream: false));
        }
        catch (InvalidDataException)
        {
            return default;
        }
    }
}
