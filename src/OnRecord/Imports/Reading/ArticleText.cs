using System.Text;
using AngleSharp.Dom;

namespace OnRecord.Imports.Reading;

/// The story as plain text: blocks with an empty line between them, without captions.
internal static class ArticleText
{
    public static string Of(IElement body)
    {
        var text = new StringBuilder();
        foreach (var block in body.Children)
            Write(block, text);
        return text.ToString().TrimEnd();
    }

    private static void Write(IElement block, StringBuilder text)
    {
        switch (block.LocalName)
        {
            case "figure" or "hr":
                return;
            case "blockquote" when block.ClassName == "social-post":
                Post(block, text);
                return;
            case "blockquote":
                foreach (var child in block.Children)
                    Write(child, text);
                return;
            case "ul" or "ol":
                foreach (var item in block.Children)
                    Line(item, text, "\n");
                text.Append('\n');
                return;
            case "table":
                Rows(block, text);
                return;
            default:
                Line(block, text, "\n\n");
                return;
        }
    }

    private static void Post(IElement post, StringBuilder text)
    {
        if (post.GetAttribute("data-network") == "YouTube" || post.QuerySelector("p > a") is not null)
            return;
        foreach (var child in post.Children)
            Line(child, text, "\n\n");
        var (author, handle, date) = (
            post.GetAttribute("data-author"),
            post.GetAttribute("data-handle"),
            post.GetAttribute("data-date")
        );
        if (author is not null)
            text.Append("— ")
                .Append(author)
                .Append(handle is null ? "" : $" ({handle})")
                .Append(date is null ? "" : " " + date)
                .Append("\n\n");
    }

    private static void Rows(IElement table, StringBuilder text)
    {
        foreach (var row in table.Children)
        {
            foreach (var cell in row.Children)
                Line(cell, text, "\t");
            text.Append('\n');
        }
        text.Append('\n');
    }

    private static void Line(IElement block, StringBuilder text, string end)
    {
        var start = text.Length;
        Collect(block, text);
        while (text.Length > start && char.IsWhiteSpace(text[^1]))
            text.Length--;
        if (text.Length > start)
            text.Append(end);
    }

    private static void Collect(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child.NodeType == NodeType.Text)
                text.Append(child.NodeValue);
            else if (child is IElement { LocalName: "br" })
                text.Append('\n');
            else
                Collect(child, text);
        }
    }
}
