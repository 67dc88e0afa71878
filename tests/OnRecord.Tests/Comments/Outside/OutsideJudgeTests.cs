using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Comments;
using OnRecord.Comments.Outside;
using OnRecord.Comments.Own;
using OnRecord.Comments.Posting;
using OnRecord.People.Staff;

namespace OnRecord.Tests.Comments.Outside;

public class OutsideJudgeTests
{
    private const string Known = "greta@post.example";

    [Fact]
    public async Task It_is_asked_what_it_needs_to_know_signed_and_nobody_s_address()
    {
        await using var judge = await JudgeStandIn.Start();
        await using var newsroom = await judge.Newsroom();
        var comment = await newsroom.Comment(Known, "The dam held in 1998, too.\nЇжак знає.", "Greta “G” Sollner");
        var asked = judge.Questions.ShouldHaveSingleItem();
        (asked.Method, asked.Target).ShouldBe(("POST", "/comments?key=in-the-address"));
        asked.Headers["content-type"].ShouldBe("application/json");
        asked.Headers["webhook-id"].ShouldBe($"msg_{comment.Id:N}");
        var timestamp = asked.Headers["webhook-timestamp"];
        timestamp.ShouldBe($"{newsroom.App.Clock.GetUtcNow().ToUnixTimeSeconds()}");
        var signed = Encoding.UTF8.GetBytes($"{asked.Headers["webhook-id"]}.{timestamp}.{asked.Text}");
        var key = Convert.FromBase64String(JudgeStandIn.Secret["whsec_".Length..]);
        asked.Headers["webhook-signature"].ShouldBe($"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}");

        using var json = JsonDocument.Parse(asked.Body);
        Names(json.RootElement).ShouldBe(["type", "timestamp", "data"]);
        json.RootElement.GetProperty("type").GetString().ShouldBe("comment.received");
        json.RootElement.GetProperty("timestamp").GetDateTimeOffset().ShouldBe(comment.At);
        var data = json.RootElement.GetProperty("data");
        Names(data).ShouldBe(["comment", "text", "name", "language", "story", "score", "doubts"]);
        data.GetProperty("comment").GetGuid().ShouldBe(comment.Id);
        data.GetProperty("text").GetString().ShouldBe("The dam held in 1998, too.\nЇжак знає.");
        data.GetProperty("name").GetString().ShouldBe("Greta “G” Sollner");
        data.GetProperty("language").GetString().ShouldBe("en");
        data.GetProperty("story").GetString().ShouldBe($"https://news.example.org{newsroom.Path}");
        data.GetProperty("score").GetSingle().ShouldBe(comment.Score);
        data.GetProperty("doubts").GetArrayLength().ShouldBe(0);
        $"{asked.Text} {string.Join(' ', asked.Headers.Values)}".ShouldNotContain("post.example");
    }

    [Fact]
    public async Task What_it_would_publish_is_shown_and_takes_no_doubt_away()
    {
        await using var judge = await JudgeStandIn.Start();
        await using var newsroom = await judge.Newsroom();
        (await newsroom.Shown(Known, "Nothing is wrong with this.")).Why.ShouldBe("");
        await newsroom.Settle(house => house.HeldWords = "lighthouse");
        var held = await newsroom.Comment(Known, "Look at the lighthouse.");
        held.State.ShouldBe(CommentState.Held);
        held.Why.ShouldStartWith("Text.Abuse");
        using var json = JsonDocument.Parse(judge.Questions.Last().Body);
        var doubt = json.RootElement.GetProperty("data").GetProperty("doubts")[0];
        doubt.GetProperty("key").GetString().ShouldBe("Text.Abuse");
        doubt.GetProperty("words").GetString()!.ShouldContain("lighthouse");
    }

