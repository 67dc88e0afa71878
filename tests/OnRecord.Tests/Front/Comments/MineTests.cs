using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Letters;
using OnRecord.Comments.Moderation;
using OnRecord.Platform.Mail;
using OnRecord.Tests.Comments;

namespace OnRecord.Tests.Front.Comments;

public class MineTests
{
    private const string Greta = "greta@readers.example";
    private const string Lothar = "lothar@readers.example";

    [Fact]
    public async Task An_address_that_is_known_and_one_that_is_not_get_the_same_answer_and_one_gets_a_letter()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        await newsroom.Shown(Greta, "I was at the meeting.");
        var before = (await newsroom.Letters(Greta)).Count;
        var answers = new List<string>();
        foreach (var email in new[] { Greta, "nobody@readers.example" })
        {
            var answer = await newsroom.Post("/comments/mine", ("email", email));
            answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            answers.Add(await newsroom.App.Page(answer.Headers.Location!.ToString()));
        }
        answers[0].ShouldBe(answers[1]);
        await newsroom.Write();
        (await newsroom.Letters("nobody@readers.example")).ShouldBeEmpty();
        (await newsroom.Letters(Greta)).Count.ShouldBe(before + 1);
        (await newsroom.Newest(Greta)).Subject.ShouldBe("The link to your data");
        var wrong = await newsroom.Post("/comments/mine", ("email", "not an address"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await wrong.Content.ReadAsStringAsync()).ShouldContain("This is no e-mail address");
    }

