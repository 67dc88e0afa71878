using System.Net;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Keys;
using OnRecord.Tests.Comments;

namespace OnRecord.Tests.Front.Comments;

public class CommentTests
{
    private const string Said = "I was at the meeting. Nobody was let to the microphone.";

    [Fact]
    public async Task A_comment_is_there_at_once_when_its_writer_has_confirmed_the_address()
    {
        await using var talk = await TalkNewsroom.Open();
        (await talk.Below()).TextContent.ShouldContain("Nobody has said anything yet");
        using var answer = await talk.Send(Said);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var thanks = answer.Headers.Location!.ToString();
        (await talk.App.Page(thanks)).ShouldContain("One step is left");
        (await talk.Below()).TextContent.ShouldNotContain(Said);
        var comment = await talk.OfPage(thanks);
        await talk.Confirm(comment.Id);
        var below = await talk.Below();
        below.QuerySelector("h2")!.TextContent.ShouldBe("1 comment");
        below.QuerySelector(".comment .words")!.TextContent.Trim().ShouldBe(Said);
        below.QuerySelector(".comment strong")!.TextContent.ShouldBe("R. Haddad");
        (await talk.App.Page(thanks)).ShouldContain("Your comment is there");
    }

    [Fact]
    public async Task The_form_says_what_every_reader_knows_and_works_without_script()
    {
        await using var talk = await TalkNewsroom.Open();
        var form = (await talk.Below()).QuerySelector("form")!;
        form.TextContent.ShouldContain("Your email address will not be published. Required fields are marked *");
        form.GetAttribute("method").ShouldBe("post");
        form.GetAttribute("action").ShouldBe($"{talk.Path}/comments");
        form.QuerySelectorAll("input:not([type=hidden]):not([type=checkbox]), textarea")
            .ShouldAllBe(field => form.QuerySelector($"label[for='{field.Id}']") != null);
    }

