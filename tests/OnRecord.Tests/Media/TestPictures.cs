using System.Buffers.Binary;
using System.Text;
using NetVips;

namespace OnRecord.Tests.Media;

/// <summary>Pictures made for these tests, and blocks put into them by hand.</summary>
internal static class TestPictures
{
    /// <summary>Red on the left third, blue on the rest, so that one can see where it was cut.</summary>
    public static byte[] Halves(int width, int height, string format = "jpg")
    {
        using var blue = Solid(width, height, [20, 40, 200]);
        using var red = Solid(width / 3, height, [200, 30, 20]);
        using var both = blue.Insert(red, 0, 0);
        return format switch
        {
            "png" => both.PngsaveBuffer(),
            "webp" => both.WebpsaveBuffer(),
            "avif" => both.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0),
            "tiff" => both.TiffsaveBuffer(),
            _ => both.JpegsaveBuffer(),
        };
    }

    /// <summary>A JPEG with a segment behind its start.</summary>
    public static byte[] WithSegment(byte[] jpeg, byte marker, params byte[] body)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(body.Length + 2));
        return [.. jpeg[..2], 0xff, marker, .. length, .. body, .. jpeg[2..]];
    }

    public static byte[] WithXmp(byte[] jpeg, string description) =>
        WithSegment(jpeg, 0xe1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes(Xmp(description))]);

    public static string Xmp(string description) =>
        $"""
            <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
             xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
             xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"
             exif:GPSLatitude="50,27.5N" aux:SerialNumber="SN-4711">{description}</rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>
            """;

    /// <param name="datasets">Record, dataset and value, in order.</param>
    public static byte[] WithIim(byte[] jpeg, params (byte Record, byte Dataset, byte[] Value)[] datasets)
    {
        byte[] records =
        [
            .. datasets.SelectMany(row =>
                (byte[])
                    [0x1c, row.Record, row.Dataset, (byte)(row.Value.Length >> 8), (byte)row.Value.Length, .. row.Value]
            ),
        ];
        return WithSegment(
            jpeg,
            0xed,
            [
                .. "Photoshop 3.0\08BIM\u0004\u0004\0\0\0\0"u8,
                (byte)(records.Length >> 8),
                (byte)records.Length,
                .. records,
            ]
        );
    }

    public static byte[] WithExif(byte[] jpeg, params (ushort Tag, string Value)[] texts)
    {
        var entries = new MemoryStream();
        var values = new MemoryStream();
        var at = 8 + 2 + (12 * texts.Length) + 4;
        Span<byte> entry = stackalloc byte[12];
        foreach (var (tag, text) in texts)
        {
            byte[] value = [.. Encoding.UTF8.GetBytes(text), 0, 0, 0, 0];
            BinaryPrimitives.WriteUInt16LittleEndian(entry, tag);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], 2);
            BinaryPrimitives.WriteInt32LittleEndian(entry[4..], value.Length);
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], at + (int)values.Length);
            entries.Write(entry);
            values.Write(value);
        }
        return WithSegment(
            jpeg,
            0xe1,
            [
                .. "Exif\0\0II*\0\u0008\0\0\0"u8,
                (byte)texts.Length,
                0,
                .. entries.ToArray(),
                0,
                0,
                0,
                0,
                .. values.ToArray(),
            ]
        );
    }

    /// <summary>A PNG with a chunk behind its header.</summary>
    public static byte[] WithChunk(byte[] png, string type, byte[] body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. body];
        var sum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(typed));
        return [.. png[..33], .. length, .. typed, .. sum, .. png[33..]];
    }

    private static uint Crc(byte[] bytes)
    {
        var sum = 0xffffffffu;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum >> 1) ^ (0xedb88320u & (uint)-(int)(sum & 1));
        }
        return ~sum;
    }

    private static Image Solid(int width, int height, double[] colour)
    {
        using var black = Image.Black(width, height, 3);
        using var coloured = black + colour;
        using var cast = coloured.Cast(Enums.BandFormat.Uchar);
        return cast.Copy(interpretation: Enums.Interpretation.Srgb);
    }
}
