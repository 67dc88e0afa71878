using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Moderation;
using OnRecord.People.Staff;
using OnRecord.Tests.Comments;

namespace OnRecord.Tests.Desk.Comments.Deciding;

public class DecisionTests
{
    private const string Said = "I was at the meeting. Nobody was let to the microphone.";

    [Fact]
    public async Task What_a_moderator_approves_readers_see_at_once_and_it_is_written_down_who_did()
    {
        await using var talk = await TalkNewsroom.Open();
        using var femi = await talk.App.Colleague(Roles.Moderator, "Femi Adeyemi");
        var comment = await talk.Held(Said);
        (await talk.Below()).TextContent.ShouldNotContain(Said);
        talk.App.Clock.Advance(TimeSpan.FromHours(2));
        (await femi.Decide(comment, DecisionAct.Approved)).ShouldLead("/desk/comments?done=CommentsDecided");
        (await talk.Below()).TextContent.ShouldContain(Said);
        var now = await talk.Comment(comment.Id);
        (now.State, now.DecidedBy, now.Why).ShouldBe((CommentState.Published, (Guid?)femi.Id, ""));
        now.LettersDue.HasFlag(LettersDue.Decision).ShouldBeTrue();
        var decision = await talk.Decision(comment.Id);
        (decision.Act, decision.Was, decision.StaffId, decision.Seconds).ShouldBe(
            (DecisionAct.Approved, CommentState.Held, (Guid?)femi.Id, (int?)7200)
        );
        Doubt.Read(decision.WhyBefore).ShouldContain(doubt => doubt.Key == "AllHeld");
        (await talk.Person(comment.CommenterId)).Published.ShouldBe(1);
        (await talk.Audited()).ShouldBe(["comment.approved"]);
    }

    [Fact]
    public async Task A_refusal_names_the_rule_and_its_writer_reads_it_on_their_page()
    {
        await using var talk = await TalkNewsroom.Open();
        var comment = await talk.Held("The mayor is a fool and so are you.");
        (await talk.Editor.Decide(comment, DecisionAct.Rejected, Ground.Insult, "Leave out the fool.")).ShouldLead(
            "/desk/comments"
        );
        var now = await talk.Comment(comment.Id);
        now.State.ShouldBe(CommentState.Rejected);
        (await talk.Person(comment.CommenterId)).Rejected.ShouldBe(1);
        var page = await talk.App.Page(talk.Mailed(comment.Id));
        page.ShouldContain("It insults somebody.");
        page.ShouldContain("A moderator writes: “Leave out the fool.”");
        page.ShouldContain("A person of the newsroom decided this on");
        page.ShouldContain("A filter had set it aside before");
        page.ShouldContain("court");
        (await talk.Below()).TextContent.ShouldNotContain("fool");
    }

    [Theory]
    [InlineData(null, "", "Choose the rule that the comment breaks.")]
    [InlineData("Other", " ", "Say why in a sentence")]
    [InlineData("Illegal", "", "Say why in a sentence")]
    public async Task A_refusal_without_a_reason_is_none_and_what_was_chosen_stays(
        string? rule,
        string words,
        string said
    )
    {
        Ground? ground = rule is null ? null : Enum.Parse<Ground>(rule);
        await using var talk = await TalkNewsroom.Open();
        var comment = await talk.Held(Said);
        using var answer = await talk.Editor.Decide(comment, DecisionAct.Rejected, ground, words);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = (await answer.Content.ReadAsStringAsync()).Read();
        page.QuerySelector("#problems")!.TextContent.ShouldContain(said);
        if (ground is not null)
            page.QuerySelector($"#c-{comment.Id} [data-reject][open] input[value='{ground}']")!
                .HasAttribute("checked")
                .ShouldBeTrue();
        (await talk.Comment(comment.Id)).State.ShouldBe(CommentState.Held);
    }

    [Fact]
    public async Task The_second_of_two_moderators_is_told_and_nothing_is_lost()
    {
        await using var talk = await TalkNewsroom.Open();
        using var femi = await talk.App.Colleague(Roles.Moderator, "Femi Adeyemi");
        var comment = await talk.Held(Said);
        (await talk.Editor.Decide(comment, DecisionAct.Approved)).ShouldLead("/desk/comments");
        using var answer = await femi.Decide(
            comment,
            DecisionAct.Rejected,
            Ground.OffTopic,
            "It is about the weather."
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = (await answer.Content.ReadAsStringAsync()).Read();
        page.QuerySelector("#problems")!.TextContent.ShouldContain("before you did");
        page.QuerySelector($"#c-{comment.Id} .chip")!.TextContent.ShouldBe("Shown");
        page.QuerySelector($"#c-{comment.Id} [data-reject] textarea")!.TextContent.ShouldBe("It is about the weather.");
        (await talk.Comment(comment.Id)).State.ShouldBe(CommentState.Published);
    }

    [Fact]
    public async Task Nobody_approves_words_they_have_not_read()
    {
        await using var talk = await TalkNewsroom.Open();
        var comment = await talk.Held(Said);
        await talk.App.Http.PostAsync(
            $"{talk.Mailed(comment.Id)}/edit",
            new FormUrlEncodedContent([KeyValuePair.Create("text", "Buy cheap pills.")])
        );
        using var answer = await talk.Editor.Decide(comment, DecisionAct.Approved);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await talk.Below()).TextContent.ShouldNotContain("pills");
    }

