using System.Net;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Letters;
using OnRecord.Comments.Privacy;
using OnRecord.Platform.Mail;

namespace OnRecord.Tests.Comments.Letters;

public class LetterTests
{
    private const string Greta = "greta@readers.example";
    private const string Lothar = "lothar@readers.example";

    [Fact]
    public async Task The_link_in_the_letter_confirms_the_address_and_the_comment_goes_on_its_way()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        var comment = await newsroom.Comment(Greta, "I was at the meeting.");
        comment.State.ShouldBe(CommentState.Unconfirmed);
        (await newsroom.Letters(Greta)).ShouldBeEmpty();
        await newsroom.Write();
        var letter = (await newsroom.Letters(Greta)).ShouldHaveSingleItem();
        letter.TextBody!.ShouldContain($"“{CommentedNewsroom.Headline}”");
        var path = CommentedNewsroom.OwnPath(letter);
        (await newsroom.App.Page(path)).ShouldContain("Confirm that this address is yours");
        (await newsroom.Now(comment.Id)).State.ShouldBe(CommentState.Unconfirmed);
        (await newsroom.Post($"{path}/confirm")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await newsroom.Now(comment.Id)).State.ShouldBe(CommentState.Published);
        (await newsroom.App.Page(newsroom.Path)).ShouldContain("I was at the meeting.");
        await newsroom.Write();
        (await newsroom.Letters(Greta)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_letter_to_whoever_was_named_holds_no_word_that_a_stranger_typed()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        await newsroom.Comment(Greta, "Cheap loans at loans.example, click now", name: "Win a prize");
        await newsroom.Write();
        var letter = (await newsroom.Letters(Greta)).Single();
        var whole = letter.ToString();
        whole.ShouldNotContain("loans");
        whole.ShouldNotContain("prize");
        letter.To.Mailboxes.Single().Name.ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task A_mail_server_that_is_away_costs_a_commenter_nothing_and_no_letter_is_lost()
    {
        await using var newsroom = await CommentedNewsroom.Open(("Mail:Host", "127.0.0.1"), ("Mail:Port", "9"));
        var comment = await newsroom.Comment(Greta, "I was at the meeting.");
        await newsroom.Write();
        await newsroom.App.Scoped<SendMail>().SendDue(CancellationToken.None);
        var waiting = await newsroom.App.InDatabase(db => db.Set<OutgoingMail>().AsNoTracking().SingleAsync());
        (waiting.SentAt, waiting.Tries).ShouldBe((null, 1));
        (await newsroom.Now(comment.Id)).State.ShouldBe(CommentState.Unconfirmed);
        await newsroom.App.Scoped<ForgetCommenters>().Forget(CancellationToken.None);
        (await newsroom.Letters(Greta)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_address_that_nobody_confirmed_gets_three_letters_a_day_whoever_types_it()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        for (var number = 1; number <= 5; number++)
        {
            await newsroom.Comment(Greta, $"Comment number {number}.");
            newsroom.App.Clock.Advance(TimeSpan.FromMinutes(30));
            await newsroom.Write();
        }
        (await newsroom.Letters(Greta)).Count.ShouldBe(3);
        newsroom.App.Clock.Advance(TimeSpan.FromHours(24));
        await newsroom.Comment(Greta, "On another day.");
        await newsroom.Write();
        (await newsroom.Letters(Greta)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task An_attack_that_names_many_addresses_is_not_turned_into_a_flood_of_letters()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        await newsroom.Shown(Lothar, "The first, by somebody we know.");
        for (var number = 1; number <= 15; number++)
            await newsroom.Comment($"reader{number}@readers.example", $"Comment number {number}.");
        await newsroom.Comment(Lothar, "The last, by somebody we know.");
        await newsroom.Write();
        var written = await newsroom.App.InDatabase(db =>
            db.Set<CommentLetter>()
                .CountAsync(row => db.Set<Commenter>().Any(by => by.Id == row.CommenterId && by.ConfirmedAt == null))
        );
        // Five seconds' part of 120 a minute.
        written.ShouldBe(10);
        (await newsroom.Letters(Lothar)).Count.ShouldBe(2);
        await newsroom.Write();
        (await newsroom.App.InDatabase(db => db.Set<ReaderComment>().CountAsync(row => row.LettersDue > 0))).ShouldBe(
            0
        );
    }

    [Fact]
    public async Task Whoever_wants_to_know_of_replies_is_told_and_ends_it_with_one_click()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        var own = await newsroom.Shown(Greta, "I was at the meeting.", wantsReplies: true);
        var reply = await newsroom.Shown(Lothar, "So was I.", "Lothar", own.Id);
        await newsroom.Write();
        var letter = await newsroom.Newest(Greta);
        letter.Subject.ShouldBe("Somebody replied to your comment");
        letter.TextBody!.ShouldContain($"https://news.example.org/comments/{reply.Id}");
        letter.TextBody!.ShouldNotContain("So was I");
        // RFC 8058, 3.1.
        letter.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        letter.Headers["List-Unsubscribe"].ShouldStartWith("<https://news.example.org/comments/letters/off/");
        var off = CommentedNewsroom.OffPath(letter);
        (await newsroom.App.Page(off)).ShouldContain("Send me no more letters");
        var count = (await newsroom.Letters(Greta)).Count;
        await newsroom.Shown(Lothar, "And Jost too.", "Lothar", own.Id);
        await newsroom.Write();
        (await newsroom.Letters(Greta)).Count.ShouldBe(count + 1);
        // As a mail server posts it: no cookie, no origin.
        using var click = await newsroom.App.Http.PostAsync(
            off,
            new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")])
        );
        click.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await click.Content.ReadAsStringAsync()).ShouldContain("Done: we send you no more letters");
        await newsroom.Shown(Lothar, "And Karin.", "Lothar", own.Id);
        await newsroom.Write();
        (await newsroom.Letters(Greta)).Count.ShouldBe(count + 1);
        (await newsroom.Post(off.Replace("/off/", "/on/", StringComparison.Ordinal))).StatusCode.ShouldBe(
            HttpStatusCode.SeeOther
        );
        await newsroom.Shown(Lothar, "And Petra.", "Lothar", own.Id);
        await newsroom.Write();
        (await newsroom.Letters(Greta)).Count.ShouldBe(count + 2);
    }

    [Fact]
    public async Task Nobody_is_told_of_their_own_reply_nor_of_one_they_did_not_ask_for()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        var own = await newsroom.Shown(Greta, "I was at the meeting.", wantsReplies: true);
        var other = await newsroom.Shown(Lothar, "So was I.", "Lothar");
        await newsroom.Shown(Greta, "And I stayed.", replyTo: own.Id);
        await newsroom.Shown(Greta, "Then we met.", replyTo: other.Id);
        await newsroom.Write();
        foreach (var email in new[] { Greta, Lothar })
            (await newsroom.Letters(email)).ShouldAllBe(letter => letter.Subject != "Somebody replied to your comment");
    }

