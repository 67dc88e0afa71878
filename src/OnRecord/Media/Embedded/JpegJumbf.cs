using System.Buffers.Binary;

namespace OnRecord.Media.Embedded;

/// <summary>Puts the boxes of JPEG XT's APP11 segments (ISO/IEC 19566-5, Annex D) together again; C2PA's manifest store is one of them.</summary>
internal sealed class JpegJumbf
{
    private const int MostSegments = 1000;

    // "JP", the box's number, the segment's number, then the box's own header, which every segment repeats.
    private const int Header = 8;

    private readonly List<(ushort Box, uint Sequence, ReadOnlyMemory<byte> Piece)> segments = [];

    public ReadOnlyMemory<byte>? ManifestStore =>
        segments
            .GroupBy(segment => segment.Box)
            .Select(Join)
            .FirstOrDefault(box => ContentCredentials.ManifestStore.Is(box.Span))
            is { IsEmpty: false } store
            ? store
            : null;

    public void Add(ReadOnlyMemory<byte> segment)
    {
        var bytes = segment.Span;
        if (bytes.Length < Header + 8 || !bytes.StartsWith("JP"u8) || segments.Count == MostSegments)
            return;
        segments.Add(
            (
                BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
                BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]),
                segment[Header..]
            )
        );
    }

    private static ReadOnlyMemory<byte> Join(IEnumerable<(ushort Box, uint Sequence, ReadOnlyMemory<byte> Piece)> box)
    {
        var whole = new MemoryStream();
        foreach (var (_, _, piece) in box.OrderBy(segment => segment.Sequence))
        {
            // A length of 1 says that the real one follows in eight bytes.
            var repeated = piece.Span.StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 1]) ? 16 : 8;
            if (whole.Length == 0)
                whole.Write(piece.Span);
            else if (piece.Length > repeated)
                whole.Write(piece.Span[repeated..]);
        }
        return whole.ToArray();
    }
}
