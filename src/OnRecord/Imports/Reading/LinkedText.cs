using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using OnRecord.Imports.Reading.Clearing;
using OnRecord.Imports.Reading.Pages;
using OnRecord.Imports.Reading.Writing;

namespace OnRecord.Imports.Reading;

/// The story's words from linked data, for a page that is drawn by script and holds them nowhere else.
internal static class LinkedText
{
    private const int Least = 400;

    public static IElement? Restore(OpenedPage page, Part? found)
    {
        if (page.Data.Text("articleBody") is not { } text)
            return null;
        var weight = Wording.Weigh(text);
        if (weight < Least || found is not null && found.Prose * 2 >= weight)
            return null;
        var inner = PageMap.Of(new HtmlParser().ParseDocument(IsMarked(text) ? text : Marked(text)));
        Weeds.Mark(inner.Root);
        return new BodyWriter(page.Document, page.Address).Write(inner.Root);
    }

    private static bool IsMarked(string text) =>
        text.Contains("<p", StringComparison.OrdinalIgnoreCase)
        || text.Contains("<br", StringComparison.OrdinalIgnoreCase);

    private static string Marked(string text) =>
        string.Concat(
            text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>")
        );
}
