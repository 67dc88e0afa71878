using AngleSharp.Dom;

namespace OnRecord.Imports.Reading.Writing;

internal static class SocialQuote
{
    public static IElement Write(IDocument document, SocialPost post)
    {
        var quote = document.CreateElement("blockquote");
        quote.SetAttribute("class", "social-post");
        Keep(quote, "data-network", post.Network);
        Keep(quote, "data-author", post.Author);
        Keep(quote, "data-handle", post.Handle);
        Keep(quote, "data-address", post.Address);
        Keep(quote, "data-date", post.Date);
        foreach (var words in post.Wording.Where(words => words.Length > 0))
            quote.AppendChild(Paragraph(document, words, null));
        if (post.Address is not null && (!quote.HasChildNodes || post.Network == "YouTube"))
        {
            while (quote.FirstChild is { } child)
                quote.RemoveChild(child);
            quote.AppendChild(Paragraph(document, post.Wording.FirstOrDefault() ?? post.Address, post.Address));
        }
        return quote;
    }

    private static IElement Paragraph(IDocument document, string words, string? address)
    {
        var paragraph = document.CreateElement("p");
        var into = paragraph;
        if (address is not null)
        {
            into = document.CreateElement("a");
            into.SetAttribute("href", address);
            paragraph.AppendChild(into);
        }
        into.TextContent = words;
        return paragraph;
    }

    private static void Keep(IElement quote, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            quote.SetAttribute(name, value);
    }
}
