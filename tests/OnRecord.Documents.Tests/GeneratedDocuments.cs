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

    [Property(MaxTest = 300, Arbitrary = [typeof(Suggested)])]
    public void Json_loses_no_suggestion(StoryDocument document) =>
        ProseMirrorReader.Read(ProseMirrorWriter.Write(document)).ShouldBe(document);

    [Property(MaxTest = 300, Arbitrary = [typeof(Suggested)])]
    public void What_readers_get_holds_no_mark_of_the_desk(StoryDocument document)
    {
        var published = Published.Of(document);
        Suggestions.Any(published).ShouldBeFalse();
        ProseMirrorWriter.Write(published).ShouldNotContain("\"comment\"");
        Published.Of(published).ShouldBe(published);
        HtmlWriter.Write(document).ShouldBe(HtmlWriter.Write(published));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Stories)])]
    public void Readers_get_every_word_that_is_not_only_suggested(StoryDocument document) =>
        PlainText.Of(Published.Of(document)).ShouldBe(PlainText.Of(document));

    public static class Suggested
    {
        public static Arbitrary<StoryDocument> Documents() => Stories.With(Stories.DeskMarks);
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
            [new Attribution("s1")],
            [new Comment("t1")]
        );

        internal static readonly Gen<ValueList<Mark>> DeskMarks = Gen.Elements<ValueList<Mark>>(
            [],
            [],
            [new Comment("t1"), new Strong()],
            [new Insertion("e1", "p1", "2026-03-14T09:12:00Z")],
            [new Deletion("e1", "p1", "2026-03-14T09:12:00Z")],
            [new Insertion("e2", null, null), new Deletion("e3", "p2", null), new Language("uk")]
        );

        private static Gen<ValueList<Inline>> Line(Gen<ValueList<Mark>> choice) =>
            from words in Gen.NonEmptyListOf(from word in Words from marks in choice select (word, marks))
            select Spaced(words);

        private static Gen<Block> Pictures(Gen<ValueList<Inline>> line) =>
            from alt in Words
            from caption in line
            from focus in Gen.Elements<int?>(null, 0, 61, 100)
            select (Block)
                new Figure("https://example.org/p.jpg", alt, caption, "Credit: A. Bird")
                {
                    FocusX = focus,
                    FocusY = focus,
                };

        private static Gen<Block> Simple(Gen<ValueList<Inline>> line) =>
            Gen.OneOf(
                line.Select(Block (words) => new Paragraph(words)),
                from level in Gen.Choose(2, 4)
                from words in line
                select (Block)new Heading(level, words),
                line.Select(Block (words) => new PullQuote(words)),
                Gen.Constant((Block)new Divider()),
                Pictures(line)
            );

        private static Block Data(ValueList<Block> blocks) =>
            new Table([
                new TableRow([new TableCell(true, 1, 1, [blocks[0]]), new TableCell(false, 2, 1, [blocks[^1]])]),
            ]);

        private static Gen<Block> Any(Gen<ValueList<Inline>> line)
        {
            var paragraphs = Gen.NonEmptyListOf(line.Select(Block (words) => new Paragraph(words)))
                .Select(blocks => blocks.Take(3).ToValueList());
            return Gen.OneOf(
                Simple(line),
                Simple(line),
                paragraphs.Select(Block (blocks) => new Quote(blocks)),
                paragraphs.Select(Block (blocks) => new Callout(blocks)),
                paragraphs.Select(
                    Block (blocks) =>
                        new ListBlock(false, 1, blocks.Select(block => new ListItem([block])).ToValueList())
                ),
                paragraphs.Select(
                    Block (blocks) =>
                        new SocialPost("Mastodon", "A. Bird", "@bird", "https://example.social/1", "2026-03-02", blocks)
                ),
                paragraphs.Select(Data),
                from picture in Pictures(line)
                from blocks in paragraphs
                from kind in Gen.Elements("video", "chart")
                select (Block)new LinkedMedia(kind, "https://example.org/watch?v=1&t=2", [picture, Data(blocks)])
            );
        }

        public static Arbitrary<StoryDocument> Documents() => With(Marks);

        internal static Arbitrary<StoryDocument> With(Gen<ValueList<Mark>> choice) =>
            Gen.ListOf(Any(Line(choice)))
                .Select(blocks => new StoryDocument(blocks.Take(8).ToValueList()))
                .ToArbitrary();

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
