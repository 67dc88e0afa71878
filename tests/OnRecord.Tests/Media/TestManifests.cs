using System.Buffers.Binary;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace OnRecord.Tests.Media;

/// <summary>Small C2PA manifest stores, made here box by box.</summary>
internal static class TestManifests
{
    private static readonly byte[] TypeEnding = Convert.FromHexString("00110010800000AA00389B71");

    /// <summary>A store of one manifest whose signer's certificate is made on the spot.</summary>
    public static byte[] Store(params (string Action, string? SourceType)[] actions) =>
        Super("c2pa", "c2pa", Manifest("urn:c2pa:one", actions));

    public static byte[] Manifest(string label, params (string Action, string? SourceType)[] actions) =>
        Super(
            "c2ma",
            label,
            Super("c2as", "c2pa.assertions", Super("cbor", "c2pa.actions.v2", Box("cbor", Actions(actions)))),
            Super("c2cl", "c2pa.claim.v2", Box("cbor", Claim())),
            Super("c2cs", "c2pa.signature", Box("cbor", Signature()))
        );

    /// <summary>A box of JUMBF that holds others, with its description box first.</summary>
    public static byte[] Super(string type, string label, params byte[][] inside)
    {
        byte[] description = [.. Encoding.ASCII.GetBytes(type), .. TypeEnding, 3, .. Encoding.UTF8.GetBytes(label), 0];
        return Box("jumb", [.. Box("jumd", description), .. inside.SelectMany(box => box)]);
    }

    public static byte[] Box(string type, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length + 8);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. content];
    }

    /// <summary>The store in APP11 segments of a JPEG, in pieces as long stores are.</summary>
    public static byte[] InJpeg(byte[] jpeg, byte[] store, int piece = 700)
    {
        var pieces = store[8..].Chunk(piece).ToList();
        for (var at = pieces.Count; at > 0; at--)
            jpeg = TestPictures.WithSegment(
                jpeg,
                0xeb,
                [.. "JP"u8, 0, 1, 0, 0, (byte)(at >> 8), (byte)at, .. store[..8], .. pieces[at - 1]]
            );
        return jpeg;
    }

    public static byte[] InWebp(byte[] webp, byte[] store)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, store.Length);
        byte[] whole = [.. webp, .. "C2PA"u8, .. length, .. store, .. new byte[store.Length % 2]];
        BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(4), whole.Length - 8);
        return whole;
    }

    public static byte[] InAvif(byte[] avif, byte[] store) =>
        [
            .. avif,
            .. Box(
                "uuid",
                [
                    .. Convert.FromHexString("D8FEC3D61B0E483C92975828877EC481"),
                    .. "\0\0\0\0manifest\0"u8,
                    .. new byte[8],
                    .. store,
                ]
            ),
        ];

    private static byte[] Actions((string Action, string? SourceType)[] actions)
    {
        var cbor = new CborWriter();
        cbor.WriteStartMap(1);
        cbor.WriteTextString("actions");
        cbor.WriteStartArray(actions.Length);
        foreach (var (action, sourceType) in actions)
        {
            cbor.WriteStartMap(sourceType is null ? 3 : 4);
            Pair(cbor, "action", action);
            cbor.WriteTextString("when");
            cbor.WriteTag(CborTag.DateTimeString);
            cbor.WriteTextString("2026-03-01T07:45:00Z");
            cbor.WriteTextString("softwareAgent");
            cbor.WriteStartMap(2);
            Pair(cbor, "name", "Harrow Darkroom");
            Pair(cbor, "version", "4");
            cbor.WriteEndMap();
            if (sourceType is not null)
                Pair(cbor, "digitalSourceType", $"http://cv.iptc.org/newscodes/digitalsourcetype/{sourceType}");
            cbor.WriteEndMap();
        }
        cbor.WriteEndArray();
        cbor.WriteEndMap();
        return cbor.Encode();
    }

    private static byte[] Claim()
    {
        var cbor = new CborWriter();
        cbor.WriteStartMap(2);
        Pair(cbor, "dc:title", "ferry.jpg");
        cbor.WriteTextString("claim_generator_info");
        cbor.WriteStartMap(2);
        Pair(cbor, "name", "Harrow Camera");
        Pair(cbor, "version", "1.2");
        cbor.WriteEndMap();
        cbor.WriteEndMap();
        return cbor.Encode();
    }

    private static byte[] Signature()
    {
        var headers = new CborWriter();
        headers.WriteStartMap(2);
        headers.WriteInt32(1);
        headers.WriteInt32(-7);
        headers.WriteInt32(33);
        headers.WriteStartArray(1);
        headers.WriteByteString(Certificate());
        headers.WriteEndArray();
        headers.WriteEndMap();
        var cbor = new CborWriter();
        cbor.WriteTag((CborTag)18);
        cbor.WriteStartArray(4);
        cbor.WriteByteString(headers.Encode());
        cbor.WriteStartMap(0);
        cbor.WriteEndMap();
        cbor.WriteNull();
        cbor.WriteByteString(new byte[64]);
        cbor.WriteEndArray();
        return cbor.Encode();
    }

    private static byte[] Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var asked = new CertificateRequest("CN=Signing 7, O=Harrow Camera Works", key, HashAlgorithmName.SHA256);
        using var made = asked.CreateSelfSigned(
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        return made.RawData;
    }

    private static void Pair(CborWriter cbor, string key, string value)
    {
        cbor.WriteTextString(key);
        cbor.WriteTextString(value);
    }
}
