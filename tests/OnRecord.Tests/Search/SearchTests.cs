using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;
using OnRecord.Search;
using OnRecord.Stories;
using OnRecord.Stories.Publishing;
using OnRecord.Tests.Desk;

namespace OnRecord.Tests.Search;

public class SearchTests
{
    [Fact]
    public async Task A_publication_is_found_by_the_next_request_and_a_draft_by_none()
    {
        await using var app = await OnRecordApp.Start();
        using var editor = await app.Colleague(Roles.Editor);
        var story = await editor.Written(app, "The dam will hold", "An engineer named spillway was asked.");
        (await app.Found("spillway")).ShouldBeEmpty();
        (await editor.Move(story, StoryState.Ready)).ShouldLead("/desk/stories");
        (await editor.Publish(story)).ShouldLead("/desk");
        (await app.Found("spillway")).ShouldBe(["The dam will hold"]);
    }

    [Fact]
    public async Task An_embargoed_story_is_in_no_search_before_its_time()
    {
        await using var app = await OnRecordApp.Start();
        using var editor = await app.Colleague(Roles.Editor);
        var story = await editor.Written(app, "Under embargo", "The spillway report.");
        (await editor.Move(story, StoryState.Ready)).ShouldLead("/desk/stories");
        (await editor.Publish(story, at: "2026-03-14T12:00")).ShouldLead("/desk");
        (await app.Found("spillway")).ShouldBeEmpty();
        app.Clock.Advance(TimeSpan.FromHours(2));
        await app.Services.GetRequiredService<PublishDue>().PublishAll(CancellationToken.None);
        (await app.Found("spillway")).ShouldBeEmpty();
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.Services.GetRequiredService<PublishDue>().PublishAll(CancellationToken.None);
        (await app.Found("spillway")).ShouldBe(["Under embargo"]);
    }

    [Fact]
    public async Task A_new_version_is_found_by_its_own_words_only()
    {
        await using var app = await OnRecordApp.Start();
        using var editor = await app.Colleague(Roles.Editor);
        var story = await editor.Published(app, "The dam", "Nine members voted on the turbine.");
        await editor.Rewrite(app, story, "Seven members voted on the sluice.");
        (await app.Found("sluice")).ShouldBeEmpty();
        (await editor.Correct(story, "Nine members.", "Seven members.")).ShouldLead("/desk");
        (await app.Found("sluice")).ShouldBe(["The dam"]);
        (await app.Found("turbine")).ShouldBeEmpty();
        (await Vocabulary(app, "turbine")).ShouldBeEmpty();
        (await Vocabulary(app, "sluice", "dam")).ShouldBe([1, 1]);
    }

    [Fact]
    public async Task A_story_removed_by_law_leaves_neither_itself_nor_its_words()
    {
        await using var app = await OnRecordApp.Start();
        using var owner = await app.Colleague(Roles.Owner | Roles.Editor);
        var story = await owner.Published(app, "The dam", "Somebody named Zvenyhorenko said so.");
        (await app.Found("Zvenyhorenko")).ShouldBe(["The dam"]);
        (await owner.Remove(story, "A court asked for it.")).ShouldLead("/desk");
        (await app.Found("Zvenyhorenko")).ShouldBeEmpty();
        (await Vocabulary(app, "zvenyhorenko")).ShouldBeEmpty();
        (await app.Search("Zvenyhorenk")).QuerySelector(".instead").ShouldBeNull();
    }

    [Fact]
    public async Task A_retracted_story_stays_and_says_so()
    {
        await using var app = await OnRecordApp.Start();
        var story = await app.Publishes("The dam", "The spillway.");
        await app.InDatabase(async db =>
        {
            await db.Transact(async () =>
            {
                var row = await db.Stories.Include(one => one.Versions).SingleAsync(one => one.Id == story);
                var version = row.Retract("It was wrong.", app.Clock.GetUtcNow(), null).Value.ShouldNotBeNull();
                await ShowVersion.Into(db, row, version);
            });
            return 0;
        });
        var page = await app.Search("spillway");
        page.Headlines().ShouldBe(["The dam"]);
        page.QuerySelector(".found .kind")!.TextContent.ShouldBe("Retracted");
    }