    [Fact]
    public async Task What_it_holds_waits_and_says_why_at_the_desk_and_to_its_writer()
    {
        await using var judge = await JudgeStandIn.Start();
        await using var newsroom = await judge.Newsroom();
        await newsroom.Shown(Known, "So that the address is confirmed.");
        judge.Answer = JudgeStandIn.Saying(
            """{"verdict":"hold","reason":"It names <b>a private person</b> in {0}."}"""
        );
        using var sent = await newsroom.Send(Known, "It was Mr Smith of Mill Lane.");
        sent.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        const string sentence = "The outside judge of comments writes: “It names <b>a private person</b> in {0}.”";
        var thanks = TalkNewsroom.Parse(await newsroom.App.Page(sent.Headers.Location!.ToString()));
        thanks.Body!.TextContent.ShouldContain(sentence);
        var editor = await newsroom.App.Colleague(Roles.Editor);
        var desk = TalkNewsroom.Parse(await editor.Page("/desk/comments"));
        var queued = desk.QuerySelectorAll("[data-comment]").ShouldHaveSingleItem();
        queued.QuerySelector(".words")!.TextContent.ShouldContain("Mill Lane");
        queued.QuerySelector(".why li")!.TextContent.ShouldBe(sentence);
    }

    [Fact]
    public async Task What_it_rejects_is_refused_and_says_why()
    {
        await using var judge = await JudgeStandIn.Start();
        await using var newsroom = await judge.Newsroom();
        judge.Answer = JudgeStandIn.Saying("""{"verdict":"reject","reason":"It sells watches.","model":"x"}""");
        var comment = await newsroom.Comment(Known, "The time is always right.");
        (comment.State, comment.Why).ShouldBe((CommentState.Rejected, "Judge.Said\u001fIt sells watches."));
        var editor = await newsroom.App.Colleague(Roles.Editor);
        (await editor.Page("/desk/comments?queue=all&state=Rejected")).ShouldContain("It sells watches.");
    }

    [Fact]
    public async Task Without_an_answer_in_time_the_comment_is_held()
    {
        await using var judge = await JudgeStandIn.Start();
        await using var newsroom = await judge.Newsroom(("Comments:OutsideJudge:Seconds", "5"));
        await newsroom.Shown(Known, "So that the address is confirmed.");
        judge.Answer = JudgeStandIn.Silence;
        var sending = newsroom.Comment(Known, "Does anybody hear me?");
        await judge.WasAsked(2);
        newsroom.App.Clock.Advance(TimeSpan.FromSeconds(4.9));
        await Task.Delay(50);
        sending.IsCompleted.ShouldBeFalse();
        newsroom.App.Clock.Advance(TimeSpan.FromSeconds(0.1));
        var comment = await sending;
        (comment.State, comment.Why).ShouldBe((CommentState.Held, "Judge.Late"));
    }

