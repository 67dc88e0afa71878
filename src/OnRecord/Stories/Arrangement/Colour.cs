using System.Globalization;

namespace OnRecord.Stories.Arrangement;

/// <summary>A colour of the sRGB space.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Relative luminance, 0 for black and 1 for white (WCAG 2.2, “relative luminance”).</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>From 1 to 21 (WCAG 2.2, “contrast ratio”).</summary>
    public double Contrast(Colour other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>The colour nearest in lightness, of the same hue and saturation, that a test accepts; itself where it does.</summary>
    /// <returns>Null where no lightness will do.</returns>
    public Colour? Nearest(Func<Colour, bool> accepts)
    {
        const int Steps = 1000;
        if (accepts(this))
            return this;
        var (hue, saturation, lightness) = Hsl();
        for (var step = 1; step <= Steps; step++)
            foreach (var moved in (double[])[lightness - ((double)step / Steps), lightness + ((double)step / Steps)])
                if (moved is >= 0 and <= 1 && OfHsl(hue, saturation, moved) is var found && accepts(found))
                    return found;
        return null;
    }

    /// <summary>As CSS writes it: <c>#8c1d18</c>.</summary>
    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    /// <returns>Null where it is not written as <c>#8c1d18</c> or <c>#812</c>.</returns>
    public static Colour? Read(string? written)
    {
        var digits = written?.Trim().TrimStart('#') ?? "";
        if (digits.Length == 3)
            digits = string.Concat(digits.Select(digit => $"{digit}{digit}"));
        return
            digits.Length == 6
            && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? new Colour((byte)(number >> 16), (byte)(number >> 8), (byte)number)
            : null;
    }

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private (double Hue, double Saturation, double Lightness) Hsl()
    {
        var (red, green, blue) = (Red / 255.0, Green / 255.0, Blue / 255.0);
        var (most, least) = (Math.Max(red, Math.Max(green, blue)), Math.Min(red, Math.Min(green, blue)));
        var (lightness, spread) = ((most + least) / 2, most - least);
        if (spread == 0)
            return (0, 0, lightness);
        var hue =
            most == red ? ((green - blue) / spread) + (green < blue ? 6 : 0)
            : most == green ? ((blue - red) / spread) + 2
            : ((red - green) / spread) + 4;
        return (hue / 6, spread / (1 - Math.Abs((2 * lightness) - 1)), lightness);
    }

    // CSS Color 4, 7.1: from HSL to sRGB.
    private static Colour OfHsl(double hue, double saturation, double lightness)
    {
        byte Channel(double n)
        {
            var k = (n + (hue * 12)) % 12;
            var chroma = saturation * Math.Min(lightness, 1 - lightness);
            return (byte)Math.Round(255 * (lightness - (chroma * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1)))));
        }
        return new Colour(Channel(0), Channel(8), Channel(4));
    }
}
