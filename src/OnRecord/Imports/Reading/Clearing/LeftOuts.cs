using System.Collections.Immutable;
using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading.Clearing;

internal static class LeftOuts
{
    private const int LeastLetters = 3;
    private const int LongestRead = 600;

    /// Everything with words in it that is on the page and not in the story, in the page's order.
    public static ImmutableArray<LeftOut> List(PageMap page, Part body)
    {
        var left = ImmutableArray.CreateBuilder<LeftOut>();
        Walk(page.Root, body, left);
        return left.ToImmutable();
    }

    private static void Walk(Part part, Part body, ImmutableArray<LeftOut>.Builder left)
    {
        foreach (var child in part.Children)
        {
            if (child.IsText && child.Why is null || child.Letters < LeastLetters)
                continue;
            if (child.Why is { } why)
                Add(child, why, left);
            else if (child == body || child.Holds(body) || body.Holds(child))
                Walk(child, body, left);
            else
                Add(
                    child,
                    child.Tag is "h1" ? "headline"
                        : child.LinkShare > 0.5 ? "navigation"
                        : "outside the story",
                    left
                );
        }
    }

    private static void Add(Part part, string why, ImmutableArray<LeftOut>.Builder left) =>
        left.Add(new(Wording.Excerpt(Wording.OneLine(part.RawText(LongestRead))), why));
}
