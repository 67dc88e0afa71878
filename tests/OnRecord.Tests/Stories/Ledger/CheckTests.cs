using OnRecord.Documents;
using OnRecord.Imports;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Sources;
using OnRecord.Stories;
using OnRecord.Stories.Ledger;
using OnRecord.Stories.Workflow;
using OnRecord.Tests.Desk;

namespace OnRecord.Tests.Stories.Ledger;

public class CheckTests
{
    private const string Quote =
        "“There is no scenario in which it goes this winter,” said Ada Lindqvist, who chairs the board.";

    [Fact]
    public async Task A_quotation_that_nobody_tied_to_a_source_is_listed_with_the_way_to_its_words()
    {
        await using var app = await OnRecordApp.Start();
        var (db, story) = await Story(app, new Paragraph([new Text("Nothing is said here.")]), Line(Quote));
        var finding = (await Look(db, story)).Single(found => found.Code == "QuoteWithoutSource");
        finding.Message.ShouldContain("There is no scenario");
        finding.Place.ShouldStartWith("words-1-0-");
    }

    [Fact]
    public async Task What_was_refused_is_not_asked_for_again()
    {
        await using var app = await OnRecordApp.Start();
        var (db, story) = await Story(app, Line(Quote));
        var proposed = await ProposeSources.Into(db, story.Id, story.Draft.Text, "en", null, app.Clock.GetUtcNow());
        foreach (var one in proposed)
            KeepEntry.Refuse(one.Entry, story.Id, app.Clock.GetUtcNow());
        await db.SaveChangesAsync();
        (await Look(db, story)).ShouldNotContain(found => found.Code == "QuoteWithoutSource");
        (await ProposeSources.Into(db, story.Id, story.Draft.Text, "en", null, app.Clock.GetUtcNow())).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_story_that_stands_on_one_voice_or_only_on_other_outlets_says_so()
    {
        await using var app = await OnRecordApp.Start();
        var (db, story) = await Story(
            app,
            Line("The Valley Courier reported that the insurance had lapsed."),
            Line("The Valley Courier reported that the work had stopped in January."),
            Line("The Valley Courier reported that the contractor had left the county.")
        );
        await AcceptAll(app, db, story);
        var codes = (await Look(db, story)).Select(found => found.Code).ToList();
        codes.ShouldContain("SecondHand");
        codes.ShouldContain("OneSource");
    }

    [Fact]
    public async Task The_newsroom_says_what_stops_a_story()
    {
        await using var app = await OnRecordApp.Start();
        var (db, story) = await Story(app, Line(Quote));
        (await Level(db, story)).ShouldBe(FindingLevel.Advises);
        var newsroom = await db.Newsroom();
        newsroom.SourceChecks = CheckLevels.Write([("QuoteWithoutSource", FindingLevel.Stops)]);
        await db.SaveChangesAsync();
        (await Level(db, story)).ShouldBe(FindingLevel.Stops);
        newsroom.SourceChecks = CheckLevels.Write([("QuoteWithoutSource", FindingLevel.Fine)]);
        await db.SaveChangesAsync();
        (await Look(db, story)).ShouldNotContain(found => found.Code == "QuoteWithoutSource");
    }

    [Fact]
    public async Task Switched_off_nothing_is_asked_of_sources()
    {
        await using var app = await OnRecordApp.Start();
        var (db, story) = await Story(app, Line(Quote));
        story.HidesSources = true;
        (await Look(db, story)).ShouldNotContain(found => found.Code == "QuoteWithoutSource");
    }

    [Fact]
    public async Task The_copy_desk_sees_in_the_sample_what_a_copy_editor_would()
    {
        await using var app = await OnRecordApp.Start();
        var read = PageOpener.Open(Shared.Path("samples", "scraped-story.txt")).Value!;
        var (db, story) = await Story(app, [.. read.Text.Blocks]);
        story.Draft = story.Draft with { Headline = read.Headline };
        var found = await CopyDeskChecks.Look(new CheckedStory(story, story.Draft.ForReaders(), db, "en"));
        string Said(string code) =>
            string.Join('\n', found.Where(one => one.Code == $"CopyDesk.{code}").Select(one => one.Message));
        Said("HeadlineSaysMore").ShouldContain("Denies");
        Said("TitleTwoWays").ShouldContain("Adviser");
        Said("NumbersDiffer").ShouldContain("thirty-five");
        Said("RelativeDate").ShouldContain("two weeks ago");
        Said("WrongWord").ShouldContain("duel");
    }

    private static Paragraph Line(string words) => new([new Text(words)]);

    private static async Task<(OnRecordDb Db, Story Story)> Story(OnRecordApp app, params Block[] blocks)
    {
        var reporter = await app.Colleague(Roles.Reporter);
        var id = await reporter.Written(app, "The dam", "To be written.");
        var db = app.Scoped<OnRecordDb>();
        var story = (await db.Stories.FindAsync(id))!;
        story.Draft = story.Draft with { Text = new StoryDocument([.. blocks]) };
        await db.SaveChangesAsync();
        return (db, story);
    }

    private static async Task AcceptAll(OnRecordApp app, OnRecordDb db, Story story)
    {
        var proposed = await ProposeSources.Into(db, story.Id, story.Draft.Text, "en", null, app.Clock.GetUtcNow());
        proposed.Count.ShouldBe(3);
        foreach (var one in proposed)
            await KeepEntry.Accept(db, one.Entry, story.Id, app.Clock.GetUtcNow());
        story.Draft = story.Draft with { Text = ProposeSources.Mark(story.Draft.Text, proposed) };
        await db.SaveChangesAsync();
    }

    private static Task<IReadOnlyList<Finding>> Look(OnRecordDb db, Story story) =>
        LedgerChecks.Look(new CheckedStory(story, story.Draft.ForReaders(), db, "en"));

    private static async Task<FindingLevel> Level(OnRecordDb db, Story story) =>
        (await Look(db, story)).Single(found => found.Code == "QuoteWithoutSource").Level;
}
