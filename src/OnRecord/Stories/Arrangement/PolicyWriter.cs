using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OnRecord.Documents;

namespace OnRecord.Stories.Arrangement;

/// <summary>Writes a policy's text as <see cref="PolicyText"/> reads it, so that what was saved is what stands in the field again.</summary>
internal static partial class PolicyWriter
{
    public static string Write(StoryDocument text) => Blocks(text.Blocks, "\n\n");

    private static string Blocks(IEnumerable<Block> blocks, string between) =>
        string.Join(between, blocks.Select(Block).Where(block => block.Length > 0));

    private static string Block(Block block) =>
        block switch
        {
            Heading heading => $"{new string('#', Math.Clamp(heading.Level, 2, 4))} {Line(heading.Content)}",
            Paragraph paragraph => Line(paragraph.Content),
            ListBlock list => string.Join('\n', list.Items.Select((item, at) => Item(list, item, at))),
            _ => Escaped(PlainText.Of(block), begins: true, inLink: false),
        };

    private static string Item(ListBlock list, ListItem item, int at)
    {
        var marker = list.Ordered ? string.Create(CultureInfo.InvariantCulture, $"{list.Start + at}. ") : "- ";
        var loose = item.Blocks.Count(block => block is Paragraph) > 1 ? "\n\n" : "\n";
        return marker
            + Blocks(item.Blocks, loose).Replace("\n", "\n" + new string(' ', marker.Length), StringComparison.Ordinal);
    }

    private static string Line(ValueList<Inline> content)
    {
        var line = new StringBuilder();
        ValueList<Mark> open = [];
        foreach (var inline in content)
        {
            Turn(line, open, inline.Marks);
            open = inline.Marks;
            line.Append(
                inline switch
                {
                    Text text => Escaped(
                        text.Value,
                        line.Length == 0 || line[^1] == '\n',
                        open.Any(mark => mark is Link)
                    ),
                    LineBreak => "\\\n",
                    _ => "",
                }
            );
        }
        Turn(line, open, []);
        return line.ToString();
    }

    private static void Turn(StringBuilder line, ValueList<Mark> from, ValueList<Mark> to)
    {
        var same = from.Zip(to).TakeWhile(pair => Equals(pair.First, pair.Second)).Count();
        foreach (var mark in from.Skip(same).Reverse())
            line.Append(
                mark switch
                {
                    Strong => "**",
                    Emphasis => "*",
                    Link link => $"]({Target().Replace(link.Address, "\\$0")})",
                    _ => "",
                }
            );
        foreach (var mark in to.Skip(same))
            line.Append(
                mark switch
                {
                    Strong => "**",
                    Emphasis => "*",
                    Link => "[",
                    _ => "",
                }
            );
    }

    private static string Escaped(string words, bool begins, bool inLink)
    {
        var text = Special().Replace(words, "\\$0");
        text = inLink ? Bracket().Replace(text, "\\$0") : text.Replace("](", "]\\(", StringComparison.Ordinal);
        return begins ? Beginning().Replace(text, "${n}\\${m}") : text;
    }

    // An underscore inside a word is no emphasis, and addresses are full of them.
    [GeneratedRegex(@"[\\*]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])")]
    private static partial Regex Special();

    [GeneratedRegex(@"[\[\]]")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"[\\()<>&]")]
    private static partial Regex Target();

    // What would begin a heading or a list.
    [GeneratedRegex(@"^(?:(?<n>\d{1,9})(?<m>[.)])|(?<m>[-+]|\#{1,6}))(?=\s|$)")]
    private static partial Regex Beginning();
}
