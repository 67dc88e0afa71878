using System.Globalization;

namespace OnRecord.Media;

/// <summary>The calm colour that stands in a picture's place until it has arrived: its average, in few steps, since a page may name a colour only by a
/// class of the style sheet (<c>client/reader/tones.css</c>).</summary>
/// <param name="Number">0 is none: a picture with something transparent in it shows the paper.</param>
internal readonly record struct PictureTone(int Number)
{
    public const int Lightnesses = 6;
    public const int Hues = 12;
    private const int Strengths = 2;
    private const int OfOneLightness = 1 + (Strengths * Hues);

    // In OKLCH: below the first a colour is a grey, above the second a strong one.
    private const double Faintest = 0.009;
    private const double Strong = 0.06;

    public static readonly PictureTone None = new(0);

    private static readonly string?[] Classes =
    [
        null,
        .. from light in Enumerable.Range(0, Lightnesses) from colour in Colours() select $"tone l{light}{colour}",
    ];

    /// <summary>Every class there is of it.</summary>
    public static IEnumerable<string> All => Classes.OfType<string>();

    /// <summary>For the style sheet; null where there is none.</summary>
    public string? Class => Number > 0 && Number < Classes.Length ? Classes[Number] : null;

    /// <summary>The one nearest to a colour of sRGB, its channels from 0 to 255.</summary>
    public static PictureTone Of(double red, double green, double blue)
    {
        var (lightness, a, b) = Oklab(Linear(red), Linear(green), Linear(blue));
        var light = Math.Clamp((int)Math.Round((lightness - 0.15) / 0.15), 0, Lightnesses - 1);
        var strength = Math.Sqrt((a * a) + (b * b));
        var hue = (int)Math.Round(Math.Atan2(b, a) / Math.Tau * Hues);
        var colour = strength < Faintest ? 0 : 1 + ((hue + Hues) % Hues) + (strength < Strong ? 0 : Hues);
        return new PictureTone(1 + (light * OfOneLightness) + colour);
    }

    private static IEnumerable<string> Colours()
    {
        yield return "";
        for (var strength = 1; strength <= Strengths; strength++)
        for (var hue = 0; hue < Hues; hue++)
            yield return string.Create(CultureInfo.InvariantCulture, $" h{hue}{(strength == 1 ? "" : " strong")}");
    }

    private static double Linear(double channel) =>
        channel / 255 is var part && part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);

    // CSS Color 4, 10.9: from linear sRGB to OKLab.
    private static (double Lightness, double A, double B) Oklab(double red, double green, double blue)
    {
        var l = Math.Cbrt((0.4122214708 * red) + (0.5363325363 * green) + (0.0514459929 * blue));
        var m = Math.Cbrt((0.2119034982 * red) + (0.6806995451 * green) + (0.1073969566 * blue));
        var s = Math.Cbrt((0.0883024619 * red) + (0.2817188376 * green) + (0.6299787005 * blue));
        return (
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s)
        );
    }
}