    [Fact]
    public async Task A_word_in_the_headline_goes_before_one_in_passing_and_the_newer_before_the_older()
    {
        await using var app = await OnRecordApp.Start();
        var day = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
        await app.Publishes("Passing", "The spillway was named.", at: day.AddDays(9));
        await app.Publishes("Spillway, older", "Water.", at: day);
        await app.Publishes("Spillway, newer", "Water.", at: day.AddDays(5));
        await app.Publishes("Signed", "Water.", at: day.AddDays(2), byline: "Nora Spillway");
        (await app.Found("spillway")).ShouldBe(["Spillway, newer", "Spillway, older", "Signed", "Passing"]);
    }

    [Fact]
    public async Task All_words_must_be_there_and_cases_plurals_and_beginnings_count()
    {
        await using var app = await OnRecordApp.Start();
        await app.Publishes("Two dams", "The boards met.");
        await app.Publishes("Президент приїхав", "Говорили з Пушкіним про воду.", language: "uk");
        (await app.Found("dam board")).ShouldBe(["Two dams"]);
        (await app.Found("dam school")).ShouldBeEmpty();
        (await app.Found("Пушкіна вода")).ShouldBe(["Президент приїхав"]);
        (await app.Found("Пушкин")).ShouldBe(["Президент приїхав"]);
        (await app.Found("презид")).ShouldBe(["Президент приїхав"]);
    }

    [Theory]
    [InlineData("東京の天気は晴れ", "天気")]
    [InlineData("กรุงเทพมหานครฝนตก", "ฝนตก")]
    [InlineData("قال الرئيس أحمد إن", "احمد")]
    [InlineData("서울에서 열린 회의", "서울")]
    [InlineData("नदी का पानी", "पानी")]
    [InlineData("Η Αθήνα σήμερα", "αθηνα")]
    [InlineData("המים בנהר", "בנהר")]
    public async Task A_story_is_found_in_its_script(string text, string question)
    {
        await using var app = await OnRecordApp.Start();
        await app.Publishes("Headline", text);
        (await app.Found(question)).ShouldBe(["Headline"]);
        (await app.Search(question)).QuerySelectorAll(".found p mark").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_index_that_is_lost_is_filled_again_from_the_stories()
    {
        await using var app = await OnRecordApp.Start();
        await app.Publishes("The dam", "The spillway.");
        await app.Publishes("The school", "The bus.");
        var index = app.Services.GetRequiredService<ISearchIndex>();
        await app.InDatabase(async db =>
        {
            await db.Execute("""DELETE FROM "SearchStories" """, default);
            await db.Execute("""UPDATE "SearchState" SET "Reading" = -1""", default);
            if (db.Database.IsSqlite())
                await db.Execute("""DELETE FROM "SearchWords" """, default);
            return 0;
        });
        (await app.Found("spillway")).ShouldBeEmpty();
        await app.InDatabase(async db =>
        {
            await FillSearch.Run(db, index);
            await FillSearch.Run(db, index);
            return 0;
        });
        (await app.Found("spillway")).ShouldBe(["The dam"]);
        (await Vocabulary(app, "the", "")).ShouldBe([2, 2], ignoreOrder: true);
    }

    [Fact]
    public async Task Many_stories_of_one_second_all_have_their_place()
    {
        await using var app = await OnRecordApp.Start();
        var at = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var stories = Enumerable
            .Range(0, 1500)
            .Select(number => new StoryToIndex(
                Guid.CreateVersion7(),
                at,
                null,
                new StoryContent
                {
                    Headline = $"Story {number}",
                    Language = "en",
                    Text = Documents.StoryDocument.Empty,
                }
            ))
            .ToList();
        var index = app.Services.GetRequiredService<ISearchIndex>();
        await app.InDatabase(async db =>
        {
            await db.Transact(() => IndexStories.Add(db, index, stories));
            var found = await index.Newest(db, new Wanted([new AnyOf(["story"])]), 2000, default);
            found.Count.ShouldBe(1500);
            found.ShouldBe(found.OrderDescending());
            return 0;
        });
    }

    private static Task<List<int>> Vocabulary(OnRecordApp app, params string[] words) =>
        app.InDatabase(async db =>
            (await OnRecord.Search.Vocabulary.Known(db, words, default)).ConvertAll(word => word.Stories)
        );
}
