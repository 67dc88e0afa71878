using System.Net;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Moderation;
using OnRecord.People.Staff;
using OnRecord.Tests.Comments;
using OnRecord.Tests.Desk;
using OnRecord.Tests.Desk.Comments;

namespace OnRecord.Tests.Front.Comments;

public class ComplaintTests
{
    private const string Said = "The mayor lives at 4 Mill Lane.";
    private const string Reporter = "kovalenko@post.example";

    private static readonly (string Name, string Value)[] Notice =
    [
        ("kind", "illegal"),
        ("text", "It shows where a person lives who is threatened."),
        ("law", "Data protection"),
        ("name", "M. Kovalenko"),
        ("email", Reporter),
        ("faith", "yes"),
    ];

    [Fact]
    public async Task A_comment_is_reported_without_script_or_name_and_its_page_says_what_became_of_it()
    {
        await using var talk = await TalkNewsroom.Open();
        var comment = await talk.Shown(Said);
        var form = TalkNewsroom.Parse(await talk.App.Page($"/comments/{comment.Id}/report"));
        form.QuerySelectorAll("input[name=reason]").Length.ShouldBe(5);
        form.QuerySelector("blockquote")!.TextContent.ShouldContain("Mill Lane");
        form.QuerySelectorAll("input:not([type=hidden]):not([type=radio]), textarea")
            .ShouldAllBe(field => form.QuerySelector($"label[for='{field.Id}']") != null);
        var page = await talk.Complained(comment.Id, ("reason", "PrivateData"));
        (await talk.App.Page(page)).ShouldContain("Thank you. We look at it");
        (await talk.Comment(comment.Id)).OpenReports.ShouldBe(1);
        await talk.Editor.Decide(await talk.Comment(comment.Id), DecisionAct.Rejected, Ground.PrivateData);
        (await talk.App.Page(page)).ShouldContain("The comment is not shown any more");
        (await talk.App.Page(talk.Mailed(comment.Id))).ShouldContain("1 reader had reported it.");
    }

    [Fact]
    public async Task A_notice_of_illegal_content_is_confirmed_told_to_moderators_and_answered_by_mail()
    {
        await using var talk = await TalkNewsroom.Open();
        using var femi = await talk.App.Colleague(Roles.Moderator, "Femi Adeyemi");
        var comment = await talk.Shown(Said);
        (await talk.App.Page($"/comments/{comment.Id}/report?kind=illegal")).ShouldContain(
            $"https://news.example.org/comments/{comment.Id}"
        );
        var page = await talk.Complained(comment.Id, Notice);
        (await femi.Page("/desk")).ShouldContain(
            "A reader says that a comment below “The dam will hold” is against the law"
        );
        Assert.Single(await talk.Letters(Reporter)).ShouldContain(page);
        var desk = await femi.Page($"/desk/comments/{comment.Id}");
        desk.ShouldContain("Against the law (Data protection): It shows where a person lives");
        desk.ShouldContain("M. Kovalenko");
        desk.ShouldNotContain(Reporter);
        await femi.Decide(await talk.Comment(comment.Id), DecisionAct.Approved);
        (await talk.Letters(Reporter)).Last().ShouldContain("decided that it stays");
        (await talk.App.Page(page)).ShouldContain("We looked, and the comment stays");
    }

    [Theory]
    [InlineData("text", "Say why the comment is against the law.")]
    [InlineData("name", "Say who you are")]
    [InlineData("email", "Give your e-mail address")]
    [InlineData("faith", "Tick that you believe")]
    public async Task A_notice_holds_what_the_law_lists_and_nothing_typed_is_lost(string missing, string said)
    {
        await using var talk = await TalkNewsroom.Open();
        var comment = await talk.Shown(Said);
        using var answer = await talk.Complain(comment.Id, [.. Notice.Where(field => field.Name != missing)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = TalkNewsroom.Parse(await answer.Content.ReadAsStringAsync());
        page.QuerySelector("#problems")!.TextContent.ShouldContain(said);
        page.QuerySelector("#law")!.GetAttribute("value").ShouldBe("Data protection");
    }

    [Fact]
    public async Task Of_the_abuse_of_a_child_nobody_has_to_say_who_they_are()
    {
        await using var talk = await TalkNewsroom.Open();
        var comment = await talk.Shown(Said);
        await talk.Complained(
            comment.Id,
            ("kind", "illegal"),
            ("text", "It leads to such pictures."),
            ("abuse", "yes"),
            ("faith", "yes")
        );
        (await talk.Comment(comment.Id)).OpenReports.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_from_the_same_sender_counts_once_and_machines_and_other_sites_are_turned_away()
    {
        await using var talk = await TalkNewsroom.Open();
        var comment = await talk.Shown(Said);
        await talk.Complained(comment.Id, ("reason", "Insult"));
        using var again = await talk.Complain(comment.Id, ("reason", "Insult"));
        (await again.Content.ReadAsStringAsync()).ShouldContain("We know of it");
        (await talk.Comment(comment.Id)).OpenReports.ShouldBe(1);
        using var trapped = await talk.Complain(comment.Id, ("reason", "Threat"), ("website", "https://x.example"));
        trapped.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var none = await talk.Complain(comment.Id, ("reason", ""));
        none.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, $"/comments/{comment.Id}/report")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("reason", "Threat")]),
        };
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");
        (await talk.App.Http.SendAsync(foreign)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task One_sender_reports_so_many_an_hour()
    {
        await using var talk = await TalkNewsroom.Open();
        var comment = await talk.Shown(Said);
        HttpStatusCode last = default;
        for (var at = 0; at <= 20; at++)
            using (var answer = await talk.Complain(comment.Id, ("reason", "Insult")))
                last = answer.StatusCode;
        last.ShouldBe(HttpStatusCode.TooManyRequests);
        talk.App.Clock.Advance(TimeSpan.FromHours(3));
        using var later = await talk.Complain(comment.Id, ("reason", "Threat"));
        later.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task What_readers_do_not_see_nobody_reports()
    {
        await using var talk = await TalkNewsroom.Open();
        var held = await talk.Held("I wait.");
        (await talk.App.Http.GetAsync($"/comments/{held.Id}/report")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await talk.Complain(held.Id, ("reason", "Insult"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_reported_is_forgotten_a_month_after_the_decision()
    {
        await using var talk = await TalkNewsroom.Open();
        var comment = await talk.Shown(Said);
        var page = await talk.Complained(comment.Id, Notice);
        await talk.Editor.Decide(await talk.Comment(comment.Id), DecisionAct.Approved);
        var before = talk.App.Clock.GetUtcNow().AddDays(-31);
        await talk.InTransaction(db =>
            db.Set<CommentReport>()
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(row => row.At, before).SetProperty(row => row.AnsweredAt, before)
                )
        );
        await talk.App.Scoped<ForgetComplainants>().Forget(CancellationToken.None);
        var report = await talk.App.InDatabase(db => db.Set<CommentReport>().AsNoTracking().SingleAsync());
        (report.Name, report.Email, report.AddressKey).ShouldBe(("", null, null));
        (await talk.Letters(Reporter)).ShouldBeEmpty();
        (await talk.App.Page(page)).ShouldContain("It shows where a person lives");
    }
}
