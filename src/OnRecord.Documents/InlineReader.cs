using AngleSharp.Dom;

namespace OnRecord.Documents;

/// <summary>Collects the words of a line with their marks; two line breaks in a row begin a new line of their own.</summary>
internal sealed class InlineReader(Uri? page, IElement? leaveOut = null)
{
    private readonly List<Inline> content = [];

    public void AddChildren(IElement parent)
    {
        foreach (var child in parent.ChildNodes)
            Add(child);
    }

    public void Add(INode node) => Add(node, [], 0);

    /// <summary>Only the words of an element that lies too deep to be read as one.</summary>
    public void AddWords(IElement root)
    {
        for (INode? node = root; node is not null; node = Elements.Next(node, root))
            if (node is IText text && node.ParentElement is { } parent && !Elements.IsMachinery(parent))
                AddText(text.Data, []);
    }

    /// <summary>The lines collected, trimmed; empty ones left out. Begins anew.</summary>
    public List<ValueList<Inline>> Finish()
    {
        var lines = new List<ValueList<Inline>>();
        var start = 0;
        for (var at = 0; at <= content.Count; at++)
        {
            if (at < content.Count && !IsParagraphBreak(at))
                continue;
            if (Whitespace.Trim(content[start..at]) is { Count: > 0 } line)
                lines.Add(line);
            start = at;
        }
        content.Clear();
        return lines;
    }

    private bool IsParagraphBreak(int at) =>
        content[at] is LineBreak && at + 1 < content.Count && content[at + 1] is LineBreak;

    private void Add(INode node, ValueList<Mark> marks, int depth)
    {
        if (node is IText text)
            AddText(text.Data, marks);
        if (node is not IElement element || element == leaveOut || Elements.IsMachinery(element))
            return;
        if (element.LocalName == "br")
            content.Add(new LineBreak { Marks = marks });
        else if (depth >= HtmlReader.MaximumDepth)
            AddWords(element);
        else
            AddInside(
                element,
                MarkReader.Of(element, page) is { } mark && !marks.Contains(mark) ? [.. marks, mark] : marks,
                depth + 1
            );
    }

    private void AddInside(IElement element, ValueList<Mark> marks, int depth)
    {
        if (element.LocalName == "q")
            AddText("“", marks);
        foreach (var child in element.ChildNodes)
            Add(child, marks, depth);
        if (element.LocalName == "q")
            AddText("”", marks);
    }

    private void AddText(string text, ValueList<Mark> marks)
    {
        // A break followed only by the source's own line feed is still a break followed by a break.
        if (content is [.., LineBreak] && string.IsNullOrWhiteSpace(text) && !text.Contains('\u00a0'))
            return;
        if (CleanText.Of(text) is { Length: > 0 } words)
            content.Add(new Text(words) { Marks = marks });
    }
}