    [Fact]
    public async Task A_second_comment_from_a_confirmed_address_needs_no_link()
    {
        await using var talk = await TalkNewsroom.Open();
        await talk.Shown(Said);
        (await talk.Sent("And the protocol says otherwise.")).State.ShouldBe(CommentState.Published);
        (await talk.Below()).QuerySelectorAll(".comment").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Where_each_is_confirmed_the_second_waits_for_its_own_link()
    {
        await using var talk = await TalkNewsroom.Open();
        await talk.Arrange(house => house.ConfirmsEach = true);
        await talk.Shown(Said);
        (await talk.Sent("And the protocol says otherwise.")).State.ShouldBe(CommentState.Unconfirmed);
    }

    [Fact]
    public async Task The_page_that_thanks_cannot_confirm_the_address()
    {
        await using var talk = await TalkNewsroom.Open();
        using var answer = await talk.Send(Said);
        var thanks = answer.Headers.Location!.ToString();
        TalkNewsroom.Parse(await talk.App.Page(thanks)).QuerySelector("form[action$='/confirm']").ShouldBeNull();
        (await talk.App.Http.PostAsync($"{thanks}/confirm", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await talk.OfPage(thanks)).State.ShouldBe(CommentState.Unconfirmed);
    }

    [Fact]
    public async Task A_first_comment_is_held_kindly_where_the_newsroom_says_so()
    {
        await using var talk = await TalkNewsroom.Open(CommentMode.FirstHeld);
        var comment = await talk.Sent(Said);
        await talk.Confirm(comment.Id);
        (await talk.Comment(comment.Id)).State.ShouldBe(CommentState.Held);
        var page = await talk.App.Page(talk.Mailed(comment.Id));
        page.ShouldContain("A moderator reads it first");
        page.ShouldContain("It is the first comment from this address.");
        (await talk.Below()).TextContent.ShouldNotContain(Said);
    }

    [Fact]
    public async Task The_same_sent_twice_is_there_once()
    {
        await using var talk = await TalkNewsroom.Open();
        var first = await talk.Sent(Said);
        var again = await talk.Sent(Said);
        again.Id.ShouldBe(first.Id);
        (await talk.App.InDatabase(db => db.Set<ReaderComment>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Many_at_once_are_each_written_once_and_counted()
    {
        await using var talk = await TalkNewsroom.Open();
        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(at => talk.Sent($"Comment number {at}, and no other.", email: $"r{at}@post.example"))
        );
        (await talk.App.InDatabase(db => db.Set<ReaderComment>().CountAsync())).ShouldBe(40);
        (await talk.App.InDatabase(db => db.Set<Commenter>().CountAsync())).ShouldBe(40);
    }

    [Fact]
    public async Task The_address_is_sealed_and_stands_on_no_page()
    {
        await using var talk = await TalkNewsroom.Open();
        await talk.Shown(Said);
        (await talk.App.Page(talk.Path)).ShouldNotContain("haddad@post.example");
        var person = await talk.App.InDatabase(db => db.Set<Commenter>().SingleAsync());
        System.Text.Encoding.UTF8.GetString(person.Email).ShouldNotContain("haddad");
        talk.Keys.Open(person.Email, person.Id).ShouldBe("haddad@post.example");
        person.EmailKey.ShouldBe(talk.Keys.OfEmail(" Haddad@Post.example"));
    }

    [Theory]
    [InlineData("text", "", "Write something before you send it.")]
    [InlineData("name", " ", "Say who you are.")]
    [InlineData("email", "nobody", "is no e-mail address")]
    [InlineData("email", "", "It is never shown.")]
    public async Task What_cannot_be_is_refused_with_a_sentence_and_what_was_typed_stays(
        string field,
        string value,
        string sentence
    )
    {
        await using var talk = await TalkNewsroom.Open();
        using var answer = await talk.Send(
            field == "text" ? value : Said,
            field == "name" ? value : "R. Haddad",
            field == "email" ? value : "haddad@post.example"
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = TalkNewsroom.Parse(await answer.Content.ReadAsStringAsync());
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(sentence);
        if (field != "text")
            page.QuerySelector("textarea")!.TextContent.ShouldBe(Said);
        if (field != "name")
            page.QuerySelector("#name")!.GetAttribute("value").ShouldBe("R. Haddad");
    }

    [Fact]
    public async Task Another_site_can_send_nothing()
    {
        await using var talk = await TalkNewsroom.Open();
        var request = new HttpRequestMessage(HttpMethod.Post, $"{talk.Path}/comments")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("text", Said)]),
        };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await talk.App.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("sent from another site");
    }

    [Fact]
    public async Task Replies_stand_behind_what_they_reply_to_three_deep()
    {
        await using var talk = await TalkNewsroom.Open();
        var top = await talk.Shown("The top.");
        var reply = await talk.Shown("The reply.", "M. Ode", "ode@post.example", top.Id);
        var deepest = await talk.Shown("The reply to the reply.", reply: reply.Id);
        talk.App.Clock.Advance(TimeSpan.FromSeconds(1));
        var beside = await talk.Shown("Beside the deepest.", "M. Ode", "ode@post.example", deepest.Id);
        (reply.Depth, deepest.Depth, beside.Depth, beside.ParentId).ShouldBe((1, 2, 2, reply.Id));
        talk.App.Clock.Advance(TimeSpan.FromSeconds(1));
        var other = await talk.Shown("Another thread.");
        (await talk.Below())
            .QuerySelectorAll(".comment")
            .Select(element => element.Id)
            .ShouldBe([$"c-{other.Id}", $"c-{top.Id}", $"c-{reply.Id}", $"c-{deepest.Id}", $"c-{beside.Id}"]);
        (await talk.Comment(top.Id)).Replies.ShouldBe(3);
    }

    [Fact]
    public async Task A_reply_is_written_on_a_page_that_shows_what_it_replies_to()
    {
        await using var talk = await TalkNewsroom.Open();
        var top = await talk.Shown("The top.");
        var page = TalkNewsroom.Parse(await talk.App.Page($"/comments/{top.Id}/reply"));
        page.QuerySelector("h1")!.TextContent.ShouldBe("Reply to R. Haddad");
        page.QuerySelector(".comment .words")!.TextContent.Trim().ShouldBe("The top.");
        page.QuerySelector("input[name=reply]")!.GetAttribute("value").ShouldBe($"{top.Id}");
    }

    [Fact]
    public async Task A_comment_taken_back_is_erased_and_the_replies_to_it_stay()
    {
        await using var talk = await TalkNewsroom.Open();
        var top = await talk.Shown("The top.");
        await talk.Shown("The reply.", "M. Ode", "ode@post.example", top.Id);
        (await talk.App.Http.PostAsync($"{talk.Mailed(top.Id)}/delete", null)).StatusCode.ShouldBe(
            HttpStatusCode.SeeOther
        );
        var below = await talk.Below();
        below.TextContent.ShouldNotContain("The top.");
        below.TextContent.ShouldNotContain("R. Haddad");
        below.TextContent.ShouldContain("This comment is not shown any more.");
        below.TextContent.ShouldContain("The reply.");
        below.QuerySelector("h2")!.TextContent.ShouldBe("1 comment");
        (await talk.Comment(top.Id)).Text.ShouldBe("");
        (await talk.App.Page(talk.Mailed(top.Id))).ShouldContain("You took your comment back");
    }

    [Fact]
    public async Task Words_may_be_changed_for_five_minutes()
    {
        await using var talk = await TalkNewsroom.Open();
        var comment = await talk.Shown(Said);
        Task<HttpResponseMessage> Edit(string text) =>
            talk.App.Http.PostAsync(
                $"{talk.Mailed(comment.Id)}/edit",
                new FormUrlEncodedContent([KeyValuePair.Create("text", text)])
            );
        (await Edit("Nobody was let to the microphone.")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var below = await talk.Below();
        below.TextContent.ShouldNotContain("I was at the meeting");
        below.TextContent.ShouldContain("edited");
        talk.App.Clock.Advance(TimeSpan.FromMinutes(6));
        using var late = await Edit("Something else altogether.");
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await late.Content.ReadAsStringAsync()).ShouldContain("Five minutes are over");
    }

    [Fact]
    public async Task A_link_that_was_changed_or_has_ended_leads_nowhere()
    {
        await using var talk = await TalkNewsroom.Open();
        using var answer = await talk.Send(Said);
        var thanks = answer.Headers.Location!.ToString();
        (await talk.App.Http.GetAsync(thanks[..^2] + "AA")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await talk.App.Http.GetAsync("/comments/yours/nothing")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        talk.App.Clock.Advance(TimeSpan.FromHours(2));
        (await talk.App.Http.GetAsync(thanks)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var comment = await talk.App.InDatabase(db => db.Set<ReaderComment>().SingleAsync());
        talk.Keys.Read(LinkPurpose.NoLetters, talk.Mailed(comment.Id).Split('/')[^1], talk.App.Clock.GetUtcNow())
            .ShouldBeNull();
    }

    [Fact]
    public async Task A_story_closes_after_its_days_and_says_so()
    {
        await using var talk = await TalkNewsroom.Open();
        await talk.Arrange(house => house.ClosesAfterDays = 3);
        (await talk.Below()).QuerySelector("form").ShouldNotBeNull();
        talk.App.Clock.Advance(TimeSpan.FromDays(4));
        var below = await talk.Below();
        below.QuerySelector("form").ShouldBeNull();
        below.TextContent.ShouldContain("Comments below this story are closed.");
        using var late = await talk.Send(Said);
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await late.Content.ReadAsStringAsync()).ShouldContain("are closed");
    }

    [Fact]
    public async Task Below_a_slow_story_everybody_waits_and_loses_nothing()
    {
        await using var talk = await TalkNewsroom.Open();
        await talk.InTransaction(db =>
        {
            db.Add(new StoryTalk { StoryId = talk.StoryId, IsSlow = true });
            return Task.CompletedTask;
        });
        (await talk.Below()).TextContent.ShouldContain("please wait 5 minutes between two comments");
        await talk.Shown(Said);
        using var second = await talk.Send("And another thing.");
        second.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = TalkNewsroom.Parse(await second.Content.ReadAsStringAsync());
        page.QuerySelector("textarea")!.TextContent.ShouldBe("And another thing.");
        talk.App.Clock.Advance(TimeSpan.FromMinutes(6));
        await talk.Shown("And another thing.");
    }

    [Fact]
    public async Task Pages_of_comments_follow_each_other_in_every_order()
    {
        await using var talk = await TalkNewsroom.Open();
        await talk.Fill(45);
        foreach (var order in new[] { "newest", "oldest", "liked" })
        {
            var seen = new List<string>();
            string? next = $"{talk.Path}/comments?order={order}";
            while (next is not null)
            {
                var below = await talk.Below(next);
                seen.AddRange(below.QuerySelectorAll(".comment").Select(element => element.Id!));
                next = below.QuerySelector("a[rel=next]")?.GetAttribute("href");
            }
            (seen.Count, seen.Distinct().Count()).ShouldBe((45, 45), order);
            seen.SequenceEqual(seen.Order(StringComparer.Ordinal)).ShouldBe(order == "oldest", order);
        }
    }

    [Fact]
    public async Task A_comment_has_an_address_of_its_own_with_its_thread()
    {
        await using var talk = await TalkNewsroom.Open();
        var top = await talk.Shown("The top.");
        var reply = await talk.Shown("The reply.", "M. Ode", "ode@post.example", top.Id);
        var page = TalkNewsroom.Parse(await talk.App.Page($"/comments/{reply.Id}"));
        page.QuerySelector(".comment.here")!.Id.ShouldBe($"c-{reply.Id}");
        page.QuerySelectorAll(".comment").Length.ShouldBe(2);
        (await talk.App.Http.GetAsync($"/comments/{Guid.CreateVersion7()}")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task Whoever_is_banned_is_told_and_whoever_is_suspended_is_told_until_when()
    {
        await using var talk = await TalkNewsroom.Open();
        var person = (await talk.Shown(Said)).CommenterId;
        Task Sanction(Action<Commenter> change) =>
            talk.InTransaction(async db => change(await db.Set<Commenter>().SingleAsync(row => row.Id == person)));
        await Sanction(by => by.SuspendedUntil = talk.App.Clock.GetUtcNow().AddDays(2));
        using var suspended = await talk.Send("Another.");
        suspended.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await suspended.Content.ReadAsStringAsync()).ShouldContain("no comments are taken until 2026-03-16");
        await Sanction(by => (by.SuspendedUntil, by.BannedAt) = (null, talk.App.Clock.GetUtcNow()));
        var banned = await talk.Sent("And one more.");
        banned.State.ShouldBe(CommentState.Rejected);
        (await talk.App.Page(talk.Mailed(banned.Id))).ShouldContain("not taken any more");
    }
}
