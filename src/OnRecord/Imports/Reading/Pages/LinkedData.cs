using System.Text;
using System.Text.Json;
using AngleSharp.Dom;

namespace OnRecord.Imports.Reading.Pages;

/// What a page says of its article in JSON-LD (schema.org), also inside @graph and lists.
internal sealed class LinkedData
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };
    private readonly List<JsonElement> _nodes = [];

    private LinkedData(IEnumerable<IElement> scripts)
    {
        foreach (var script in scripts)
        {
            if (Parse(script.TextContent) is { } root)
                Gather(root, 0);
        }
        Article = _nodes
            .Where(IsArticle)
            .OrderByDescending(node => One(node, "articleBody") is not null)
            .ThenByDescending(node => One(node, "headline") is not null)
            .Select(node => (JsonElement?)node)
            .FirstOrDefault();
    }

    public JsonElement? Article { get; }

    public static LinkedData Of(PageMap page) =>
        new(
            page.Unseen.Where(element =>
                element.LocalName == "script"
                && element.GetAttribute("type") is { } type
                && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase)
            )
        );

    public string? Text(string name) => Article is { } article ? One(article, name) : null;

    public IEnumerable<string> All(string name) => Article is { } article ? Strings(article, name) : [];

    public IEnumerable<string> Breadcrumbs() =>
        _nodes
            .Where(node =>
                TypeOf(node).Contains("BreadcrumbList", StringComparison.Ordinal)
                && node.TryGetProperty("itemListElement", out var list)
                && list.ValueKind == JsonValueKind.Array
            )
            .Take(1)
            .SelectMany(node => node.GetProperty("itemListElement").EnumerateArray())
            .Select(item => One(item, "name") ?? One(item, "item"))
            .OfType<string>();

    private static JsonElement? Parse(string text)
    {
        text = text.Trim().TrimEnd(';');
        if (text.StartsWith("<!--", StringComparison.Ordinal))
            text = text[4..].Replace("-->", "", StringComparison.Ordinal);
        text = text.Replace("//<![CDATA[", "", StringComparison.Ordinal)
            .Replace("//]]>", "", StringComparison.Ordinal)
            .Replace("<![CDATA[", "", StringComparison.Ordinal)
            .Replace("]]>", "", StringComparison.Ordinal);
        return text.Length == 0 ? null : Try(text) ?? Try(WithoutControls(text));
    }

    private static JsonElement? Try(string text)
    {
        try
        {
            using var parsed = JsonDocument.Parse(text, Lenient);
            return parsed.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Line breaks typed straight into a string are the commonest fault.
    private static string WithoutControls(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text)
            clean.Append(char.IsControl(letter) ? ' ' : letter);
        return clean.ToString();
    }

    private void Gather(JsonElement value, int depth)
    {
        if (depth > 6)
            return;
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                Gather(item, depth + 1);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            _nodes.Add(value);
            if (value.TryGetProperty("@graph", out var graph))
                Gather(graph, depth + 1);
            if (value.TryGetProperty("mainEntity", out var main))
                Gather(main, depth + 1);
            if (value.TryGetProperty("mainEntityOfPage", out var page))
                Gather(page, depth + 1);
        }
    }

    private static bool IsArticle(JsonElement node)
    {
        var type = TypeOf(node);
        return type.Contains("Article", StringComparison.Ordinal)
            || type.Contains("BlogPosting", StringComparison.Ordinal)
            || type.Contains("Report", StringComparison.Ordinal)
            || type is "Review" or "CreativeWork";
    }

    private static string TypeOf(JsonElement node) => string.Join(' ', Strings(node, "@type"));

    private static string? One(JsonElement node, string name) => Strings(node, name).FirstOrDefault();

    private static IEnumerable<string> Strings(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var value) ? Strings(value) : [];

    private static IEnumerable<string> Strings(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String when Written(value) is { } text && !string.IsNullOrWhiteSpace(text) => [Plain(text)],
            JsonValueKind.Number => [value.GetRawText()],
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Strings),
            JsonValueKind.Object
                when value.TryGetProperty("name", out var name)
                    && name.ValueKind is JsonValueKind.String or JsonValueKind.Array => Strings(name),
            JsonValueKind.Object when value.TryGetProperty("url", out var url) => Strings(url),
            _ => [],
        };

    // Half a surrogate is valid JSON and no text.
    private static string? Written(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Plain(string text) =>
        text.Contains('&', StringComparison.Ordinal) ? System.Net.WebUtility.HtmlDecode(text).Trim() : text.Trim();
}
