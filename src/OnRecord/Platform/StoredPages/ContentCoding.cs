using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace OnRecord.Platform.StoredPages;

/// <summary>In which form a body goes out (RFC 9110, 8.4.1).</summary>
internal enum ContentCoding
{
    Identity = 0,
    Gzip = 1,
    Brotli = 2,
}

internal static class ContentCodings
{
    private const int Remembered = 256;

    // Readers' browsers send a handful of different lines.
    private static readonly ConcurrentDictionary<string, ContentCoding> Read = new(StringComparer.Ordinal);

    /// <summary>The form that a client takes and that is smallest (RFC 9110, 12.5.3).</summary>
    /// <param name="accepted">The value of <c>Accept-Encoding</c>.</param>
    public static ContentCoding Best(string? accepted)
    {
        if (string.IsNullOrEmpty(accepted))
            return ContentCoding.Identity;
        if (Read.TryGetValue(accepted, out var known))
            return known;
        var best = Choose(accepted);
        if (Read.Count < Remembered && accepted.Length < 200)
            Read.TryAdd(accepted, best);
        return best;
    }

    public static byte[] Compress(byte[] body, ContentCoding coding, bool best)
    {
        if (coding == ContentCoding.Brotli)
            // 3 is a tenth smaller than 1, for a tenth of a millisecond: with comments below it, a story's first form would not fit into what a slow line brings at once.
            return Brotli(body, best ? 11 : 3);
        using var packed = new MemoryStream(body.Length / 3);
        using (var gzip = new GZipStream(packed, best ? CompressionLevel.SmallestSize : CompressionLevel.Fastest, true))
            gzip.Write(body);
        return packed.ToArray();
    }

    private static byte[] Brotli(byte[] body, int quality)
    {
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(body.Length));
        try
        {
            return BrotliEncoder.TryCompress(body, room, out var length, quality, window: 22)
                ? room[..length]
                : throw new InvalidOperationException("A body did not fit where it must.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    private static ContentCoding Choose(string accepted)
    {
        if (!StringWithQualityHeaderValue.TryParseList([accepted], out var wishes))
            return ContentCoding.Identity;
        double? Wish(string name) =>
            wishes
                .Where(wish => wish.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
                .Select(wish => wish.Quality ?? 1)
                .Cast<double?>()
                .Max();
        var any = Wish("*") ?? 0;
        var (brotli, gzip) = (Wish("br") ?? any, Wish("gzip") ?? Wish("x-gzip") ?? any);
        var identity = Wish("identity") ?? (Wish("*") is 0 ? 0 : 0.001);
        if (brotli > 0 && brotli >= gzip && brotli >= identity)
            return ContentCoding.Brotli;
        return gzip > 0 && gzip >= identity ? ContentCoding.Gzip : ContentCoding.Identity;
    }
}
