using AngleSharp.Dom;

namespace OnRecord.Imports.Reading.Pages;

/// The page's meta elements by name, property or itemprop, and the links of its head.
internal sealed class PageMeta
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _links = new(StringComparer.OrdinalIgnoreCase);

    public string? Title { get; private set; }

    public static PageMeta Of(PageMap page)
    {
        var meta = new PageMeta();
        foreach (var element in page.Unseen)
        {
            if (element.LocalName == "meta")
                meta.Add(element);
            else if (element.LocalName == "title")
                meta.Title ??= Wording.OneLine(element.TextContent);
            else if (
                element.LocalName == "link"
                && element.GetAttribute("href") is { } href
                && element.GetAttribute("rel") is { } rel
            )
                meta._links.TryAdd(rel, href);
        }
        return meta;
    }

    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var values))
                return values[0];
        }
        return null;
    }

    public IEnumerable<string> All(string name) => _values.TryGetValue(name, out var values) ? values : [];

    public string? Link(string rel) => _links.GetValueOrDefault(rel);

    private void Add(IElement element)
    {
        if (Wording.OneLine(element.GetAttribute("content")) is not { Length: > 0 } content)
            return;
        foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop", "http-equiv"])
        {
            if (element.GetAttribute(attribute) is not { Length: > 0 } name)
                continue;
            if (!_values.TryGetValue(name.Trim(), out var values))
                _values[name.Trim()] = values = [];
            values.Add(content);
        }
    }
}
