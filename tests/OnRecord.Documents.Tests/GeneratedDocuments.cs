using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace OnRecord.Documents.Tests;

public class GeneratedDocuments
{
    [Property(MaxTest = 300, Arbitrary = [typeof(Stories)])]
    public void Json_loses_nothing(StoryDocument document) =>
        ProseMirrorReader.Read(ProseMirrorWriter.Write(document)).ShouldBe(document);

    [Property(MaxTest = 300, Arbitrary = [typeof(Stories)])]
    public void Html_out_and_in_keeps_the_words(StoryDocument document)
    {
        var back = HtmlReader.Read(HtmlWriter.Write(document));
        PlainText.Of(back).ShouldBe(PlainText.Of(document));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Stories)])]
    public void Html_read_once_is_read_the_same_again(StoryDocument document)
    {
        var once = HtmlReader.Read(HtmlWriter.Write(document));
        HtmlReader.Read(HtmlWriter.Write(once)).ShouldBe(once);
    }

    public static class Stories
    {
        private static readonly Gen<string> Words = Gen.Elements(
            "water",
            "Україна",
            "الماء",
            "河岸",
            "a < b & c",
            "“quoted”",
            "don’t",
            "5 %",
            "</script>",
            "x\"y"
        );

        private static readonly Gen<ValueList<Mark>> Marks = Gen.Elements<ValueList<Mark>>(
            [],
            [],
            [],
            [new Strong()],
            [new Emphasis(), new Link("https://example.org/a?b=1&c=2")],
            [new Language("uk")],
            [new Attribution("s1")]
        );

        private static readonly Gen<ValueList<Inline>> Line =
            from words in Gen.NonEmptyListOf(from word in Words from marks in Marks select (word, marks))
            select Spaced(words);

        private static readonly Gen<Block> Simple = Gen.OneOf(
            Line.Select(Block (line) => new Paragraph(line)),
            from level in Gen.Choose(2, 4)
            from line in Line
            select (Block)new Heading(level, line),
            Line.Select(Block (line) => new PullQuote(line)),
            Gen.Constant((Block)new Divider()),
            from alt in Words
            from line in Line
            select (Block)new Figure("https://example.org/p.jpg", alt, line, "Credit: A. Bird")
        );

        private static readonly Gen<ValueList<Block>> Paragraphs = Gen.NonEmptyListOf(
                Line.Select(Block (line) => new Paragraph(line))
            )
            .Select(blocks => blocks.Take(3).ToValueList());

        private static readonly Gen<Block> Any = Gen.OneOf(
            Simple,
            Simple,
            Paragraphs.Select(Block (blocks) => new Quote(blocks)),
            Paragraphs.Select(Block (blocks) => new Callout(blocks)),
            Paragraphs.Select(
                Block (blocks) => new ListBlock(false, 1, blocks.Select(block => new ListItem([block])).ToValueList())
            ),
            Paragraphs.Select(
                Block (blocks) =>
                    new SocialPost("Mastodon", "A. Bird", "@bird", "https://example.social/1", "2026-03-02", blocks)
            ),
            Paragraphs.Select(
                Block (blocks) =>
                    new Table([
                        new TableRow([
                            new TableCell(true, 1, 1, [blocks[0]]),
                            new TableCell(false, 2, 1, [blocks[^1]]),
                        ]),
                    ])
            )
        );

        public static Arbitrary<StoryDocument> Documents() =>
            Gen.ListOf(Any).Select(blocks => new StoryDocument(blocks.Take(8).ToValueList())).ToArbitrary();

        private static ValueList<Inline> Spaced(IEnumerable<(string Word, ValueList<Mark> Marks)> words)
        {
            var line = new List<Inline>();
            foreach (var (word, marks) in words.Take(6))
            {
                if (line.Count > 0)
                    line.Add(new Text(" "));
                line.Add(new Text(word) { Marks = marks });
            }
            return Rewrite.Join(line).ToValueList();
        }
    }
}