    [Fact]
    public async Task A_reply_at_the_end_of_a_thread_is_told_to_whom_it_answers_and_not_to_who_stands_above()
    {
        const string karin = "karin@readers.example";
        await using var newsroom = await CommentedNewsroom.Open();
        var first = await newsroom.Shown(Greta, "One.", wantsReplies: true);
        var second = await newsroom.Shown(Lothar, "Two.", "Lothar", first.Id, wantsReplies: true);
        var third = await newsroom.Shown(karin, "Three.", "Karin", second.Id, wantsReplies: true);
        await newsroom.Write();
        var before = (await newsroom.Letters(Lothar)).Count;
        // It waits for its address first: whom it answers is still known when it is shown.
        var fourth = await newsroom.Shown("jost@readers.example", "Four.", "Jost", third.Id);
        await newsroom.Write();
        (fourth.ParentId, fourth.Depth).ShouldBe((second.Id, ReaderComment.Deepest));
        (await newsroom.Newest(karin)).TextBody!.ShouldContain($"https://news.example.org/comments/{fourth.Id}");
        (await newsroom.Letters(Lothar)).Count.ShouldBe(before);
        (await newsroom.Letters(Greta))
            .Count(letter => letter.Subject == "Somebody replied to your comment")
            .ShouldBe(1);
    }

