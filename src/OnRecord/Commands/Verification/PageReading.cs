using System.Globalization;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace OnRecord.Commands.Verification;

/// <summary>Reads what a page shows as the story: docs/checking-the-record.md, “A page and its version”.</summary>
internal sealed class PageReading
{
    private const string Part = "data-part";
    private const string Record = "data-record";
    private const int LongestLabel = 80;

    private static readonly HashSet<string> Known =
    [
        "headline",
        "deck",
        "byline",
        "published",
        "updated",
        "lead",
        "text",
        "correction",
    ];

    private readonly Dictionary<IElement, BareText> words = [];
    private readonly IElement main;
    private readonly ILookup<string, IElement> parts;
    private readonly Url page;

    private PageReading(IElement main, Uri page)
    {
        (this.main, this.page) = (main, new Url(page.AbsoluteUri));
        parts = main.QuerySelectorAll($"[{Part}]").ToLookup(part => part.GetAttribute(Part)!);
    }

    /// <summary>The address of the file of the version that is shown; null where the page does not say.</summary>
    public string? File => main.GetAttribute(Record);

    /// <param name="page">Where it is.</param>
    /// <exception cref="FormatException">It is no page of a story. The message goes on after the page's address.</exception>
    public static PageReading Of(string html, Uri page)
    {
        var document = new HtmlParser().ParseDocument(html);
        if (document.QuerySelectorAll("main").ToList() is not [var main])
            throw new FormatException("has not one main part, as a story’s page has.");
        var reading = new PageReading(main, page);
        reading.Sort();
        return reading;
    }

    public bool Has(string part) => parts[part].Any();

    /// <summary>The words of a part, of all its elements in their order, without furniture; empty where there is none.</summary>
    public BareText Words(string part) => BareText.Of(parts[part].Select(WordsOf));

    public IReadOnlyList<string> Names() =>
        [.. parts["byline"].SelectMany(part => part.QuerySelectorAll(".signed")).Select(name => name.TextContent)];

    /// <summary>The instant of a part, in UTC and to the second; null where there is none.</summary>
    public DateTimeOffset? Instant(string part) =>
        DateTimeOffset.TryParse(
            parts[part].FirstOrDefault()?.QuerySelector("time")?.GetAttribute("datetime"),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds())
            : null;

    /// <exception cref="FormatException">One is another host's, or offers several pictures.</exception>
    public IReadOnlyList<SeenPicture> Pictures(string part) =>
        [
            .. parts[part]
                .SelectMany(one => one.QuerySelectorAll("img").Where(img => !IsIn(img, one, ".notes")))
                .Select(Picture),
        ];

    /// <summary>The links in the text, absolute; of equal ones that follow each other the first.</summary>
    public IReadOnlyList<string> Links() =>
        Once(
            parts["text"]
                .SelectMany(one =>
                    one.QuerySelectorAll("a[href]")
                        .Where(link => link.GetAttribute("role") != "doc-noteref" && !IsIn(link, one, ".notes"))
                )
                .Select(link => Absolute(link.GetAttribute("href")!))
        );

    public IReadOnlyList<string> Absolute(IEnumerable<string> links) => Once(links.Select(Absolute));

    /// <summary>The names in the notes of sources by their numbers; empty where no notes are shown.</summary>
    public IReadOnlyList<(string? Id, string Name)> Notes() =>
        [
            .. parts["text"]
                .SelectMany(one => one.QuerySelectorAll(".note"))
                .Select(note => (note.Id, note.QuerySelector("bdi")?.TextContent ?? "")),
        ];

    /// <summary>The notices above the text: the address of the file they are of, and what they say.</summary>
    public IReadOnlyList<(string? File, BareText Words)> Corrections() =>
        [.. parts["correction"].Select(part => (part.GetAttribute(Record), BareText.Of(WordsOf(part))))];

    private string WordsOf(IElement part) => words.TryGetValue(part, out var text) ? $"{text.Whole} " : "";

