using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Tests.Sources.Evidence;

/// <summary>Reads a WARC file as the standard describes it (ISO 28500:2017), each record from a gzip member of its own, and checks its digests.</summary>
internal sealed record WarcReader(string Version, IReadOnlyDictionary<string, string> Fields, byte[] Block)
{
    private static readonly byte[] Member = [0x1f, 0x8b, 0x08];

    public string this[string field] => Fields[field];

    public string Type => this["WARC-Type"];

    public string Text => Encoding.Latin1.GetString(Block);

    /// <summary>What of an HTTP block comes after its head.</summary>
    public byte[] Payload => Block[(Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    public static IReadOnlyList<WarcReader> Read(string path) => Read(File.ReadAllBytes(path));

    public static IReadOnlyList<WarcReader> Read(byte[] file)
    {
        var records = new List<WarcReader>();
        for (var start = 0; start < file.Length; )
        {
            // What looks like a member's beginning may be bytes of the block; then the record is not whole yet.
            var end = start;
            WarcReader? record;
            do
            {
                end.ShouldBeLessThan(file.Length, "the last record is not whole");
                end = Next(file, end + 1);
                record = One(file[start..end]);
            } while (record is null);
            record.Check();
            records.Add(record);
            start = end;
        }
        return records;
    }

    private static int Next(byte[] file, int from) =>
        file.AsSpan(from).IndexOf(Member) is >= 0 and var found ? from + found : file.Length;

    private static WarcReader? One(byte[] member)
    {
        if (Unpacked(member) is not { } bytes)
            return null;
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        var lines = Encoding.UTF8.GetString(bytes, 0, end).Split("\r\n");
        var fields = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var length = int.Parse(fields["Content-Length"], System.Globalization.CultureInfo.InvariantCulture);
        // Two line ends close a record, and with it its member.
        return bytes.AsSpan(Math.Min(end + 4 + length, bytes.Length)).SequenceEqual("\r\n\r\n"u8)
            ? new WarcReader(lines[0], fields, bytes[(end + 4)..(end + 4 + length)])
            : null;
    }

    private static byte[]? Unpacked(byte[] member)
    {
        try
        {
            using var plain = new MemoryStream();
            using var packed = new GZipStream(new MemoryStream(member), CompressionMode.Decompress);
            packed.CopyTo(plain);
            return plain.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private void Check()
    {
        Version.ShouldBe("WARC/1.1");
        this["WARC-Record-ID"].ShouldMatch("^<urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}>$");
        this["WARC-Date"].ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$");
        this["WARC-Block-Digest"].ShouldBe(Digest(Block));
        if (Fields.TryGetValue("WARC-Payload-Digest", out var payload))
            payload.ShouldBe(Digest(Payload));
        Fields.Values.ShouldAllBe(value => value.All(sign => sign >= ' ' && sign <= '~'));
    }

    private static string Digest(byte[] bytes) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";
}
