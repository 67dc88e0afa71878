using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OnRecord.TransparencyLog;

/// <summary>JSON in the one way it can be hashed (RFC 8785, JCS).</summary>
public static class CanonicalJson
{
    private const int Deepest = 256;

    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = Deepest,
        AllowDuplicateProperties = false,
    };

    /// <summary>The canonical bytes of a JSON text.</summary>
    /// <param name="json">UTF-8.</param>
    /// <exception cref="LogFormatException">It is not I-JSON (RFC 7493): malformed, a name twice in an object, a lone surrogate, a number beyond a double.</exception>
    public static byte[] Of(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var written = new ArrayBufferWriter<byte>();
            Write(document.RootElement, written);
            return written.WrittenSpan.ToArray();
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new LogFormatException($"This JSON has no canonical form: {fault.Message}");
        }
    }

    private static void Write(JsonElement value, ArrayBufferWriter<byte> to)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var first = true;
                to.Write("{"u8);
                // 3.2.3: by UTF-16 code units.
                foreach (var property in value.EnumerateObject().OrderBy(one => one.Name, StringComparer.Ordinal))
                {
                    to.Write(first ? ""u8 : ","u8);
                    first = false;
                    Write(property.Name, to);
                    to.Write(":"u8);
                    Write(property.Value, to);
                }
                to.Write("}"u8);
                break;
            case JsonValueKind.Array:
                to.Write("["u8);
                foreach (var (at, item) in value.EnumerateArray().Index())
                {
                    to.Write(at == 0 ? ""u8 : ","u8);
                    Write(item, to);
                }
                to.Write("]"u8);
                break;
            case JsonValueKind.String:
                Write(value.GetString()!, to);
                break;
            case JsonValueKind.Number:
                to.Write(Encoding.ASCII.GetBytes(Number(value.GetDouble())));
                break;
            default:
                to.Write(
                    value.ValueKind == JsonValueKind.True ? "true"u8
                    : value.ValueKind == JsonValueKind.False ? "false"u8
                    : "null"u8
                );
                break;
        }
    }

    // 3.2.2.2.
    private static void Write(string text, ArrayBufferWriter<byte> to)
    {
        var written = new StringBuilder(text.Length + 2).Append('"');
        foreach (var letter in text)
            if (Escape(letter) is { } escape)
                written.Append(escape);
            else
                written.Append(letter);
        try
        {
            to.Write(new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(written.Append('"').ToString()));
        }
        catch (EncoderFallbackException)
        {
            throw new LogFormatException("This JSON has no canonical form: a string holds half a character.");
        }
    }

    private static string? Escape(char letter) =>
        letter switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\b' => "\\b",
            '\t' => "\\t",
            '\n' => "\\n",
            '\f' => "\\f",
            '\r' => "\\r",
            < ' ' => $"\\u{(int)letter:x4}",
            _ => null,
        };

    /// <summary>A number as ECMAScript writes it (ECMA-262, Number::toString).</summary>
    private static string Number(double value)
    {
        if (!double.IsFinite(value))
            throw new LogFormatException("This JSON has no canonical form: a number is beyond what a double holds.");
        if (value == 0)
            return "0";
        var round = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var (digits, exponent) = Digits(round);
        var (sign, count) = (value < 0 ? "-" : "", digits.Length);
        return sign
            + (
                exponent is > 0 and <= 21
                    ? count <= exponent
                        ? digits + new string('0', exponent - count)
                        : $"{digits[..exponent]}.{digits[exponent..]}"
                    : exponent is > -6 and <= 0
                        ? $"0.{new string('0', -exponent)}{digits}"
                        : $"{digits[0]}{(count > 1 ? $".{digits[1..]}" : "")}e{(exponent > 0 ? "+" : "-")}{Math.Abs(exponent - 1)}"
            );
    }

    // The shortest digits that are read back as the same number, and where the point stands among them.
    private static (string Digits, int Exponent) Digits(string written)
    {
        var parts = written.Split('E');
        var power = parts.Length == 2 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? parts[0] : parts[0][..point];
        var digits = (whole + (point < 0 ? "" : parts[0][(point + 1)..])).TrimStart('0');
        var leading = whole.TrimStart('0').Length;
        var exponent =
            leading > 0 ? leading + power
            : point < 0 ? power
            : power - (parts[0][(point + 1)..].Length - parts[0][(point + 1)..].TrimStart('0').Length);
        return (digits.TrimEnd('0'), exponent);
    }
}