    // Every word belongs to the innermost part or piece of furniture that it lies in.
    private void Sort()
    {
        if (parts.FirstOrDefault(part => !Known.Contains(part.Key)) is { } unknown)
            throw new FormatException($"has a part that is none of a story: “{unknown.Key}”.");
        if (Known.FirstOrDefault(name => name is not ("text" or "correction") && parts[name].Count() > 1) is { } twice)
            throw new FormatException($"has more than one part “{twice}”.");
        foreach (
            var text in main.Descendants<IText>()
                .Where(text => text.ParentElement?.LocalName is not ("script" or "style"))
        )
        {
            if (string.IsNullOrWhiteSpace(text.Data))
            {
                if (Owner(text) is { } around && words.TryGetValue(around, out var before))
                    before.Space();
                continue;
            }
            var owner =
                Owner(text)
                ?? throw new FormatException($"has words that belong to no part of the story: “{Short(text.Data)}”.");
            if (!words.TryGetValue(owner, out var said))
                words[owner] = said = new BareText();
            said.Add(text.Data);
        }
        foreach (
            var label in main.QuerySelectorAll("[data-furniture]")
                .Where(label => label.Ancestors<IElement>().Any(IsPart))
        )
            if (
                !IsByShape(label)
                && !label.Ancestors<IElement>().Any(IsByShape)
                && BareText.Of(label.TextContent).Length > LongestLabel
            )
                throw new FormatException(
                    $"has a label inside the story that is longer than {LongestLabel} characters: “{Short(label.TextContent)}”."
                );
    }

    private IElement? Owner(INode node)
    {
        for (var at = node.ParentElement; at is not null && at != main; at = at.ParentElement)
            if (IsPart(at) || at.HasAttribute("data-furniture") || IsByShape(at))
                return at;
        return null;
    }

    private static bool IsPart(IElement element) => element.HasAttribute(Part);

    // The notes of sources, and their numbers in the text.
    private static bool IsByShape(IElement element) =>
        (
            element.ClassList.Contains("notes")
            || element.LocalName == "sup"
                && element.ChildNodes is [IElement { LocalName: "a" } number]
                && number.GetAttribute("role") == "doc-noteref"
                && number.TextContent is { Length: > 0 and < 5 } written
                && written.All(char.IsAsciiDigit)
        ) && element.Ancestors<IElement>().Any(around => around.GetAttribute(Part) == "text");

    private static bool IsIn(IElement element, IElement part, string selector) =>
        element.Ancestors<IElement>().TakeWhile(around => around != part).Any(around => around.Matches(selector));

    private string Absolute(string address) => new Url(page, address).Href;

    private SeenPicture Picture(IElement img)
    {
        IEnumerable<IElement> around = img.ParentElement is { LocalName: "picture" } picture
            ? picture.QuerySelectorAll("source")
            : [];
        var addresses = new[] { img.GetAttribute("src") ?? "" }.Concat(
            around
                .Append(img)
                .SelectMany(one => (one.GetAttribute("srcset") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
                .Select(one => one.Trim().Split(' ')[0])
        );
        var hashes = addresses.Select(Hash).Distinct().ToList();
        return hashes is [{ } hash]
            ? new SeenPicture(hash, img.GetAttribute("alt") ?? "")
            : throw new FormatException(
                $"shows a picture that is not one of the newsroom’s own: {img.GetAttribute("src")}."
            );
    }

    private string? Hash(string address)
    {
        var url = new Url(page, address);
        var elements = url.Path.Split('/');
        return
            url.Origin == page.Origin
            && elements.Length > 1
            && elements[0] == "media"
            && EntryMembers.Hex(elements[1]) is not null
            ? elements[1]
            : null;
    }

    private static List<string> Once(IEnumerable<string> links)
    {
        var once = new List<string>();
        foreach (var link in links)
            if (once.Count == 0 || once[^1] != link)
                once.Add(link);
        return once;
    }

    private static string Short(string words)
    {
        var whole = BareText.Of(words).Whole.Trim();
        return whole.Length <= 60 ? whole : $"{whole[..60]}…";
    }
}
