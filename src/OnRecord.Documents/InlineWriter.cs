namespace OnRecord.Documents;

/// <summary>Writes a line's words with their marks, keeping an element open over neighbours that share it.</summary>
internal static class InlineWriter
{
    public static void Write(HtmlText html, ValueList<Inline> content, PassageWriter? passages, HtmlOptions options)
    {
        var open = new List<Mark>();
        foreach (var inline in content)
        {
            var marks = passages is null ? inline.Marks : passages.Outermost(inline.Marks);
            var shared = 0;
            while (shared < open.Count && shared < marks.Count && open[shared] == marks[shared])
                shared++;
            CloseDownTo(html, open, shared, passages);
            for (var at = shared; at < marks.Count; at++)
            {
                Open(html, marks[at], passages, options);
                open.Add(marks[at]);
            }
            _ = inline switch
            {
                Text words => html.Words(words.Value),
                LineBreak => html.Open("br"),
                _ => html.Words(PlainText.Of([inline])),
            };
        }
        CloseDownTo(html, open, 0, passages);
    }

    private static void CloseDownTo(HtmlText html, List<Mark> open, int count, PassageWriter? passages)
    {
        for (var at = open.Count - 1; at >= count; at--)
            if (open[at] is Attribution passage && passages is not null)
                passages.Close(html, passage);
            else if (ElementOf(open[at]) is { } name)
                html.Close(name);
        open.RemoveRange(count, open.Count - count);
    }

    private static void Open(HtmlText html, Mark mark, PassageWriter? passages, HtmlOptions options)
    {
        if (mark is Attribution passage && passages is not null)
        {
            passages.Open(html, passage);
            return;
        }
        if (ElementOf(mark) is not { } name)
            return;
        var attribute = mark switch
        {
            Link link => ("href", options.LinkTo(link.Address)),
            Language language => ("lang", language.Tag),
            Attribution attribution => ("data-source", attribution.Id),
            _ => ("", default(string)),
        };
        if (mark is Link && options.LinkRelation is { } relation)
            html.Open(name, attribute, ("rel", relation));
        else
            html.Open(name, attribute);
    }

    private static string? ElementOf(Mark mark) =>
        mark switch
        {
            Strong => "strong",
            Emphasis => "em",
            Subscript => "sub",
            Superscript => "sup",
            Code => "code",
            Link link when SafeAddress.ForLink(link.Address) is not null => "a",
            Language or Attribution => "span",
            _ => null,
        };
}
