using System.Xml;
using System.Xml.Linq;

namespace OnRecord.Media;

/// <summary>
/// Whether an SVG drawing can be drawn in reasonable time. A few lines can ask for ten million shapes by referring to each other,
/// and once the drawing has begun, nothing stops it.
/// </summary>
internal sealed class DrawingCost
{
    private const int LongestDrawing = 8_000_000;
    private const int MostShapes = 100_000;
    private const int Deepest = 200;
    private const int MostFilters = 40;

    private readonly Dictionary<string, XElement> named = [];
    private readonly Dictionary<XElement, long> known = [];

    private DrawingCost(XDocument drawing)
    {
        foreach (var element in drawing.Descendants())
            if (element.Attribute("id") is { Value: var id })
                named.TryAdd(id, element);
    }

    public static bool IsBearable(byte[] svg)
    {
        if (svg.Length > LongestDrawing || Parse(svg) is not { Root: { } root } drawing)
            return false;
        var filters = drawing
            .Descendants()
            .Where(element => element.Name.LocalName.StartsWith("fe", StringComparison.Ordinal));
        // A matrix or noise costs by the pixel what a whole drawing does.
        if (
            filters.Count() > MostFilters
            || filters.Any(element => element.Name.LocalName is "feConvolveMatrix" or "feTurbulence" or "feMorphology")
        )
            return false;
        return new DrawingCost(drawing).Of(root, 0) <= MostShapes;
    }

    private long Of(XElement element, int depth)
    {
        if (depth > Deepest)
            return MostShapes + 1;
        if (known.TryGetValue(element, out var before))
            return before;
        // Whoever refers to itself meets this.
        known[element] = MostShapes + 1;
        var cost = 1L;
        foreach (var child in element.Elements())
            cost = Math.Min(MostShapes + 1, cost + Of(child, depth + 1));
        foreach (var target in Referred(element))
            cost = Math.Min(MostShapes + 1, cost + Of(target, depth + 1));
        return known[element] = cost;
    }

    // By an address of its own (use, pattern, gradient) or by url(#…) in whatever attribute or style.
    private IEnumerable<XElement> Referred(XElement element)
    {
        foreach (var attribute in element.Attributes())
        {
            if (attribute.Name.LocalName == "href" && attribute.Value.StartsWith('#'))
            {
                if (named.TryGetValue(attribute.Value[1..], out var target))
                    yield return target;
                continue;
            }
            for (var at = attribute.Value.IndexOf("url(", StringComparison.Ordinal); at >= 0; )
            {
                var end = attribute.Value.IndexOf(')', at);
                var id = end < 0 ? "" : attribute.Value[(at + 4)..end].Trim(' ', '\'', '"');
                if (id.StartsWith('#') && named.TryGetValue(id[1..], out var target))
                    yield return target;
                at = end < 0 ? -1 : attribute.Value.IndexOf("url(", end, StringComparison.Ordinal);
            }
        }
    }

    private static XDocument? Parse(byte[] svg)
    {
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(svg),
                new XmlReaderSettings
                {
                    DtdProcessing = DtdProcessing.Parse,
                    MaxCharactersFromEntities = 100_000,
                    XmlResolver = null,
                }
            );
            return XDocument.Load(reader);
        }
        catch (Exception failure) when (failure is XmlException or ArgumentException)
        {
            return null;
        }
    }
}
