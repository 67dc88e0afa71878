using System.Buffers.Binary;
using System.Text;

namespace OnRecord.Media.ContentCredentials;

/// <summary>A box of JUMBF (ISO/IEC 19566-5). A superbox has a label and boxes inside; any other has bytes.</summary>
internal sealed record JumbfBox(string Type, string Label, ReadOnlyMemory<byte> Content, IReadOnlyList<JumbfBox> Inside)
{
    private const int Deepest = 12;
    private const int MostBoxes = 5000;

    /// <summary>The boxes in a piece of bytes, as far as they are whole. Nesting and number are limited.</summary>
    public static IReadOnlyList<JumbfBox> Read(ReadOnlyMemory<byte> bytes)
    {
        var left = MostBoxes;
        return Read(bytes, 0, ref left);
    }

    private static List<JumbfBox> Read(ReadOnlyMemory<byte> bytes, int depth, ref int left)
    {
        var boxes = new List<JumbfBox>();
        while (Next(bytes) is var (type, content, length) && length > 0 && left-- > 0)
        {
            bytes = bytes[length..];
            if (type != "jumb")
                boxes.Add(new JumbfBox(type, "", content, []));
            else if (depth < Deepest)
                boxes.Add(Super(Read(content, depth + 1, ref left)));
        }
        return boxes;
    }

    /// <summary>The first box: its type, what is in it, and how many bytes it takes in all; 0 where there is no whole box.</summary>
    public static (string Type, ReadOnlyMemory<byte> Content, int Length) Next(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < 8)
            return ("", default, 0);
        long length = BinaryPrimitives.ReadUInt32BigEndian(bytes.Span);
        var header = length == 1 ? 16 : 8;
        if (length == 1)
            length = bytes.Length < 16 ? 0 : BinaryPrimitives.ReadInt64BigEndian(bytes.Span[8..]);
        else if (length == 0)
            length = bytes.Length;
        return length < header || length > bytes.Length
            ? ("", default, 0)
            : (
                Encoding.Latin1.GetString(bytes.Span.Slice(4, 4)),
                bytes.Slice(header, (int)length - header),
                (int)length
            );
    }

    private static JumbfBox Super(List<JumbfBox> inside) =>
        inside is [{ Type: "jumd" } description, ..]
            ? new JumbfBox("jumb", LabelOf(description.Content.Span), description.Content, inside[1..])
            : new JumbfBox("jumb", "", default, inside);

    // Sixteen bytes of type, a byte of toggles, of which the second says that a label follows.
    private static string LabelOf(ReadOnlySpan<byte> description)
    {
        if (description.Length < 18 || (description[16] & 2) == 0)
            return "";
        var label = description[17..];
        var end = label.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? label : label[..end]);
    }
}
