using AngleSharp.Dom;

namespace OnRecord.Imports.Reading.Pages;

/// What a reader of the page does not see, as far as the page says so without its style sheets.
internal static class Unseen
{
    private static readonly string[] Classes =
    [
        "hidden",
        "hide",
        "is-hidden",
        "visually-hidden",
        "visuallyhidden",
        "sr-only",
        "screen-reader-text",
        "screen-reader",
        "screenreader",
        "d-none",
        "u-hidden",
        "offscreen",
        "element-invisible",
        "print-only",
        "show-for-sr",
        "a11y-hidden",
        "invisible",
    ];

    public static bool Is(Part part)
    {
        var element = part.Element!;
        if (element.HasAttribute("hidden") && element.GetAttribute("hidden") != "until-found")
            return true;
        if (element.GetAttribute("style") is { Length: > 0 } style && Hides(style))
            return true;
        return element.GetAttribute("class") is { Length: > 0 } names && NamedSo(names, element);
    }

    private static bool NamedSo(string names, IElement element)
    {
        if (
            !names.Contains("hid", StringComparison.Ordinal)
            && !names.Contains("sr", StringComparison.Ordinal)
            && !names.Contains("screen", StringComparison.Ordinal)
            && !names.Contains("none", StringComparison.Ordinal)
            && !names.Contains("invisible", StringComparison.Ordinal)
            && !names.Contains("print", StringComparison.Ordinal)
        )
            return false;
        var classes = element.ClassList;
        // "hidden md:block" and "d-none d-md-block" are hidden on a telephone only.
        return Classes.Any(classes.Contains)
            && !classes.Any(one =>
                one.EndsWith("block", StringComparison.Ordinal)
                || one.EndsWith("flex", StringComparison.Ordinal)
                || one.EndsWith("grid", StringComparison.Ordinal)
                || one.EndsWith("inline", StringComparison.Ordinal)
            );
    }

    private static bool Hides(string style) =>
        style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
        || style.Contains("display: none", StringComparison.OrdinalIgnoreCase)
        || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
        || style.Contains("visibility: hidden", StringComparison.OrdinalIgnoreCase);
}
