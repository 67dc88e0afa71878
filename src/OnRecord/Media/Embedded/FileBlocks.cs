using System.Buffers.Binary;
using System.Text;

namespace OnRecord.Media.Embedded;

/// <summary>The blocks of words inside a picture file, as they lie there. Whatever does not fit its container's rules is left out.</summary>
internal sealed class FileBlocks
{
    /// <summary>What is longer is no caption; it is left out, not cut.</summary>
    private const int LongestBlock = 4_000_000;

    private FileBlocks() { }

    /// <summary>A TIFF structure, as EXIF has it.</summary>
    public ReadOnlyMemory<byte> Exif { get; private set; }

    /// <summary>XMP packets, the main one first.</summary>
    public List<ReadOnlyMemory<byte>> Xmp { get; } = [];

    /// <summary>IPTC-IIM records.</summary>
    public ReadOnlyMemory<byte> Iim { get; private set; }

    /// <summary>A C2PA manifest store.</summary>
    public ReadOnlyMemory<byte> Manifest { get; private set; }

    public static FileBlocks Of(ReadOnlyMemory<byte> file)
    {
        var blocks = new FileBlocks();
        var start = file.Span;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]))
            JpegBlocks.Read(file, blocks);
        else if (start.StartsWith(PngBlocks.Signature))
            PngBlocks.Read(file, blocks);
        else if (start.StartsWith("RIFF"u8) && start.Length > 12 && start[8..].StartsWith("WEBP"u8))
            RiffBlocks.Read(file, blocks);
        else if (start.Length > 12 && start[4..].StartsWith("ftyp"u8))
            BoxBlocks.Read(file, blocks);
        else if (start.StartsWith("II*\0"u8) || start.StartsWith("MM\0*"u8))
            TiffBlocks.Read(file, blocks);
        else if (IsMarkup(start))
            blocks.AddXmp(file);
        return blocks;
    }

    /// <param name="whole">Whether it is the whole file, which may be long.</param>
    public void AddExif(ReadOnlyMemory<byte> block, bool whole = false)
    {
        if (Exif.IsEmpty && (whole || block.Length <= LongestBlock))
            Exif = block.Span.StartsWith("Exif\0\0"u8) ? block[6..] : block;
    }

    public void AddXmp(ReadOnlyMemory<byte> packet)
    {
        if (Xmp.Count < 4 && packet.Length <= LongestBlock)
            Xmp.Add(packet);
    }

    public void AddIim(ReadOnlyMemory<byte> records)
    {
        if (Iim.IsEmpty && records.Length <= LongestBlock)
            Iim = records;
    }

    /// <param name="resources">Photoshop's image resources: resource 0x0404 holds the IIM records.</param>
    public void AddPhotoshop(ReadOnlyMemory<byte> resources)
    {
        while (resources.Length >= 12)
        {
            var bytes = resources.Span;
            if (!bytes.StartsWith("8BIM"u8) && !bytes.StartsWith("PHUT"u8) && !bytes.StartsWith("AgHg"u8))
                return;
            var id = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
            var name = 1 + bytes[6];
            var at = 6 + name + (name % 2);
            if (at + 4 > bytes.Length)
                return;
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            at += 4;
            if (length > bytes.Length - at)
                return;
            if (id == 0x0404)
                AddIim(resources.Slice(at, (int)length));
            resources = resources[(int)Math.Min(bytes.Length, at + length + (length % 2))..];
        }
    }

    public void AddManifest(ReadOnlyMemory<byte> store)
    {
        if (Manifest.IsEmpty && store.Length <= ContentCredentials.ManifestStore.LongestStore)
            Manifest = store;
    }

    private static bool IsMarkup(ReadOnlySpan<byte> start) =>
        Encoding
            .Latin1.GetString(start[..Math.Min(start.Length, 1000)])
            .Contains("<svg", StringComparison.OrdinalIgnoreCase);
}
