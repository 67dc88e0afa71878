using System.Globalization;

namespace OnRecord.Media;

/// <summary>A shape that pictures are cut to.</summary>
internal sealed record PictureRatio(string Name, int Width, int Height)
{
    /// <summary>For lists.</summary>
    public static readonly PictureRatio Wide = new("3x2", 3, 2);

    /// <summary>For the cards that other sites show of a story.</summary>
    public static readonly PictureRatio Card = new("16x9", 16, 9);

    public static PictureRatio? Named(string name) =>
        name == Wide.Name ? Wide
        : name == Card.Name ? Card
        : null;

    /// <summary>The largest piece of this shape in a picture, in its pixels.</summary>
    public (int Width, int Height) Within(int width, int height) =>
        (long)width * Height >= (long)height * Width
            ? (Math.Max(1, (int)((long)height * Width / Height)), height)
            : (width, Math.Max(1, (int)((long)width * Height / Width)));

    public int HeightAt(int width) => Math.Max(1, (int)Math.Round((double)width * Height / Width));
}

/// <summary>A cut of a picture around its focal point, given in hundredths of its width and height.</summary>
internal sealed record PictureCut(PictureRatio Ratio, int X, int Y)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Ratio.Name}-{X}-{Y}");
}

/// <summary>One rendition of a picture as its address names it: <c>480.webp</c>, <c>480-3x2-50-50.webp</c>.</summary>
/// <param name="Cut">Null for the whole picture.</param>
/// <param name="Format"><c>avif</c>, <c>webp</c> or <c>jpg</c>.</param>
internal sealed record RenditionName(int Width, PictureCut? Cut, string Format)
{
    public string Stem => Cut is null ? Number(Width) : $"{Number(Width)}-{Cut}";

    public override string ToString() => $"{Stem}.{Format}";

    /// <returns>Null unless it is written exactly as we write it: one rendition has one address.</returns>
    public static RenditionName? Read(string file)
    {
        if (file.Split('.') is not [var stem, var format] || RenditionSizes.Type(format) is null)
            return null;
        var name = stem.Split('-') switch
        {
            [var width] => new RenditionName(Number(width), null, format),
            [var width, var ratio, var x, var y] when PictureRatio.Named(ratio) is { } shape => new RenditionName(
                Number(width),
                new PictureCut(shape, Number(x), Number(y)),
                format
            ),
            _ => null,
        };
        return name?.ToString() == file ? name : null;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
