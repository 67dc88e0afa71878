using System.Buffers.Binary;
using System.Text;

namespace OnRecord.Media.Embedded;

/// <summary>The datasets of IPTC-IIM 4.2 that say something of a picture.</summary>
internal sealed class IimRecords
{
    public const int Byline = 80;
    public const int Credit = 110;
    public const int Source = 115;
    public const int Copyright = 116;
    public const int Caption = 120;
    public const int Day = 55;
    public const int Time = 60;
    private const int MostDatasets = 2000;

    private readonly List<(int Dataset, ReadOnlyMemory<byte> Value)> application = [];
    private Encoding? declared;

    public static IimRecords Of(ReadOnlyMemory<byte> bytes)
    {
        var records = new IimRecords();
        for (var read = 0; read < MostDatasets && bytes.Length >= 5 && bytes.Span[0] == 0x1c; read++)
        {
            var (record, dataset) = (bytes.Span[1], bytes.Span[2]);
            long length = BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[3..]);
            // The high bit says that the length itself stands in the following bytes; no caption needs that.
            if (length > 0x7fff || length > bytes.Length - 5)
                break;
            var value = bytes.Slice(5, (int)length);
            if (record == 1 && dataset == 90)
                records.declared = CodedCharacterSet(value.Span);
            else if (record == 2)
                records.application.Add((dataset, value));
            bytes = bytes[(5 + (int)length)..];
        }
        return records;
    }

    public string? First(int dataset) => All(dataset).FirstOrDefault();

    public IEnumerable<string> All(int dataset) =>
        application
            .Where(row => row.Dataset == dataset)
            .Select(row => LegacyText.Read(row.Value.Span, declared))
            .OfType<string>();

    // ISO 2022 escapes as dataset 1:90 names them; where it is missing the text itself is asked.
    private static Encoding? CodedCharacterSet(ReadOnlySpan<byte> escape) =>
        Encoding.Latin1.GetString(escape) switch
        {
            "\u001b%G" or "\u001b%/I" => Encoding.UTF8,
            "\u001b-A" or "\u001b.A" or "\u001b/A" => LegacyText.Of(1252),
            "\u001b-B" or "\u001b.B" => LegacyText.Of(28592),
            "\u001b-L" or "\u001b.L" => LegacyText.Of(28595),
            "\u001b-b" or "\u001b.b" => LegacyText.Of(28605),
            _ => null,
        };
}