    [Theory]
    [InlineData("Published", "Your comment is shown now")]
    [InlineData("Rejected", "Your comment was not published")]
    public async Task What_was_decided_is_told_and_a_refusal_with_its_reason(string decided, string subject)
    {
        await using var newsroom = await CommentedNewsroom.Open();
        await newsroom.Shown(Greta, "The first.");
        await newsroom.Settle(house => house.Mode = CommentMode.AllHeld);
        var held = await newsroom.Comment(Greta, "The second.");
        held.State.ShouldBe(CommentState.Held);
        await newsroom.Write();
        (await newsroom.Newest(Greta)).Subject.ShouldBe("Your comment waits for a moderator");
        await newsroom.App.InDatabase(async db =>
        {
            await db.Transact(async () =>
            {
                var row = await db.Set<ReaderComment>().SingleAsync(one => one.Id == held.Id);
                row.LettersDue |= LettersDue.Decision;
                row.Why = Doubt.Write([new Doubt("Links")]);
                await PlaceComments.To(db, [(row, Enum.Parse<CommentState>(decided))]);
            });
            return 0;
        });
        await newsroom.Write();
        var letter = await newsroom.Newest(Greta);
        letter.Subject.ShouldBe(subject);
        if (decided == "Rejected")
            letter.TextBody!.ShouldContain("- It has more links than are shown without a look.");
        (await newsroom.App.Page(CommentedNewsroom.OwnPath(letter))).ShouldContain("The second.");
    }

    [Fact]
    public async Task Two_nodes_write_each_letter_once()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        for (var number = 1; number <= 8; number++)
            await newsroom.Comment($"reader{number}@readers.example", $"Comment number {number}.");
        await using var other = await newsroom.App.AnotherNode();
        await Task.WhenAll(newsroom.Write(), other.Scoped<WriteLetters>().WriteDue(CancellationToken.None));
        (await newsroom.App.InDatabase(db => db.Set<OutgoingMail>().CountAsync())).ShouldBe(8);
        (await newsroom.App.InDatabase(db => db.Set<CommentLetter>().CountAsync())).ShouldBe(8);
    }

    [Fact]
    public async Task Letters_that_were_sent_are_gone_within_a_day_and_so_are_their_files()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        await newsroom.Comment(Greta, "I was at the meeting.");
        await newsroom.Write();
        await newsroom.App.Scoped<SendMail>().SendDue(CancellationToken.None);
        var folder = System.IO.Path.Combine(newsroom.App.Folder, "data", "outgoing-mail");
        Directory.GetFiles(folder).Length.ShouldBe(1);
        newsroom.App.Clock.Advance(TimeSpan.FromHours(13));
        await newsroom.App.Scoped<ForgetCommenters>().Forget(CancellationToken.None);
        (await newsroom.Letters(Greta)).ShouldBeEmpty();
        Directory.GetFiles(folder).ShouldBeEmpty();
        // How many there were is known until the day is over.
        (await newsroom.App.InDatabase(db => db.Set<CommentLetter>().CountAsync())).ShouldBe(1);
        newsroom.App.Clock.Advance(TimeSpan.FromDays(2));
        await newsroom.App.Scoped<ForgetCommenters>().Forget(CancellationToken.None);
        (await newsroom.App.InDatabase(db => db.Set<CommentLetter>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_comment_in_Ukrainian_is_answered_in_Ukrainian()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        var comment = await newsroom.Comment(Greta, "Я була на зборах.");
        await newsroom.App.InDatabase(db =>
            db.Set<ReaderComment>()
                .Where(row => row.Id == comment.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.Language, "uk"))
        );
        await newsroom.Write();
        (await newsroom.Newest(Greta)).Subject.ShouldBe("Лишився один крок: підтвердьте свій коментар");
    }
}
