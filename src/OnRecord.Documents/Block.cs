namespace OnRecord.Documents;

/// <summary>A piece of a story that stands on its own line: a paragraph, a picture, a table.</summary>
public abstract record Block
{
    /// <summary>Attributes of the ProseMirror node that this library does not know, as one JSON object, kept so that nothing is lost.</summary>
    public string? OtherAttributes { get; init; }
}

/// <summary>A paragraph of text.</summary>
/// <param name="Content">Its words.</param>
public sealed record Paragraph(ValueList<Inline> Content) : Block;

/// <summary>A heading inside a story. The headline is not one.</summary>
/// <param name="Level">2 (highest) to 4.</param>
/// <param name="Content">Its words.</param>
public sealed record Heading(int Level, ValueList<Inline> Content) : Block;

/// <summary>Words taken over from elsewhere and set apart.</summary>
/// <param name="Blocks">What is quoted.</param>
public sealed record Quote(ValueList<Block> Blocks) : Block;

/// <summary>A line of the story repeated large. Not part of the running text.</summary>
/// <param name="Content">Its words.</param>
public sealed record PullQuote(ValueList<Inline> Content) : Block;

/// <summary>A bulleted or numbered list.</summary>
/// <param name="Ordered">Numbered when true.</param>
/// <param name="Start">The first number of a numbered list, 1 unless told.</param>
/// <param name="Items">The items.</param>
public sealed record ListBlock(bool Ordered, int Start, ValueList<ListItem> Items) : Block;

/// <summary>One item of a list.</summary>
/// <param name="Blocks">Its content; the first is a paragraph as a rule.</param>
public sealed record ListItem(ValueList<Block> Blocks) : Block;

/// <summary>A picture in the text.</summary>
/// <param name="Source">Where its bytes are: an address, or <c>media:</c> and the SHA-256 of a picture in the library.</param>
/// <param name="Alt">What is seen, for those who do not see it; empty where it is still missing.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Credit">Who made it.</param>
public sealed record Figure(string Source, string Alt, ValueList<Inline> Caption, string? Credit) : Block
{
    /// <summary>The point that a cut must keep, in percent of the width from the left; null is the middle.</summary>
    public int? FocusX { get; init; }

    /// <summary>The point that a cut must keep, in percent of the height from the top; null is the middle.</summary>
    public int? FocusY { get; init; }
}

/// <summary>Several pictures shown together.</summary>
/// <param name="Figures">The pictures, each a <see cref="Figure"/>.</param>
public sealed record Gallery(ValueList<Block> Figures) : Block;

/// <summary>A post from a social network, held as text: nothing of the network is loaded.</summary>
/// <param name="Network">The network's name.</param>
/// <param name="Author">Who posted it, by the name shown there.</param>
/// <param name="Handle">The account, such as <c>@name</c>.</param>
/// <param name="Address">Where the post is, http or https.</param>
/// <param name="PostedOn">Its date as ISO 8601 where known, otherwise as it stood on the page.</param>
/// <param name="Blocks">Its wording.</param>
public sealed record SocialPost(
    string? Network,
    string? Author,
    string? Handle,
    string? Address,
    string? PostedOn,
    ValueList<Block> Blocks
) : Block;

/// <summary>A video or a chart of another host: a picture of it, the way to it, and a chart's data. Nothing of that host is loaded.</summary>
/// <param name="Kind"><c>video</c> or <c>chart</c>.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Blocks">At most one <see cref="Figure"/>, the poster or picture; after it at most one <see cref="Table"/>, the data.</param>
public sealed record LinkedMedia(string Kind, string Address, ValueList<Block> Blocks) : Block;

/// <summary>A table of data.</summary>
/// <param name="Rows">The rows, each a <see cref="TableRow"/>.</param>
public sealed record Table(ValueList<Block> Rows) : Block;

/// <summary>A row of a table.</summary>
/// <param name="Cells">The cells, each a <see cref="TableCell"/>.</param>
public sealed record TableRow(ValueList<Block> Cells) : Block;

/// <summary>A cell of a table.</summary>
/// <param name="Header">Whether it names its row or column.</param>
/// <param name="ColumnSpan">Columns it covers, at least 1.</param>
/// <param name="RowSpan">Rows it covers, at least 1.</param>
/// <param name="Blocks">Its content.</param>
public sealed record TableCell(bool Header, int ColumnSpan, int RowSpan, ValueList<Block> Blocks) : Block;

/// <summary>A box beside the story: how we know, what to do, whom to call.</summary>
/// <param name="Blocks">Its content.</param>
public sealed record Callout(ValueList<Block> Blocks) : Block;

/// <summary>A rule between two parts.</summary>
public sealed record Divider : Block;

/// <summary>Text whose spaces and line breaks count.</summary>
/// <param name="Text">The text.</param>
/// <param name="Language">The programming language, where one is named.</param>
public sealed record CodeBlock(string Text, string? Language) : Block;

/// <summary>A node that this library does not know, kept whole so that nothing is lost; its text is read, its form is not shown.</summary>
/// <param name="Json">The ProseMirror node as JSON.</param>
public sealed record UnknownBlock(string Json) : Block;
