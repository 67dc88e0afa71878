using System.Globalization;
using AngleSharp.Dom;
using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading.Writing;

/// Pictures with the largest address a page gives for them, however late the page meant to load it.
internal static class Pictures
{
    private static readonly string[] Lazy = ["data-srcset", "data-lazy-srcset", "srcset"];
    private static readonly string[] Single =
    [
        "data-src",
        "data-original",
        "data-lazy-src",
        "data-lazy",
        "data-full-src",
        "data-hi-res-src",
        "data-url",
        "data-image",
        "src",
    ];

    /// A block that holds a picture and a few words under it, whatever its element.
    public static bool IsBox(Part part) =>
        part.Pictures > 0
        && part.Letters is > 0 and < 400
        && part.Tag is "div" or "section" or "table" or "aside" or "span"
        && !part.HoldsPost
        && !part.Names.Has("text")
        && part.Names.Words.Any(word =>
            word
                is "image"
                    or "images"
                    or "img"
                    or "photo"
                    or "photos"
                    or "picture"
                    or "pic"
                    or "caption"
                    or "figure"
                    or "media"
                    or "thumbnail"
        )
        && part.Prose < 300;

    public static ReadPicture? Bare(Part image, Uri? page) => Of(image.Element!, page, null);

    public static IEnumerable<ReadPicture> Within(Part part, Uri? page)
    {
        foreach (var child in part.Children)
        {
            if (child.Why is not null)
                continue;
            if (child.Tag is "img" or "amp-img" && Bare(child, page) is { } picture)
                yield return picture;
            foreach (var inner in Within(child, page))
                yield return inner;
        }
    }

    public static ReadPicture? OfFigure(Part figure, Uri? page)
    {
        var element = figure.Element!;
        var caption = CaptionOf(figure);
        var images = element.QuerySelectorAll("img").Concat(element.QuerySelectorAll("amp-img"));
        return images.Select(image => Of(image, page, caption)).FirstOrDefault(picture => picture is not null);
    }

    public static IElement Write(IDocument document, ReadPicture picture)
    {
        var figure = document.CreateElement("figure");
        var image = document.CreateElement("img");
        image.SetAttribute("src", picture.Address);
        image.SetAttribute("alt", picture.Alt);
        figure.AppendChild(image);
        if (picture.Caption is null && picture.Credit is null)
            return figure;
        var caption = document.CreateElement("figcaption");
        caption.TextContent = picture.Caption ?? "";
        if (picture.Credit is not null)
        {
            if (picture.Caption is not null)
                caption.AppendChild(document.CreateTextNode(" "));
            var cite = document.CreateElement("cite");
            cite.TextContent = picture.Credit;
            caption.AppendChild(cite);
        }
        figure.AppendChild(caption);
        return figure;
    }

    private static ReadPicture? Of(IElement image, Uri? page, (string? Caption, string? Credit)? caption)
    {
        if (IsTracker(image) || Address(image, page) is not { } address)
            return null;
        return new(address, Wording.OneLine(image.GetAttribute("alt")), caption?.Caption, caption?.Credit);
    }

    public static bool IsTracker(IElement image) =>
        Small(image.GetAttribute("width")) && Small(image.GetAttribute("height"));

    private static bool Small(string? size) =>
        size is not null
        && int.TryParse(size.AsSpan().TrimEnd("px"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var pixels)
        && pixels <= 2;

    public static string? Address(IElement image, Uri? page)
    {
        var widest = Lazy.Select(image.GetAttribute)
            .Concat(Sources(image))
            .Where(set => !string.IsNullOrWhiteSpace(set))
            .Select(set => SourceSet.Widest(set!))
            .OrderByDescending(one => one.Width)
            .Select(one => one.Address)
            .FirstOrDefault(address => Usable(address));
        return Addresses.Absolute(widest, page)
            ?? Single
                .Select(image.GetAttribute)
                .Where(Usable)
                .Select(one => Addresses.Absolute(one, page))
                .FirstOrDefault(one => one is not null)
            ?? Spare(image, page);
    }

    private static IEnumerable<string?> Sources(IElement image) =>
        image.ParentElement is { LocalName: "picture" } picture
            ? picture
                .Children.Where(child => child.LocalName == "source")
                .Select(source => source.GetAttribute("srcset") ?? source.GetAttribute("data-srcset"))
            : [];

    private static bool Usable(string? address) =>
        !string.IsNullOrWhiteSpace(address)
        && !address.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
        && !address.StartsWith("blob:", StringComparison.OrdinalIgnoreCase);

    // The picture itself often stands in a <noscript> beside its placeholder.
    private static string? Spare(IElement image, Uri? page)
    {
        var beside =
            image.NextElementSibling is { LocalName: "noscript" } next ? next
            : image.PreviousElementSibling is { LocalName: "noscript" } before ? before
            : null;
        var inner = beside?.Children.FirstOrDefault(child => child.LocalName == "img");
        return inner is null ? null : Address(inner, page);
    }

    private static (string? Caption, string? Credit) CaptionOf(Part figure)
    {
        var caption =
            Find(figure, part => part.Tag == "figcaption")
            ?? Find(figure, part => part.Names.Has("caption"))
            ?? (figure.Tag == "figure" ? null : figure);
        var credit = Find(
            figure,
            part =>
                part.Names.Has("credit")
                || part.Names.Has("credits")
                || part.Names.Has("copyright")
                || part.Tag == "cite"
        );
        return CreditLine.Split(caption?.Text(), credit?.Text());
    }

    private static Part? Find(Part part, Predicate<Part> wanted)
    {
        foreach (var child in part.Children)
        {
            if (!child.IsText && wanted(child))
                return child;
            if (Find(child, wanted) is { } inner)
                return inner;
        }
        return null;
    }
}
