using System.Text;
using OnRecord.Documents;
using OnRecord.Tests.Front.Margin;
using OnRecord.Tests.PublicRecord;

namespace OnRecord.Tests.Commands.Verification;

/// <summary>Somebody between the newsroom and its readers changes a page.</summary>
public class AlteredPageTests
{
    [Theory]
    [InlineData("runs again", "runs never", "shows another text than was sealed: the page says “The ferry runs never,")]
    [InlineData(
        "board.example/news",
        "bored.example/news",
        "has another link than was sealed: it leads to https://bored.example/news"
    )]
    [InlineData("<p>The ferry", "<p>Do not believe it.</p><p>The ferry", "shows another text than was sealed")]
    [InlineData(
        "<p>The ferry",
        "<p data-furniture>This ferry was bought by the mayor with money that belonged to the school, as everybody on the island has always known.</p><p>The ferry",
        "has a label inside the story that is longer than 80 characters"
    )]
    [InlineData("<h1 ", "<p>Sold out.</p><h1 ", "has words that belong to no part of the story: “Sold out.”")]
    [InlineData(
        "alt=\"Two halves again\"",
        "alt=\"A wreck\"",
        "describes a picture otherwise than was sealed: “A wreck”"
    )]
    [InlineData("Tom Brandt", "Tim Brandt", "shows another byline than was sealed")]
    [InlineData("It was away for a year.", "It was away for a day.", "shows another deck than was sealed")]
    [InlineData(
        "The ferry at its pier.",
        "The ferry at her pier.",
        "shows another caption or credit of the picture above the text"
    )]
    [InlineData("datetime=\"2026-03-14T", "datetime=\"2026-03-13T", "says that the story was published on 2026-03-13")]
    [InlineData(
        " data-record=\"/record/versions/",
        " data-x=\"/record/versions/",
        "the page does not say of which version it is"
    )]
    public async Task What_is_altered_on_a_page_is_named(string from, string to, string sentence)
    {
        await using var newsroom = await AuditedNewsroom.Start();
        var verdict = await newsroom.Verify(Altering("the-ferry-is-back", from, to));
        var fault = verdict.Fault.ShouldNotBeNull();
        fault.Sentence.ShouldContain(sentence);
        fault.Sentence.ShouldContain("The ferry is gone again");
        (fault.Story, fault.Version).ShouldBe((newsroom.FerryStory, 2));
        fault.Page.ShouldBe("http://localhost/2026/03/the-ferry-is-back");
    }

    [Fact]
    public async Task Another_picture_is_found_also_where_only_some_browsers_are_shown_it()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        var other = new string('b', 64);
        var verdict = await newsroom.Verify(
            (path, bytes) =>
            {
                var page = Encoding.UTF8.GetString(bytes);
                var at = page.IndexOf("srcset=\"/media/", StringComparison.Ordinal) + "srcset=\"/media/".Length;
                return path.EndsWith("/the-ferry-is-back", StringComparison.Ordinal)
                    ? Encoding.UTF8.GetBytes(page[..at] + other + page[(at + 64)..])
                    : bytes;
            }
        );
        verdict.Fault.ShouldNotBeNull().Sentence.ShouldContain("shows a picture that is not one of the newsroom’s own");
    }

    [Fact]
    public async Task Another_source_is_found()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        var verdict = await newsroom.Verify(
            Altering("county-says-the-dam-will-hold", ">Ada Lindqvist<", ">Ida Lindqvist<")
        );
        verdict
            .Fault.ShouldNotBeNull()
            .Sentence.ShouldContain(
                "names another source than was sealed: “Ida Lindqvist” as number 1, sealed is “Ada Lindqvist”"
            );
    }

    [Fact]
    public async Task Every_kind_of_block_is_read_on_a_page_as_it_was_sealed()
    {
        await using var newsroom = await AuditedNewsroom.Start();
        await newsroom.App.Publish(
            SourcedStory.Content(["One."], []) with
            {
                Headline = "All of it",
                Text = Everything,
            }
        );
        (await newsroom.Verify()).Fault.ShouldBeNull();
    }

    private static StoryDocument Everything { get; } =
        new([
            new Heading(2, [new Text("A heading")]),
            new Quote([new Paragraph([new Text("Quoted"), new LineBreak(), new Text("twice")])]),
            new PullQuote([new Text("Large")]),
            new ListBlock(
                true,
                3,
                [new ListItem([new Paragraph([new Text("Three")]), new Paragraph([new Text("and")])])]
            ),
            new Figure("https://elsewhere.example/p.jpg", "Nothing", [new Text("Not shown")], "Nobody"),
            new SocialPost(
                "Mastodon",
                "Ana",
                "@ana",
                "https://social.example/1",
                "2026-03-01",
                [new Paragraph([new Text("Posted.")])]
            ),
            new LinkedMedia(
                "chart",
                "https://charts.example/1",
                [
                    new Table([
                        new TableRow([
                            new TableCell(true, 1, 1, [new Paragraph([new Text("Year")])]),
                            new TableCell(false, 1, 1, [new Paragraph([new Text("2026")])]),
                        ]),
                    ]),
                ]
            ),
            new Callout([new Paragraph([new Text("How we know")])]),
            new Divider(),
            new CodeBlock("a\n  b", null),
            new Paragraph([
                new Text("Bold ") { Marks = [new Strong()] },
                new Text("and linked") { Marks = [new Strong(), new Link("/topic/dam")] },
                new Text(" on") { Marks = [new Link("/topic/dam")] },
                new Text(", not ") { Marks = [new Link("javascript:alert(1)")] },
                new Text("H") { Marks = [] },
                new Text("2") { Marks = [new Subscript()] },
                new Text("O."),
            ]),
        ]);

    private static Func<string, byte[], byte[]> Altering(string page, string from, string to) =>
        (path, bytes) =>
        {
            if (!path.EndsWith($"/{page}", StringComparison.Ordinal))
                return bytes;
            var html = Encoding.UTF8.GetString(bytes);
            html.ShouldContain(from);
            return Encoding.UTF8.GetBytes(html.Replace(from, to, StringComparison.Ordinal));
        };
}
