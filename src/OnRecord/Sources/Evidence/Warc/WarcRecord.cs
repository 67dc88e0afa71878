using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Sources.Evidence.Warc;

/// <summary>One record of a WARC file (ISO 28500:2017, version 1.1): named fields, an empty line, a block.</summary>
internal sealed class WarcRecord
{
    private readonly List<(string Name, string Value)> fields = [];
    private readonly byte[] block;

    /// <param name="type">Such as <c>response</c>.</param>
    public WarcRecord(string type, DateTimeOffset at, string contentType, byte[] block)
    {
        this.block = block;
        With("WARC-Type", type);
        With("WARC-Record-ID", Id);
        With("WARC-Date", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        With("Content-Type", contentType);
        With("WARC-Block-Digest", Digest(block));
    }

    /// <summary>As it is written: <c>&lt;urn:uuid:…&gt;</c>.</summary>
    public string Id { get; } = $"<urn:uuid:{Guid.CreateVersion7()}>";

    // The hexadecimal form, so that it can be held against what a page of ours and sha256sum say.
    public static string Digest(ReadOnlySpan<byte> bytes) =>
        $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";

    /// <exception cref="ArgumentException">A field's value holds what would end its line.</exception>
    public WarcRecord With(string name, string value)
    {
        if (value.Any(char.IsControl))
            throw new ArgumentException($"{name} holds a control character.", nameof(value));
        fields.Add((name, value));
        return this;
    }

    /// <summary>The record as a gzip member of its own (annex D), so that it can be read without those before it.</summary>
    public void WriteTo(Stream file)
    {
        using var member = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
        var head = new StringBuilder("WARC/1.1\r\n");
        foreach (var (name, value) in fields)
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {block.Length}\r\n\r\n");
        member.Write(Encoding.UTF8.GetBytes(head.ToString()));
        member.Write(block);
        member.Write("\r\n\r\n"u8);
    }
}