    [Fact]
    public async Task Many_are_decided_at_once_and_of_those_somebody_else_had_the_others_are_done()
    {
        await using var talk = await TalkNewsroom.Open();
        await talk.Fill(5, CommentState.Held);
        var held = await talk.App.InDatabase(db =>
            db.Set<ReaderComment>().AsNoTracking().OrderBy(row => row.Id).ToListAsync()
        );
        (await talk.Editor.Decide(held[0], DecisionAct.Approved)).ShouldLead("/desk/comments");
        using var answer = await talk.Editor.Decide(held, DecisionAct.Rejected, Ground.Spam);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("The other 4 are done.");
        var states = await talk.App.InDatabase(db =>
            db.Set<ReaderComment>().OrderBy(row => row.Id).Select(row => row.State).ToListAsync()
        );
        states.ShouldBe([
            CommentState.Published,
            CommentState.Rejected,
            CommentState.Rejected,
            CommentState.Rejected,
            CommentState.Rejected,
        ]);
        using var none = await talk.Editor.Decide([], DecisionAct.Approved);
        (await none.Content.ReadAsStringAsync()).ShouldContain("Tick the comments first");
    }

    [Fact]
    public async Task What_is_held_again_leaves_the_page_and_comes_back_when_it_is_shown_after_all()
    {
        await using var talk = await TalkNewsroom.Open();
        var comment = await talk.Shown(Said);
        (await talk.Editor.Decide(comment, DecisionAct.Held)).ShouldLead("/desk/comments");
        (await talk.Below()).TextContent.ShouldNotContain(Said);
        (await talk.App.Page(talk.Mailed(comment.Id))).ShouldContain("A moderator takes another look at it.");
        talk.App.Clock.Advance(TimeSpan.FromMinutes(1));
        (await talk.Editor.Decide(await talk.Comment(comment.Id), DecisionAct.Rejected, Ground.OffTopic)).ShouldLead(
            "/desk/comments"
        );
        talk.App.Clock.Advance(TimeSpan.FromMinutes(1));
        (await talk.Editor.Decide(await talk.Comment(comment.Id), DecisionAct.Approved)).ShouldLead("/desk/comments");
        (await talk.Below()).TextContent.ShouldContain(Said);
        (await talk.Decision(comment.Id)).Act.ShouldBe(DecisionAct.Restored);
        var person = await talk.Person(comment.CommenterId);
        (person.Published, person.Rejected).ShouldBe((1, 0));
        (await talk.Audited()).ShouldBe(["comment.held", "comment.rejected", "comment.restored"]);
    }

    [Fact]
    public async Task Each_colleague_likes_a_comment_once_and_readers_see_how_many_do()
    {
        await using var talk = await TalkNewsroom.Open();
        var comment = await talk.Shown(Said);
        var path = $"/desk/comments/{comment.Id}/like";
        await talk.Editor.Post(path, [("likes", "yes")]);
        await talk.Editor.Post(path, [("likes", "yes")]);
        using var femi = await talk.App.Colleague(Roles.Moderator, "Femi Adeyemi");
        await femi.Post(path, [("likes", "yes")]);
        (await talk.Below()).QuerySelector(".liked")!.TextContent.ShouldContain("2");
        await femi.Post(path, [("likes", "no")]);
        (await talk.Comment(comment.Id)).Likes.ShouldBe(1);
        (await talk.Below()).QuerySelector(".liked")!.TextContent.ShouldContain("1");
    }

    [Fact]
    public async Task The_newsroom_answers_under_its_own_name_and_at_once()
    {
        await using var talk = await TalkNewsroom.Open();
        var comment = await talk.Shown(Said);
        var path = $"/desk/comments/{comment.Id}/answer";
        using var empty = await talk.Editor.Post(path, [("text", " ")]);
        (await empty.Content.ReadAsStringAsync()).ShouldContain("Write the answer before you send it.");
        (await talk.Editor.Post(path, [("text", "We asked for the *protocol*.")])).ShouldLead("/desk/comments/");
        (await talk.Editor.Post(path, [("text", "We asked for the *protocol*.")])).ShouldLead("/desk/comments/");
        var below = await talk.Below();
        below.QuerySelectorAll(".comment").Length.ShouldBe(2);
        var answer = below.QuerySelectorAll(".comment")[1];
        answer.QuerySelector("strong")!.TextContent.ShouldBe("Tom Brandt");
        answer.QuerySelector(".badge")!.TextContent.ShouldBe("Newsroom");
        answer.QuerySelector("em")!.TextContent.ShouldBe("protocol");
        answer.ClassList.ShouldContain("depth-1");
        (await talk.Comment(comment.Id)).Replies.ShouldBe(1);
        (
            await talk.Editor.Post($"/desk/comments/story/{talk.StoryId}/say", [("text", "The board answers at noon.")])
        ).ShouldLead("/desk/comments/");
        (await talk.Below()).QuerySelectorAll(".comment.depth-0").Length.ShouldBe(2);
    }

    [Fact]
    public async Task The_pages_script_is_told_what_was_done_in_a_sentence()
    {
        await using var talk = await TalkNewsroom.Open();
        var comment = await talk.Held(Said);
        var token = await talk.Editor.Token();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/desk/comments")
        {
            Content = new FormUrlEncodedContent([
                KeyValuePair.Create("comment", comment.Seen()),
                KeyValuePair.Create("act", "Approved"),
                KeyValuePair.Create("__RequestVerificationToken", token),
            ]),
        };
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await talk.Editor.Http.SendAsync(request);
        var told = await answer.Content.ReadFromJsonAsync<JsonObject>();
        ((string)told!["said"]!).ShouldBe("Approved.");
        ((Guid)told["done"]!.AsArray()[0]!).ShouldBe(comment.Id);
    }
}
