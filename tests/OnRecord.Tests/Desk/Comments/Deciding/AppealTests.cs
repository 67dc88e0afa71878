using System.Net;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Moderation;
using OnRecord.People.Staff;
using OnRecord.Tests.Comments;

namespace OnRecord.Tests.Desk.Comments.Deciding;

public class AppealTests
{
    private static async Task<ReaderComment> Refused(TalkNewsroom talk)
    {
        var comment = await talk.Held("The mayor is no friend of ours.");
        (await talk.Editor.Decide(comment, DecisionAct.Rejected, Ground.Insult)).ShouldLead("/desk/comments");
        return await talk.Comment(comment.Id);
    }

    private static Task<HttpResponseMessage> Ask(TalkNewsroom talk, Guid comment, string words) =>
        talk.App.Http.PostAsync(
            $"{talk.Mailed(comment)}/appeal",
            new FormUrlEncodedContent([KeyValuePair.Create("appeal", words)])
        );

    private static Task<CommentAppeal> Appeal(TalkNewsroom talk) =>
        talk.App.InDatabase(db => db.Set<CommentAppeal>().AsNoTracking().SingleAsync());

    [Fact]
    public async Task A_writer_asks_once_for_another_look_and_somebody_else_answers()
    {
        await using var talk = await TalkNewsroom.Open();
        using var femi = await talk.App.Colleague(Roles.Moderator, "Femi Adeyemi");
        var comment = await Refused(talk);
        (await talk.App.Page(talk.Mailed(comment.Id))).ShouldContain("Ask for another look");
        (await Ask(talk, comment.Id, "That is an opinion.")).ShouldLead(talk.Mailed(comment.Id));
        var page = await talk.App.Page(talk.Mailed(comment.Id));
        page.ShouldContain("That is an opinion.");
        page.ShouldContain("Nobody has answered yet.");
        (await Ask(talk, comment.Id, "Please.")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await femi.Page("/desk")).ShouldContain("asks for another look");
        var appeal = await Appeal(talk);
        var path = $"/desk/comments/appeals/{appeal.Id}";
        (await talk.Editor.Page("/desk/comments/appeals")).ShouldContain("You decided on it, so a colleague answers.");
        using var own = await talk.Editor.Post(path, [("outcome", "Reversed"), ("answer", "So it is.")]);
        own.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await femi.Page("/desk/comments/appeals")).ShouldContain("Tom Brandt decided before.");
        (await femi.Post(path, [("outcome", "Reversed"), ("answer", "So it is.")])).ShouldLead(
            "/desk/comments/appeals"
        );
        (await talk.Below()).TextContent.ShouldContain("no friend of ours");
        page = await talk.App.Page(talk.Mailed(comment.Id));
        page.ShouldContain("So it is.");
        page.ShouldContain("we looked again and showed it");
        (await talk.Person(comment.CommenterId)).Rejected.ShouldBe(0);
        using var again = await femi.Post(path, [("outcome", "Confirmed"), ("answer", "Or not.")]);
        (await again.Content.ReadAsStringAsync()).ShouldContain("A colleague has answered this already.");
    }

    [Fact]
    public async Task Who_is_alone_answers_alone_and_what_stays_unseen_is_explained()
    {
        await using var talk = await TalkNewsroom.Open();
        var comment = await Refused(talk);
        talk.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await Ask(talk, comment.Id, "Why?");
        var appeal = await Appeal(talk);
        var path = $"/desk/comments/appeals/{appeal.Id}";
        using var wordless = await talk.Editor.Post(path, [("outcome", "Confirmed"), ("answer", " ")]);
        (await wordless.Content.ReadAsStringAsync()).ShouldContain("Write the answer in a sentence or two.");
        (await talk.Editor.Post(path, [("outcome", "Confirmed"), ("answer", "It names a child.")])).ShouldLead(
            "/desk/comments/appeals"
        );
        var now = await talk.Comment(comment.Id);
        now.State.ShouldBe(CommentState.Rejected);
        now.LettersDue.HasFlag(LettersDue.Decision).ShouldBeTrue();
        (await talk.App.Page(talk.Mailed(comment.Id))).ShouldContain("It names a child.");
        (await talk.Decision(comment.Id)).Act.ShouldBe(DecisionAct.Confirmed);
    }

    [Fact]
    public async Task Half_a_year_later_it_is_too_late_and_what_waits_for_its_first_look_needs_none()
    {
        await using var talk = await TalkNewsroom.Open();
        var held = await talk.Held("I wait.");
        (await talk.App.Page(talk.Mailed(held.Id))).ShouldNotContain("Ask for another look");
        (await Ask(talk, held.Id, "Hurry.")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var refused = await Refused(talk);
        var before = talk.App.Clock.GetUtcNow().AddDays(-190);
        await talk.InTransaction(db =>
            db.Set<ReaderComment>()
                .Where(row => row.Id == refused.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.DecidedAt, before))
        );
        (await Ask(talk, refused.Id, "Why?")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }
}