    [Fact]
    public async Task Whoever_goes_away_while_it_is_waited_for_loses_nothing()
    {
        await using var judge = await JudgeStandIn.Start();
        await using var newsroom = await judge.Newsroom();
        var thinking = new TaskCompletionSource();
        judge.Answer = async http =>
        {
            await thinking.Task;
            await JudgeStandIn.Saying("""{"verdict":"publish"}""")(http);
        };
        using var gone = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{newsroom.Path}/comments")
        {
            Content = new FormUrlEncodedContent([
                KeyValuePair.Create("text", "I have a train to catch."),
                KeyValuePair.Create("name", "Greta Sollner"),
                KeyValuePair.Create("email", Known),
            ]),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        var sending = newsroom.App.Http.SendAsync(request, gone.Token);
        await judge.WasAsked(1);
        await gone.CancelAsync();
        thinking.SetResult();
        // The test's own server lets go of whoever went away when it is done.
        await ((Task)sending).ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext
        );
        (await newsroom.App.InDatabase(db => db.Set<ReaderComment>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var judge = await JudgeStandIn.Start();
        await using var newsroom = await judge.Newsroom();
        judge.Answer = http =>
        {
            (http.Response.StatusCode, http.Response.Headers.Location) = (307, "/elsewhere");
            return Task.CompletedTask;
        };
        (await newsroom.Comment(Known, "Where to?")).Why.ShouldBe("Judge.Status\u001f307");
        judge.Questions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_error_or_an_answer_without_sense_or_end_holds_the_comment()
    {
        await using var judge = await JudgeStandIn.Start();
        await using var newsroom = await judge.Newsroom();
        judge.Answer = JudgeStandIn.Saying("""{"verdict":"publish"}""", 500);
        (await newsroom.Comment(Known, "The first.")).Why.ShouldBe("Judge.Status\u001f500");
        judge.Answer = JudgeStandIn.Saying("<p>OK</p>");
        (await newsroom.Comment(Known, "The second.")).Why.ShouldBe("Judge.Unclear");
        judge.Answer = JudgeStandIn.Saying("""{"verdict":"publish"}""");
        (await newsroom.Comment(Known, "The third.")).Why.ShouldBe("");
        judge.Answer = async http =>
        {
            await http.Response.WriteAsync("""{"verdict":"publish","reason":" """);
            for (var kilobytes = 0; kilobytes < 10_000 && !http.RequestAborted.IsCancellationRequested; kilobytes++)
                await http.Response.WriteAsync(new string('x', 1024));
        };
        (await newsroom.Comment(Known, "The fourth.")).Why.ShouldBe("Judge.Unclear");
        judge.Answer = JudgeStandIn.Saying("", 204);
        var comment = await newsroom.Comment(Known, "The fifth.");
        (comment.State, comment.OnceConfirmed).ShouldBe((CommentState.Unconfirmed, CommentState.Held));
        comment.Why.ShouldBe("Judge.Unclear");
    }

    [Fact]
    public async Task One_that_is_not_there_holds_the_comment_and_no_log_has_what_is_secret()
    {
        await using var judge = await JudgeStandIn.Start();
        await using var newsroom = await judge.Newsroom(
            ("Comments:OutsideJudge:Address", "http://127.0.0.1:9/comments?key=in-the-address")
        );
        (await newsroom.Comment(Known, "Is somebody there?")).Why.ShouldBe("Judge.Unreached");
        var log = string.Join('\n', judge.Log.Lines);
        log.ShouldContain("The outside judge at 127.0.0.1 could not be asked");
        log.ShouldNotContain(JudgeStandIn.Secret["whsec_".Length..]);
        log.ShouldNotContain("in-the-address");
        log.ShouldNotContain(Known);
        log.ShouldNotContain("Is somebody there?");
    }

    [Fact]
    public async Task After_three_failures_it_is_left_alone_for_a_while_and_then_tried_again()
    {
        await using var judge = await JudgeStandIn.Start();
        await using var newsroom = await judge.Newsroom();
        judge.Answer = JudgeStandIn.Saying("", 503);
        foreach (var text in new[] { "The first.", "The second.", "The third." })
            (await newsroom.Comment(Known, text)).Why.ShouldBe("Judge.Status\u001f503");
        judge.Log.Lines.Count(line => line.Contains("failed 3 times in a row")).ShouldBe(1);
        (await newsroom.Comment(Known, "The fourth.")).Why.ShouldBe("Judge.Resting");
        judge.Questions.Count.ShouldBe(3);
        newsroom.App.Clock.Advance(JudgeRest.For);
        (await newsroom.Comment(Known, "The fifth.")).Why.ShouldBe("Judge.Status\u001f503");
        (await newsroom.Comment(Known, "The sixth.")).Why.ShouldBe("Judge.Resting");
        judge.Answer = JudgeStandIn.Saying("""{"verdict":"publish"}""");
        newsroom.App.Clock.Advance(TimeSpan.FromMinutes(30));
        (await newsroom.Comment(Known, "The seventh.")).Why.ShouldBe("");
        (await newsroom.Comment(Known, "The eighth.")).Why.ShouldBe("");
        judge.Questions.Count.ShouldBe(6);
    }

    [Fact]
    public async Task When_so_many_wait_for_it_already_the_next_is_held_at_once()
    {
        await using var judge = await JudgeStandIn.Start();
        await using var newsroom = await judge.Newsroom();
        judge.Answer = JudgeStandIn.Silence;
        var ask = newsroom.App.Services.GetRequiredService<AskOutsideJudge>();
        var judgment = new TextJudgment(false, 0.1f, [], [], 0);
        var waiting = Enumerable.Range(0, AskOutsideJudge.MostAtOnce).Select(_ => ask.Of(Asked(), judgment)).ToList();
        await judge.WasAsked(AskOutsideJudge.MostAtOnce);
        (await ask.Of(Asked(), judgment)).Doubts.ShouldHaveSingleItem().Key.ShouldBe("Judge.Busy");
        newsroom.App.Clock.Advance(TimeSpan.FromSeconds(3));
        foreach (var one in await Task.WhenAll(waiting))
            one.Doubts.ShouldHaveSingleItem().Key.ShouldBe("Judge.Late");
        judge.Answer = JudgeStandIn.Saying("""{"verdict":"publish"}""");
        newsroom.App.Clock.Advance(JudgeRest.For);
        (await ask.Of(Asked(), judgment)).ShouldBe(judgment);
    }

    [Fact]
    public async Task What_a_machine_wrote_or_is_refused_already_is_not_sent()
    {
        await using var judge = await JudgeStandIn.Start();
        await using var newsroom = await judge.Newsroom();
        using var trapped = await newsroom.Post(
            $"{newsroom.Path}/comments",
            ("text", "A machine wrote this."),
            ("name", "A machine"),
            ("email", "machine@post.example"),
            ("website", "https://spam.example")
        );
        trapped.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var ask = newsroom.App.Services.GetRequiredService<AskOutsideJudge>();
        var refused = new TextJudgment(true, 0.99f, [new Doubt("Text.Abuse", "a word")], [], 0);
        (await ask.Of(Asked(), refused)).ShouldBe(refused);
        judge.Questions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_an_address_nobody_is_asked()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        (await newsroom.Shown(Known, "Nobody else reads this first.")).Why.ShouldBe("");
        newsroom.App.Services.GetRequiredService<AskOutsideJudge>().IsNamed.ShouldBeFalse();
    }

    [Fact]
    public async Task Other_words_in_the_place_of_those_are_asked_anew()
    {
        await using var judge = await JudgeStandIn.Start();
        await using var newsroom = await judge.Newsroom();
        var comment = await newsroom.Shown(Known, "Harmless words.");
        judge.Answer = JudgeStandIn.Saying("""{"verdict":"reject","reason":"It is not harmless any more."}""");
        var own = newsroom.App.Scoped<OwnComment>();
        (await newsroom.App.InDatabase(db => own.Edit(db, comment.Id, "Other words."))).Refused.ShouldBeFalse();
        var now = await newsroom.Now(comment.Id);
        (now.State, now.Why).ShouldBe((CommentState.Held, "Judge.Said\u001fIt is not harmless any more."));
        var asked = judge.Questions.Last();
        asked.Headers["webhook-id"].ShouldNotBe($"msg_{comment.Id:N}");
        using var json = JsonDocument.Parse(asked.Body);
        json.RootElement.GetProperty("type").GetString().ShouldBe("comment.edited");
        json.RootElement.GetProperty("data").GetProperty("comment").GetGuid().ShouldBe(comment.Id);
        json.RootElement.GetProperty("data").GetProperty("text").GetString().ShouldBe("Other words.");
        newsroom.App.Clock.Advance(ReaderComment.MayBeEditedFor);
        (await newsroom.App.InDatabase(db => own.Edit(db, comment.Id, "Too late."))).Refused.ShouldBeTrue();
        judge.Questions.Count.ShouldBe(2);
    }

    private static JudgeQuestion Asked() =>
        new()
        {
            Comment = Guid.CreateVersion7(),
            Text = "What do you think?",
            Name = "Greta Sollner",
            Language = "en",
            Story = "/2026/03/the-dam",
            Score = 0.1f,
            Doubts = [],
            At = DateTimeOffset.UnixEpoch,
        };

    private static IEnumerable<string> Names(JsonElement of) => of.EnumerateObject().Select(property => property.Name);
}
