using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Stories;
using OnRecord.Stories.Drafts;
using static OnRecord.Tests.Desk.DeskErrands;

namespace OnRecord.Tests.Desk.Writing;

public class DraftTests
{
    [Fact]
    public async Task What_was_answered_as_saved_is_there()
    {
        await using var app = await OnRecordApp.Start();
        using var ines = await app.Colleague(Roles.Reporter);
        var story = await ines.Begin("The dam");
        var saved = await ines.Save(story, 0, Content("The dam holds", Paragraphs("One.", "Two.")));
        (await saved.Json())["revision"]!.GetValue<int>().ShouldBe(1);
        var kept = await app.Story(story);
        kept.Draft.Headline.ShouldBe("The dam holds");
        PlainText.Of(kept.Draft.Text).ShouldBe("One.\n\nTwo.");
    }

    [Fact]
    public async Task A_save_built_on_an_older_text_is_told_the_newer_one_and_writes_over_nothing()
    {
        await using var app = await OnRecordApp.Start();
        using var ines = await app.Colleague(Roles.Reporter);
        var story = await ines.Begin("The dam");
        await ines.Save(story, 0, Content("The dam", Paragraphs("Hers.")));
        var stale = await ines.Save(story, 0, Content("The dam", Paragraphs("From another window.")));
        stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var told = await stale.Json();
        told["revision"]!.GetValue<int>().ShouldBe(1);
        told["content"]!["text"]!.ToJsonString().ShouldContain("Hers.");
        PlainText.Of((await app.Story(story)).Draft.Text).ShouldBe("Hers.");
    }

