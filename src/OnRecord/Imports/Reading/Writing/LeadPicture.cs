using AngleSharp.Dom;
using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading.Writing;

/// The picture over the story; it is taken out of the body where it stands there too.
internal static class LeadPicture
{
    private static readonly System.Buffers.SearchValues<char> Size = System.Buffers.SearchValues.Create("0123456789x");

    public static ReadPicture? Take(
        PageMap page,
        PageMeta meta,
        Part body,
        Part? headline,
        IElement written,
        Uri? address
    )
    {
        var stated = Addresses.Absolute(
            meta.First("og:image", "og:image:url", "twitter:image", "twitter:image:src"),
            address
        );
        var first = written.FirstElementChild is { LocalName: "figure" } opening ? opening : null;
        var same = stated is null
            ? null
            : written.Children.FirstOrDefault(block => block.LocalName == "figure" && IsSame(Source(block), stated));
        var lead =
            Above(page, body, headline, address)
            ?? (first ?? same) switch
            {
                { } figure => Read(figure),
                null when stated is not null => new(
                    stated,
                    meta.First("og:image:alt", "twitter:image:alt") ?? "",
                    null,
                    null
                ),
                _ => null,
            };
        if (lead is null)
            return null;
        foreach (
            var repeated in written
                .Children.Where(block =>
                    block.LocalName == "figure"
                    && (block == first && Source(block) == lead.Address || IsSame(Source(block), lead.Address))
                )
                .ToArray()
        )
            repeated.Remove();
        return lead;
    }

    // Between the headline and the body, in a figure or standing for one.
    private static ReadPicture? Above(PageMap page, Part body, Part? headline, Uri? address)
    {
        if (headline is null || headline.Order > body.Order)
            return null;
        var between = page
            .Parts.Skip(headline.Last)
            .TakeWhile(part => part.Order < body.Order)
            .Where(part => part.Why is null && part.Letters < 600);
        foreach (var part in between)
        {
            if (part.Tag == "figure" && Pictures.OfFigure(part, address) is { } figure)
                return figure;
            if (
                part.Tag is "img" or "amp-img"
                && !IsSmall(part)
                && !part.InLink
                && Pictures.Bare(part, address) is { } bare
            )
                return part.Ancestors().Take(3).FirstOrDefault(Pictures.IsBox) is { } box
                    ? Pictures.OfFigure(box, address) ?? bare
                    : bare;
        }
        return null;
    }

    private static bool IsSmall(Part image) =>
        int.TryParse(image.Attribute("width"), out var width) && width < 200
        || image.Names.Has("avatar")
        || image.Names.Has("logo")
        || image.Names.Has("icon")
        || image.Ancestors().Take(3).Any(above => above.Names.Has("author") || above.Names.Has("avatar"));

    private static string Source(IElement figure) => figure.QuerySelector("img")?.GetAttribute("src") ?? "";

    private static ReadPicture Read(IElement figure)
    {
        var image = figure.QuerySelector("img")!;
        var credit = figure.QuerySelector("figcaption cite")?.TextContent;
        var caption = figure.QuerySelector("figcaption")?.TextContent;
        if (caption is not null && credit is not null)
            caption = caption[..^credit.Length].Trim();
        return new(
            image.GetAttribute("src")!,
            image.GetAttribute("alt") ?? "",
            string.IsNullOrEmpty(caption) ? null : caption,
            credit
        );
    }

    /// The same picture in another size: the file's name without "-300x200", size words and query.
    private static bool IsSame(string one, string other) => Key(one) is { Length: > 5 } key && key == Key(other);

    private static string Key(string address)
    {
        var name = address.Split('?')[0].Split('/')[^1];
        var dot = name.LastIndexOf('.');
        if (dot > 0)
            name = name[..dot];
        var dash = name.LastIndexOf('-');
        return dash > 0 && name.AsSpan(dash + 1).IndexOfAnyExcept(Size) < 0 ? name[..dash] : name;
    }
}