    [Fact]
    public async Task The_link_cannot_be_asked_for_all_day_from_one_place_nor_for_one_address()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        await newsroom.Shown(Greta, "I was at the meeting.");
        for (var number = 1; number <= 5; number++)
            (await newsroom.Post("/comments/mine", ("email", Greta))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await newsroom.Post("/comments/mine", ("email", Greta))).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        await newsroom.Write();
        (await newsroom.Letters(Greta)).Count(letter => letter.Subject == "The link to your data").ShouldBe(3);
    }

    [Fact]
    public async Task Behind_the_link_is_all_that_is_held_and_it_can_be_taken_along()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        await newsroom.Shown(Greta, "I was *at* the meeting.");
        await newsroom.Shown(Lothar, "So was I.", "Lothar");
        var path = await Ask(newsroom, Greta);
        using var answer = await newsroom.App.Http.GetAsync(path);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex"]);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain(Greta);
        page.ShouldContain("I was <em>at</em> the meeting.");
        page.ShouldNotContain("So was I.");
        page.ShouldContain("A keyed hash of the internet address it came from is kept");
        var file = JsonNode.Parse(await newsroom.App.Page($"{path}/data.json"))!;
        file["person"]!["email"]!.GetValue<string>().ShouldBe(Greta);
        var comment = file["comments"]!.AsArray().ShouldHaveSingleItem()!;
        comment["text"]!.GetValue<string>().ShouldBe("I was *at* the meeting.");
        comment["story"]!.GetValue<string>().ShouldBe($"https://news.example.org{newsroom.Path}");
        newsroom.App.Clock.Advance(TimeSpan.FromHours(25));
        (await newsroom.App.Http.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_has_themselves_erased_is_gone_and_what_others_replied_stays()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        var own = await newsroom.Shown(Greta, "I was at the meeting.");
        var reply = await newsroom.Shown(Lothar, "So was I.", "Lothar", own.Id);
        var path = await Ask(newsroom, Greta);
        (await newsroom.App.Page($"{path}/erase")).ShouldContain("It cannot be undone");
        (await newsroom.Now(own.Id)).Text.ShouldNotBeEmpty();
        var answer = await newsroom.Post($"{path}/erase");
        (await newsroom.App.Page(answer.Headers.Location!.ToString())).ShouldContain("All of it is erased");
        var emptied = await newsroom.Now(own.Id);
        (emptied.Text, emptied.Name, emptied.CommenterId, emptied.AddressKey, emptied.State).ShouldBe(
            ("", "", null, null, CommentState.Deleted)
        );
        var page = await newsroom.App.Page(newsroom.Path);
        page.ShouldContain("So was I.");
        page.ShouldNotContain("I was at the meeting.");
        page.ShouldNotContain("Greta");
        (await newsroom.Now(reply.Id)).State.ShouldBe(CommentState.Published);
        (await newsroom.Letters(Greta)).ShouldBeEmpty();
        (
            await newsroom.App.InDatabase(db => db.Set<Commenter>().CountAsync(row => row.Id == own.CommenterId))
        ).ShouldBe(0);
        (
            await newsroom.App.InDatabase(db =>
                db.Set<CommentLetter>().CountAsync(row => row.CommenterId == own.CommenterId)
            )
        ).ShouldBe(0);
        (await newsroom.App.Http.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        // Once more begins anew.
        (await newsroom.Comment(Greta, "Here I am again.")).CommenterId.ShouldNotBe(own.CommenterId);
    }

    [Fact]
    public async Task Of_somebody_banned_only_the_keyed_hash_stays_and_it_is_said()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        var own = await newsroom.Shown(Greta, "I was at the meeting.");
        await newsroom.App.InDatabase(async db =>
        {
            await db.Transact(async () =>
            {
                var by = await db.Set<Commenter>().SingleAsync();
                (by.BannedAt, by.Sanction) = (newsroom.App.Clock.GetUtcNow(), "You were rude again.");
            });
            return 0;
        });
        var path = await Ask(newsroom, Greta);
        (await newsroom.App.Page($"{path}/erase")).ShouldContain("we keep a keyed hash of your address");
        var answer = await newsroom.Post($"{path}/erase");
        (await newsroom.App.Page(answer.Headers.Location!.ToString())).ShouldContain("All but the ban is erased");
        var kept = await newsroom.App.InDatabase(db => db.Set<Commenter>().AsNoTracking().SingleAsync());
        (kept.Name, kept.Sanction, kept.Email.Length, kept.EmailKey.Length).ShouldBe(("", "", 0, 32));
        (await newsroom.Comment(Greta, "Let me in.")).State.ShouldBe(CommentState.Rejected);
        await newsroom.Write();
        (await newsroom.Letters(Greta)).ShouldBeEmpty();
        own.CommenterId.ShouldBe(kept.Id);
    }

    [Fact]
    public async Task What_moderators_noted_and_decided_is_in_the_file_and_goes_with_the_rest()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        var own = await newsroom.Shown(Greta, "I was at the meeting.");
        var (now, staff) = (newsroom.App.Clock.GetUtcNow(), Guid.CreateVersion7());
        await newsroom.App.InDatabase(async db =>
        {
            db.Add(
                new CommenterNote
                {
                    Id = Guid.CreateVersion7(),
                    CommenterId = own.CommenterId!.Value,
                    At = now,
                    StaffId = staff,
                    Text = "Knows the dam.",
                }
            );
            db.Add(
                new CommenterSanction
                {
                    Id = Guid.CreateVersion7(),
                    CommenterId = own.CommenterId!.Value,
                    At = now,
                    StaffId = staff,
                    Act = SanctionAct.Warned,
                    Words = "Be kinder.",
                }
            );
            db.Add(
                new CommentDecision
                {
                    Id = Guid.CreateVersion7(),
                    CommentId = own.Id,
                    At = now,
                    Act = DecisionAct.Approved,
                    Was = CommentState.Held,
                    Words = "Welcome.",
                }
            );
            return await db.SaveChangesAsync();
        });
        var path = await Ask(newsroom, Greta);
        var file = await newsroom.App.Page($"{path}/data.json");
        foreach (var words in new[] { "Knows the dam.", "Be kinder.", "Welcome." })
            file.ShouldContain(words);
        await newsroom.Post($"{path}/erase");
        (await newsroom.App.InDatabase(db => db.Set<CommenterNote>().CountAsync())).ShouldBe(0);
        // That there was a warning and a decision is counted once a year.
        (await newsroom.App.InDatabase(db => db.Set<CommenterSanction>().SingleAsync())).Words.ShouldBeEmpty();
        (await newsroom.App.InDatabase(db => db.Set<CommentDecision>().SingleAsync())).Words.ShouldBeEmpty();
    }

    private static async Task<string> Ask(CommentedNewsroom newsroom, string email)
    {
        await newsroom.Post("/comments/mine", ("email", email));
        await newsroom.Write();
        return CommentedNewsroom.MinePath(await newsroom.Newest(email));
    }
}