    [Fact]
    public async Task Two_saves_at_the_same_moment_end_in_one_saved_and_one_told()
    {
        await using var app = await OnRecordApp.Start();
        using var ines = await app.Colleague(Roles.Reporter);
        var story = await ines.Begin("The dam");
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(at => ines.Save(story, 0, Content("The dam", Paragraphs($"Text {at}."))))
        );
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(5);
        (await app.Story(story)).Revision.ShouldBe(1);
    }

    [Fact]
    public async Task A_story_somebody_holds_is_saved_by_nobody_else_until_it_is_taken_over()
    {
        await using var app = await OnRecordApp.Start();
        using var ines = await app.Colleague(Roles.Reporter);
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await ines.Begin("The dam");
        await ines.Send(HttpMethod.Post, $"/desk/stories/{story}/hold", new { tab = "one", act = "hold" });
        var refused = await tom.Save(story, 0, Content("The dam", Paragraphs("His.")));
        refused.StatusCode.ShouldBe(HttpStatusCode.Locked);
        (await refused.Json())["hold"]!["holder"]!["name"]!.GetValue<string>().ShouldBe("Ines Okafor");
        await tom.Send(HttpMethod.Post, $"/desk/stories/{story}/hold", new { tab = $"{tom.Id}", act = "ask" });
        var asked = await ines.Send(HttpMethod.Post, $"/desk/stories/{story}/hold", new { tab = "one", act = "hold" });
        (await asked.Json())["asking"]![0]!["name"]!.GetValue<string>().ShouldBe("Tom Brandt");
        await tom.Send(HttpMethod.Post, $"/desk/stories/{story}/hold", new { tab = $"{tom.Id}", act = "take" });
        (await tom.Save(story, 0, Content("The dam", Paragraphs("His.")))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Notices(app, ines)).ShouldBe([NoticeKind.AskedFor, NoticeKind.TakenOver]);
    }

    [Fact]
    public async Task A_hold_whose_browser_is_no_longer_heard_lapses()
    {
        await using var app = await OnRecordApp.Start();
        using var ines = await app.Colleague(Roles.Reporter);
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await ines.Begin("The dam");
        await ines.Send(HttpMethod.Post, $"/desk/stories/{story}/hold", new { tab = "one", act = "hold" });
        app.Clock.Advance(StoryHold.Lapse);
        (await tom.Save(story, 0, Content("The dam", Paragraphs("His.")))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_watches_hears_of_each_save()
    {
        await using var app = await OnRecordApp.Start();
        using var ines = await app.Colleague(Roles.Reporter);
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await ines.Begin("The dam");
        await ines.Save(story, 0, Content("The dam", Paragraphs("One.")));
        app.Clock.Advance(TimeSpan.FromSeconds(10));
        (await tom.Http.GetAsync($"/desk/stories/{story}/draft?since=1")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var news = await (await tom.Http.GetAsync($"/desk/stories/{story}/draft?since=0")).Json();
        news["savedBy"]!.GetValue<string>().ShouldBe("Ines Okafor");
        news["content"]!["text"]!.ToJsonString().ShouldContain("One.");
    }

    [Fact]
    public async Task Broken_characters_lose_no_words()
    {
        await using var app = await OnRecordApp.Start();
        using var ines = await app.Colleague(Roles.Reporter);
        var story = await ines.Begin("The dam");
        var token = await ines.Token();
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/desk/stories/{story}/draft");
        request.Headers.Add("RequestVerificationToken", token);
        request.Content = new StringContent(
            """{"base":0,"tab":"t","content":{"headline":"A\u0000B \ud83d C \\ud83d","language":"en","text":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"x \ude00 y \ud83d\ude00 z"}]}]}}}""",
            System.Text.Encoding.UTF8,
            "application/json"
        );
        var answer = await ines.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var kept = await app.Story(story);
        kept.Draft.Headline.ShouldBe("A\ufffdB \ufffd C \\ud83d");
        PlainText.Of(kept.Draft.Text).ShouldBe("x \ufffd y 😀 z");
    }

    [Fact]
    public async Task What_is_no_text_is_refused_with_a_sentence()
    {
        await using var app = await OnRecordApp.Start();
        using var ines = await app.Colleague(Roles.Reporter);
        var story = await ines.Begin("The dam");
        var content = Content("The dam", new JsonObject { ["type"] = "paragraph" });
        var answer = await ines.Save(story, 0, content);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Json())["problems"]![0]!["message"]!.GetValue<string>().ShouldContain("node of type doc");
    }

    [Fact]
    public async Task A_reporter_writes_their_own_stories_and_an_editor_any()
    {
        await using var app = await OnRecordApp.Start();
        using var ines = await app.Colleague(Roles.Reporter);
        using var pieter = await app.Colleague(Roles.Reporter, "Pieter Maas");
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await ines.Written(app, "The dam", "Words.");
        var content = Content("The dam", Paragraphs("Other words."));
        (await pieter.Save(story, 1, content)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await tom.Save(story, 1, content)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await ines.Move(story, StoryState.WithEditor);
        await tom.Move(story, StoryState.Ready);
        app.Clock.Advance(StoryHold.Lapse);
        (await ines.Save(story, 2, Content("The dam", Paragraphs("Late.")))).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
    }

    [Fact]
    public async Task A_text_that_other_hands_went_on_from_can_be_brought_back()
    {
        await using var app = await OnRecordApp.Start();
        using var ines = await app.Colleague(Roles.Reporter);
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await ines.Written(app, "The dam", "Hers.");
        await tom.Save(story, 1, Content("The dam", Paragraphs("His.")));
        (await ines.Page($"/desk/stories/{story}/history")).ShouldContain("/drafts/1\"");
        (await ines.Page($"/desk/stories/{story}/drafts/1")).ShouldContain("Hers.");
        await tom.Send(HttpMethod.Post, $"/desk/stories/{story}/hold", new { tab = $"{tom.Id}", act = "release" });
        (await ines.Post($"/desk/stories/{story}/drafts/1/restore", [])).ShouldLead($"/desk/stories/{story}/history");
        PlainText.Of((await app.Story(story)).Draft.Text).ShouldBe("Hers.");
        (await ines.Page($"/desk/stories/{story}/drafts/2")).ShouldContain("His.");
    }

    [Fact]
    public async Task A_comment_reaches_those_it_names_and_those_it_answers()
    {
        await using var app = await OnRecordApp.Start();
        using var ines = await app.Colleague(Roles.Reporter);
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await ines.Written(app, "The dam", "No scenario.");
        await tom.Send(
            HttpMethod.Post,
            $"/desk/stories/{story}/comments",
            new
            {
                thread = "c1",
                quote = "No scenario",
                text = "@Ines Okafor do we have the recording?",
            }
        );
        await ines.Send(
            HttpMethod.Post,
            $"/desk/stories/{story}/comments",
            new
            {
                thread = "c1",
                quote = "",
                text = "Yes, at minute four.",
            }
        );
        (await Notices(app, ines)).ShouldBe([NoticeKind.Mentioned]);
        (await Notices(app, tom)).ShouldBe([NoticeKind.Replied]);
        var resolved = await tom.Send(HttpMethod.Post, $"/desk/stories/{story}/comments/c1/resolve", null);
        (await resolved.Content.ReadAsStringAsync()).ShouldContain("\"resolved\":{\"by\":\"Tom Brandt\"");
    }

    private static Task<List<NoticeKind>> Notices(OnRecordApp app, Colleague who) =>
        app.InDatabase(db =>
            db.Set<Notice>()
                .Where(row => row.StaffId == who.Id)
                .OrderBy(row => row.At)
                .ThenBy(row => row.Kind)
                .Select(row => row.Kind)
                .ToListAsync()
        );
}
