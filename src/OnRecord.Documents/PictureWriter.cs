using System.Globalization;

namespace OnRecord.Documents;

/// <summary>Writes a picture with its encodings and sizes.</summary>
public static class PictureWriter
{
    /// <summary>The picture as HTML.</summary>
    /// <param name="picture">How it is shown.</param>
    /// <param name="alt">What is seen.</param>
    /// <param name="eager">Whether it is the page's first picture, to be loaded at once.</param>
    public static string Write(PictureRendering picture, string alt, bool eager)
    {
        var html = new HtmlText();
        Write(html, picture, alt, eager);
        return html.ToString();
    }

    internal static void Write(HtmlText html, PictureRendering picture, string alt, bool eager)
    {
        if (picture.Sources.Count > 0)
            html.Open("picture");
        foreach (var source in picture.Sources.SkipLast(1))
            html.Open("source", ("type", source.Type), ("srcset", source.Addresses), ("sizes", picture.Sizes));
        html.Open(
            "img",
            ("class", picture.Tone),
            ("src", picture.Address),
            ("srcset", picture.Sources.Count > 0 ? picture.Sources[^1].Addresses : null),
            ("sizes", picture.Sources.Count > 0 ? picture.Sizes : null),
            ("width", picture.Width?.ToString(CultureInfo.InvariantCulture)),
            ("height", picture.Height?.ToString(CultureInfo.InvariantCulture)),
            ("alt", alt),
            ("loading", eager ? null : "lazy"),
            ("decoding", "async"),
            ("fetchpriority", eager ? "high" : null)
        );
        if (picture.Sources.Count > 0)
            html.Close("picture");
    }
}
