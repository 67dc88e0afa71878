using System.IO.Compression;
using OnRecord.Platform.Fetching;

namespace OnRecord.Sources.Evidence;

/// <summary>The body as a browser would read it, where a server compressed it though it was asked not to.</summary>
internal static class DecodedBody
{
    /// <returns>Null where it is not what it says, or grows beyond <paramref name="most"/> bytes.</returns>
    public static byte[]? Of(Exchange answer, long most)
    {
        var body = answer.Body;
        // The last coding was applied last (RFC 9110, 8.4).
        foreach (var coding in answer.Encodings.Reverse())
            if (Undo(coding, body, most) is { } undone)
                body = undone;
            else
                return null;
        return body;
    }

    private static byte[]? Undo(string coding, byte[] body, long most)
    {
        try
        {
            using var packed = new MemoryStream(body);
            using Stream? plain = coding switch
            {
                "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
                "deflate" => new ZLibStream(packed, CompressionMode.Decompress),
                "br" => new BrotliStream(packed, CompressionMode.Decompress),
                _ => null,
            };
            // A coding that is not known leaves the bytes as they came.
            return plain is null ? body : Read(plain, most);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or InvalidOperationException)
        {
            return null;
        }
    }

    private static byte[]? Read(Stream plain, long most)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int count; (count = plain.Read(buffer)) > 0; )
        {
            if (bytes.Length + count > most)
                return null;
            bytes.Write(buffer, 0, count);
        }
        return bytes.ToArray();
    }
}
