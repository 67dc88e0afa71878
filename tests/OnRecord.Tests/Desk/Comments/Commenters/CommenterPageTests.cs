using System.Net;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Moderation;
using OnRecord.Comments.Privacy;
using OnRecord.People.AuditLog;
using OnRecord.Platform.Mail;
using OnRecord.Tests.Comments;

namespace OnRecord.Tests.Desk.Comments.Commenters;

public class CommenterPageTests
{
    private const string Address = "haddad@post.example";

    private static Task<HttpResponseMessage> Act(
        TalkNewsroom talk,
        Guid person,
        SanctionAct act,
        string why,
        params (string, string)[] more
    ) => talk.Editor.Post($"/desk/commenters/{person}", [("sanction", $"{act}"), ("why", why), .. more]);

    [Fact]
    public async Task Somebody_banned_is_told_why_what_waits_of_them_is_refused_and_it_can_be_lifted()
    {
        await using var talk = await TalkNewsroom.Open();
        var comment = await talk.Held("Sold here.");
        var person = comment.CommenterId!.Value;
        (await Act(talk, person, SanctionAct.Banned, "Three warnings.", ("refuses", "yes"))).ShouldLead(
            $"/desk/commenters/{person}?done=CommenterTold"
        );
        (await talk.Comment(comment.Id)).State.ShouldBe(CommentState.Rejected);
        talk.App.Clock.Advance(TimeSpan.FromMinutes(1));
        (await talk.Sent("And again.")).State.ShouldBe(CommentState.Rejected);
        var letter = Assert.Single(await talk.Letters(Address), text => text.Contains("no more comments"));
        letter.ShouldContain("Three warnings.");
        var page = (await talk.Editor.Page($"/desk/commenters/{person}")).Read();
        page.Body!.TextContent.ShouldContain("banned since");
        page.Body!.TextContent.ShouldContain("Tom Brandt banned them");
        page.Queued().ShouldBe(["And again.", "Sold here."]);
        (await Act(talk, person, SanctionAct.Lifted, "")).ShouldLead("/desk/commenters/");
        (await talk.Person(person)).BannedAt.ShouldBeNull();
        (await talk.Sent("I am back.")).State.ShouldBe(CommentState.Held);
        (await talk.Audited()).ShouldBe(
            ["commenter.banned", "comment.rejected", "commenter.lifted"],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task Somebody_suspended_waits_until_the_end_of_that_day()
    {
        await using var talk = await TalkNewsroom.Open();
        var person = (await talk.Shown("First.")).CommenterId!.Value;
        (await Act(talk, person, SanctionAct.Suspended, "Cool down.", ("until", "2026-03-15"))).ShouldLead(
            "/desk/commenters"
        );
        using var refused = await talk.Send("Second.");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("2026-03-15");
        talk.App.Clock.Advance(TimeSpan.FromDays(2));
        (await talk.Sent("Second.")).State.ShouldBe(CommentState.Published);
    }

    [Theory]
    [InlineData("", "Why.", "2026-03-20", "Choose what is to be done.")]
    [InlineData("Banned", " ", "", "Say why in a sentence. They are told.")]
    [InlineData("Suspended", "Why.", "", "Choose a day that is still to come")]
    [InlineData("Suspended", "Why.", "2026-03-01", "Choose a day that is still to come")]
    [InlineData("Suspended", "Why.", "2028-03-01", "Choose a day that is still to come")]
    public async Task What_is_no_sanction_is_refused_and_what_was_typed_stays(
        string act,
        string why,
        string until,
        string said
    )
    {
        await using var talk = await TalkNewsroom.Open();
        var person = (await talk.Shown("First.")).CommenterId!.Value;
        using var answer = await talk.Editor.Post(
            $"/desk/commenters/{person}",
            [("sanction", act), ("why", why), ("until", until)]
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = (await answer.Content.ReadAsStringAsync()).Read();
        page.QuerySelector("#problems")!.TextContent.ShouldContain(said);
        page.QuerySelector("#why")!.TextContent.ShouldBe(why.Trim());
        var now = await talk.Person(person);
        (now.BannedAt, now.SuspendedUntil).ShouldBe((null, null));
    }

    [Fact]
    public async Task Who_is_held_waits_from_then_on_and_who_is_warned_is_only_told()
    {
        await using var talk = await TalkNewsroom.Open();
        var person = (await talk.Shown("First.")).CommenterId!.Value;
        await Act(talk, person, SanctionAct.Warned, "Be kind.");
        (await talk.Sent("Second.")).State.ShouldBe(CommentState.Published);
        await Act(talk, person, SanctionAct.Held, "Once more.");
        var third = await talk.Sent("Third.");
        third.State.ShouldBe(CommentState.Held);
        third.Why.ShouldContain("HeldByHand");
        (await talk.Letters(Address))
            .Count(text => text.Contains("Be kind.") || text.Contains("Once more."))
            .ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_gets_mail_whose_address_somebody_else_may_have_typed()
    {
        await using var talk = await TalkNewsroom.Open();
        var comment = await talk.Sent("First.");
        await Act(talk, comment.CommenterId!.Value, SanctionAct.Warned, "Be kind.");
        (await talk.Letters(Address)).ShouldNotContain(text => text.Contains("Be kind."));
    }

    [Fact]
    public async Task The_letter_about_it_is_gone_within_a_day_as_all_letters_to_commenters_are()
    {
        await using var talk = await TalkNewsroom.Open();
        var person = (await talk.Shown("First.")).CommenterId!.Value;
        await Act(talk, person, SanctionAct.Warned, "Be kind.");
        (await talk.Letters(Address)).ShouldHaveSingleItem().ShouldContain("No more letters about comments");
        await talk.App.Scoped<SendMail>().SendDue(CancellationToken.None);
        var folder = System.IO.Path.Combine(talk.App.Folder, "data", "outgoing-mail");
        Directory.GetFiles(folder).ShouldNotBeEmpty();
        talk.App.Clock.Advance(TimeSpan.FromHours(13));
        await talk.App.Scoped<ForgetCommenters>().Forget(CancellationToken.None);
        (await talk.Letters(Address)).ShouldBeEmpty();
        foreach (var file in Directory.GetFiles(folder))
            (await File.ReadAllTextAsync(file)).ShouldNotContain(Address);
    }

    [Fact]
    public async Task Of_somebody_whose_address_is_not_kept_that_is_said_and_they_can_be_acted_on()
    {
        await using var talk = await TalkNewsroom.Open();
        var person = (await talk.Shown("First.")).CommenterId!.Value;
        await talk.InTransaction(async db => (await db.Set<Commenter>().SingleAsync()).Email = []);
        using var asked = await talk.Editor.Post($"/desk/commenters/{person}/address", []);
        asked.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await asked.Content.ReadAsStringAsync()).ShouldContain("No address is kept of them any more");
        (await Act(talk, person, SanctionAct.Held, "Once more.")).ShouldLead("/desk/commenters/");
        (await talk.Person(person)).IsHeld.ShouldBeTrue();
    }

    [Fact]
    public async Task Notes_are_for_colleagues_and_stand_in_the_queue()
    {
        await using var talk = await TalkNewsroom.Open();
        var comment = await talk.Held("Sold here.");
        (
            await talk.Editor.Post(
                $"/desk/commenters/{comment.CommenterId}/notes",
                [("note", "Sells pills elsewhere.")]
            )
        ).ShouldLead("/desk/commenters/");
        (await talk.Editor.Page("/desk/comments"))
            .Read()
            .QuerySelector(".person .note")!
            .TextContent.ShouldBe("Sells pills elsewhere.");
        (await talk.App.Page(talk.Mailed(comment.Id))).ShouldNotContain("elsewhere");
    }

    [Fact]
    public async Task An_address_is_shown_only_to_who_asks_and_it_is_written_down()
    {
        await using var talk = await TalkNewsroom.Open();
        var person = (await talk.Shown("First.")).CommenterId!.Value;
        (await talk.Editor.Page($"/desk/commenters/{person}")).ShouldNotContain(Address);
        using var shown = await talk.Editor.Post($"/desk/commenters/{person}/address", []);
        (await shown.Content.ReadAsStringAsync()).ShouldContain(Address);
        var entry = await talk.App.InDatabase(db =>
            db.Set<AuditEntry>().SingleAsync(row => row.Act == "commenter.address-seen")
        );
        entry.StaffId.ShouldBe(talk.Editor.Id);
        entry.Label.ShouldNotContain("@");
    }
}
