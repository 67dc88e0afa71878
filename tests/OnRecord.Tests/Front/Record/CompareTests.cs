using System.Net;
using OnRecord.Documents;
using OnRecord.Front;
using OnRecord.Front.Record;
using OnRecord.Stories;

namespace OnRecord.Tests.Front.Record;

public class CompareTests
{
    [Theory]
    [InlineData(
        "The board has nine members.",
        "The board has seven members.",
        "The board has [-nine][+seven] members."
    )]
    [InlineData("It is old", "It is very old", "It is [+very ]old")]
    [InlineData("one two three", "four five three", "[-one two][+four five] three")]
    [InlineData("水库大坝是安全的。", "水库大坝是危险的。", "水库大坝是[-安全][+危险]的。")]
    [InlineData("قال المجلس إن السد آمن", "قال المجلس إن السد خطر", "قال المجلس إن السد [-آمن][+خطر]")]
    [InlineData("А 👨‍👩‍👧 б", "А 👨‍👩‍👦 б", "А [-👨‍👩‍👧][+👨‍👩‍👦] б")]
    [InlineData("3.5 per cent", "3.7 per cent", "[-3.5][+3.7] per cent")]
    [InlineData("", "New", "[+New]")]
    public void Words_that_came_and_went_are_told_apart(string before, string after, string expected) =>
        string.Concat(
                WordDiff
                    .Of(before, after)
                    .Select(piece =>
                        piece.Mark switch
                        {
                            PieceMark.Added => $"[+{piece.Text}]",
                            PieceMark.Removed => $"[-{piece.Text}]",
                            _ => piece.Text,
                        }
                    )
            )
            .ShouldBe(expected);

    [Fact]
    public async Task All_that_is_sealed_is_compared_and_summed_up_in_a_sentence()
    {
        await using var app = await OnRecordApp.Start();
        var (id, path) = await app.PublishedAt("The ferry is back");
        await app.Show(
            id,
            draft =>
                draft with
                {
                    Text = StoryVersions.Lines(
                        "The board met on Monday in the hall.",
                        "Nobody was let in to speak.",
                        "It rained."
                    ),
                }
        );
        await app.Show(
            id,
            draft =>
                draft with
                {
                    Headline = "The ferry is gone",
                    Byline = ["Ines Okafor"],
                    Text = StoryVersions.Lines(
                        "The board met on Tuesday in the hall.",
                        "Nobody was let in to speak.",
                        "It rained.",
                        "It went on until ten."
                    ),
                }
        );
        var page = await app.Parsed($"{path}/versions/compare?from=2&to=3");
        page.QuerySelector(".deck")!
            .TextContent.ShouldBe("1 paragraph changed; 1 paragraph added; headline changed; byline changed.");
        page.QuerySelectorAll(".line del").Select(gone => gone.TextContent).ShouldContain(" removed: Monday");
        page.QuerySelectorAll(".line ins").Select(come => come.TextContent).ShouldContain(" added: Tuesday");
        page.QuerySelector(".unchanged summary")!.TextContent.ShouldContain("2 paragraphs unchanged:");
        (await app.Parsed($"{path}/versions/compare?from=3&to=2"))
            .QuerySelector("h1")!
            .TextContent.ShouldBe("From version 2 to version 3");
        (await app.Parsed($"{path}/versions/compare?from=7&to=99"))
            .QuerySelector("h1")!
            .TextContent.ShouldBe("From version 2 to version 3");
        (await app.Parsed($"{path}/versions")).QuerySelectorAll("select[name=from] option").Length.ShouldBe(3);
    }

    [Fact]
    public async Task With_one_version_there_is_nothing_to_compare()
    {
        await using var app = await OnRecordApp.Start();
        var (_, path) = await app.PublishedAt("The ferry is back");
        var answer = await app.Http.GetAsync($"{path}/versions/compare");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(
            "There are no two versions of this story that can be compared."
        );
    }

    [Fact]
    public void A_link_that_leads_elsewhere_is_shown_and_a_moved_picture_is_known_again()
    {
        var source = $"media:{new string('a', 64)}/1200x800";
        Paragraph Linked(string address) => new([new Text("Read the notes") { Marks = [new Link(address)] }]);
        var picture = new Figure(source, "A dam", [new Text("The dam.")], null);
        var (one, two) = (new Paragraph([new Text("One thing.")]), new Paragraph([new Text("Another matter.")]));
        var compared = ComparedText.Of(
            ComparedLine.Of(new StoryDocument([picture, Linked("/notes"), one, two])),
            ComparedLine.Of(new StoryDocument([Linked("/other"), one, two, picture])),
            Shell.Words("en")
        );
        var lines = compared.Runs.SelectMany(run => run.Lines).ToList();
        lines.ShouldContain(line =>
            line.Note == "A link leads elsewhere:" && line.Pieces.Any(piece => piece.Text.Contains("other"))
        );
        lines.Count(line => line.Mark == LineMark.Moved).ShouldBe(2);
        compared.Counts.ShouldContain("1 paragraph moved");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fifteen_hundred_paragraphs_are_each_compared_with_their_own(bool all)
    {
        string Line(int at, string word) =>
            string.Join(
                ' ',
                Enumerable.Range(0, 50).Select(place => $"w{(at * 31 + place * 7) % 997}{(place == 20 ? word : "")}")
            );
        var before = ComparedLine.Of(StoryVersions.Lines([.. Enumerable.Range(0, 1500).Select(at => Line(at, ""))]));
        var after = ComparedLine.Of(
            StoryVersions.Lines([.. Enumerable.Range(0, 1500).Select(at => Line(at, all || at % 10 == 0 ? "x" : ""))])
        );
        ComparedText
            .Of(before, after, Shell.Words("en"))
            .Counts.ShouldBe([all ? "1500 paragraphs changed" : "150 paragraphs changed"]);
    }
}
