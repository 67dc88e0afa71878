using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using OnRecord.Documents;

namespace OnRecord.Stories.Arrangement;

/// <summary>A policy's text as people type it: a small part of Markdown. What it does not know, HTML too, stays as the words that were typed.</summary>
internal static partial class PolicyText
{
    private static readonly MarkdownPipeline Small = Pipeline();

    public static StoryDocument Read(string typed)
    {
        var lines = typed.ReplaceLineEndings("\n");
        // CommonMark takes “[name]: words” for the definition of a link and shows nothing of it.
        var parsed = Markdown.Parse(Definition().Replace(lines, "$1\\["), Small);
        return new StoryDocument(Blocks(parsed).ToValueList());
    }

    /// <summary>The blanks of a text that is still to be filled in, such as <c>[name]</c>.</summary>
    public static IReadOnlyList<string> Blanks(StoryDocument text) =>
        [.. Blank().Matches(PlainText.Of(text)).Select(match => match.Value).Distinct()];

    private static MarkdownPipeline Pipeline()
    {
        var pipeline = new MarkdownPipelineBuilder();
        pipeline.BlockParsers.TryRemove<HtmlBlockParser>();
        pipeline.BlockParsers.TryRemove<QuoteBlockParser>();
        pipeline.BlockParsers.TryRemove<FencedCodeBlockParser>();
        pipeline.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        pipeline.BlockParsers.TryRemove<ThematicBreakParser>();
        pipeline.InlineParsers.TryRemove<AutolinkInlineParser>();
        pipeline.InlineParsers.TryRemove<CodeInlineParser>();
        pipeline.InlineParsers.TryRemove<HtmlEntityParser>();
        if (pipeline.BlockParsers.Find<ParagraphBlockParser>() is { } paragraphs)
            paragraphs.ParseSetextHeadings = false;
        return pipeline.Build();
    }

    private static IEnumerable<Documents.Block> Blocks(ContainerBlock container)
    {
        foreach (var block in container)
            if (block is Markdig.Syntax.ListBlock list)
                yield return List(list);
            else if (block is HeadingBlock heading && Line(heading.Inline) is { Count: > 0 } title)
                yield return new Heading(Math.Clamp(heading.Level, 2, 4), title);
            else if (block is LeafBlock leaf && Line(leaf.Inline) is { Count: > 0 } words)
                yield return new Paragraph(words);
    }

    private static Documents.ListBlock List(Markdig.Syntax.ListBlock list) =>
        new(
            list.IsOrdered,
            list.IsOrdered && int.TryParse(list.OrderedStart, out var start) ? start : 1,
            list.OfType<ListItemBlock>().Select(item => new ListItem(Blocks(item).ToValueList())).ToValueList()
        );

    private static ValueList<Documents.Inline> Line(ContainerInline? inlines)
    {
        var line = new List<Documents.Inline>();
        if (inlines is not null)
            Collect(inlines, [], line);
        return line.ToValueList();
    }

    private static void Collect(ContainerInline inlines, ValueList<Mark> marks, List<Documents.Inline> line)
    {
        foreach (var inline in inlines)
            switch (inline)
            {
                case LiteralInline literal:
                    Say(literal.Content.ToString(), marks, line);
                    break;
                case LineBreakInline { IsHard: true }:
                    line.Add(new LineBreak { Marks = marks });
                    break;
                case LineBreakInline:
                    Say(" ", marks, line);
                    break;
                case EmphasisInline emphasis:
                    Collect(emphasis, [.. marks, emphasis.DelimiterCount == 2 ? new Strong() : new Emphasis()], line);
                    break;
                case LinkInline link:
                    Say(link.IsImage ? "!" : "", marks, line);
                    var address = SafeAddress.ForLink(link.Url);
                    Collect(link, address is null ? marks : [.. marks, new Link(address)], line);
                    break;
                case ContainerInline other:
                    Collect(other, marks, line);
                    break;
            }
    }

    private static void Say(string words, ValueList<Mark> marks, List<Documents.Inline> line)
    {
        if (words.Length == 0)
            return;
        if (line.Count > 0 && line[^1] is Text before && before.Marks.Equals(marks))
            line[^1] = before with { Value = before.Value + words };
        else
            line.Add(new Text(words) { Marks = marks });
    }

    [GeneratedRegex(@"^([ \t]*)\[(?=[^\]\n]*\]:)", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\[[^\[\]\n]{1,120}\]")]
    private static partial Regex Blank();
}
