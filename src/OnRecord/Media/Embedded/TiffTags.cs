using System.Buffers.Binary;

namespace OnRecord.Media.Embedded;

/// <summary>The entries of a TIFF structure's directories, which EXIF borrowed.</summary>
internal sealed class TiffTags
{
    public const ushort Description = 0x010e;
    public const ushort Artist = 0x013b;
    public const ushort Copyright = 0x8298;
    public const ushort Taken = 0x9003;
    public const ushort TakenOffset = 0x9011;
    public const ushort Xmp = 0x02bc;
    public const ushort Iim = 0x83bb;
    public const ushort Photoshop = 0x8649;
    public const ushort Manifest = 0xcd41;
    private const ushort ExifDirectory = 0x8769;
    private const int MostEntries = 1000;

    // Bytes a value of each type takes; the types are numbered from 1.
    private static readonly int[] Sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

    private readonly Dictionary<ushort, ReadOnlyMemory<byte>> values = [];
    private readonly ReadOnlyMemory<byte> block;
    private readonly bool isLittle;

    private TiffTags(ReadOnlyMemory<byte> block, bool isLittle) => (this.block, this.isLittle) = (block, isLittle);

    /// <summary>The first directory and the EXIF one.</summary>
    public static TiffTags Of(ReadOnlyMemory<byte> block)
    {
        var tags = new TiffTags(block, block.Span.StartsWith("II"u8));
        if (block.Length < 8 || !(tags.isLittle || block.Span.StartsWith("MM"u8)))
            return tags;
        tags.ReadDirectory(tags.Number32(4));
        if (tags.values.TryGetValue(ExifDirectory, out var exif) && exif.Length == 4)
            tags.ReadDirectory(tags.Number32(exif.Span));
        return tags;
    }

    /// <returns>Empty where there is no such entry.</returns>
    public ReadOnlyMemory<byte> this[ushort tag] => values.GetValueOrDefault(tag);

    public string? Text(ushort tag) => values.TryGetValue(tag, out var bytes) ? LegacyText.Read(bytes.Span) : null;

    private void ReadDirectory(uint offset)
    {
        if (offset > block.Length - 2)
            return;
        var count = Math.Min(Number16((int)offset), MostEntries);
        for (var entry = 0; entry < count; entry++)
        {
            var at = (int)offset + 2 + (entry * 12);
            if (at + 12 > block.Length)
                return;
            Add(at);
        }
    }

    private void Add(int at)
    {
        var (tag, type, count) = (Number16(at), Number16(at + 2), Number32(at + 4));
        if (type == 0 || type >= Sizes.Length)
            return;
        var length = (long)count * Sizes[type];
        var from = length <= 4 ? at + 8L : Number32(at + 8);
        if (from + length <= block.Length)
            values.TryAdd((ushort)tag, block.Slice((int)from, (int)length));
    }

    private int Number16(int at) =>
        isLittle
            ? BinaryPrimitives.ReadUInt16LittleEndian(block.Span[at..])
            : BinaryPrimitives.ReadUInt16BigEndian(block.Span[at..]);

    private uint Number32(int at) => Number32(block.Span[at..]);

    private uint Number32(ReadOnlySpan<byte> bytes) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}

/// <summary>A TIFF file is such a structure itself, with everything else in entries of its own.</summary>
internal static class TiffBlocks
{
    public static void Read(ReadOnlyMemory<byte> file, FileBlocks blocks)
    {
        var tags = TiffTags.Of(file);
        blocks.AddExif(file, whole: true);
        if (!tags[TiffTags.Xmp].IsEmpty)
            blocks.AddXmp(tags[TiffTags.Xmp]);
        if (!tags[TiffTags.Iim].IsEmpty)
            blocks.AddIim(tags[TiffTags.Iim]);
        blocks.AddPhotoshop(tags[TiffTags.Photoshop]);
        if (!tags[TiffTags.Manifest].IsEmpty)
            blocks.AddManifest(tags[TiffTags.Manifest]);
    }
}
