using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading.Facts;

/// The sentence or two that stand between a headline and its story.
internal static class Decks
{
    private const int Longest = 500;

    public static (string? Text, Part? Shown) Find(
        PageMap page,
        PageMeta meta,
        LinkedData data,
        Part body,
        Part? headline
    )
    {
        var described =
            meta.First(
                "og:description",
                "description",
                "twitter:description",
                "dc.description",
                "dcterms.description",
                "dc:description"
            ) ?? data.Text("description");
        var before = page
            .Parts.Where(part =>
                part.Element is not null
                && part.IsBlock
                && part.Letters is > 20 and < Longest
                && part.Linked * 2 < part.Letters
                && part.Order > (headline?.Order ?? -1)
                && part.Order <= body.Last
                && part.Why is not ("hidden text" or "caption")
            )
            .ToArray();
        var shown =
            before.FirstOrDefault(part => IsNamed(part) && part.Order < FirstProse(body))
            ?? before.FirstOrDefault(part =>
                part.Order < body.Order && part.Why is null && Wording.Same(part.Text(), described)
            );
        shown ??= before.FirstOrDefault(part =>
            part.Order < body.Order
            && part.Why is null
            && part.Tag != "li"
            && !part.HoldsBlocks
            && part.Prose >= 60
            && part.Last < body.Order
        );
        if (shown is not null)
            return (shown.Text(), shown);
        return (
            described is null
            || described.EndsWith("...", StringComparison.Ordinal)
            || described.EndsWith('…')
            || Opens(body, described)
                ? null
                : described,
            null
        );
    }

    private static int FirstProse(Part body) => First(body, 120)?.Order ?? body.Last;

    private static Part? First(Part part, int least)
    {
        foreach (var child in part.Children)
        {
            if (child.Prose < least || child.Why is not null)
                continue;
            if (child.HoldsBlocks)
            {
                if (First(child, least) is { } inner)
                    return inner;
            }
            else if (!IsNamed(child) && !child.Ancestors().Take(2).Any(IsNamed))
                return child;
        }
        return null;
    }

    // A description that only repeats how the story opens is no deck.
    private static bool Opens(Part body, string described)
    {
        var letters = Wording.Letters(described);
        return Wording
            .Letters(body.RawText())
            .Contains(letters.Length > 50 ? letters[..50] : letters, StringComparison.Ordinal);
    }

    private static bool IsNamed(Part part)
    {
        var names = part.Names;
        return names.Any
            && (
                names.Has("deck")
                || names.Has("dek")
                || names.Has("standfirst")
                || names.Has("subtitle")
                || names.Has("subheadline")
                || names.Has("subheading") && part.Tag is "h2" or "p"
                || names.HasPair("sub", "headline")
                || names.HasPair("sub", "title")
                || names.HasPair("article", "summary")
                || names.HasPair("article", "description")
                || names.HasPair("post", "excerpt")
                || names.HasPair("entry", "summary")
                || names.HasPair("article", "intro")
                || names.HasPair("article", "excerpt")
            );
    }
}
