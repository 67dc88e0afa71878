using System.Net;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Moderation;
using OnRecord.Desk.Comments.Queues;
using OnRecord.People.Staff;
using OnRecord.Tests.Comments;

namespace OnRecord.Tests.Desk.Comments.Queues;

public class CommentQueueTests
{
    [Fact]
    public async Task A_comment_that_waits_says_why_whose_it_is_and_what_stands_above_it()
    {
        await using var talk = await TalkNewsroom.Open();
        var top = await talk.Shown("The dam was *never* sound.", "A. Sokol", "sokol@post.example");
        await talk.Arrange(house => house.Mode = CommentMode.AllHeld);
        var reply = await talk.Sent("How do you know?", reply: top.Id);
        await talk.Confirm(reply.Id);
        var page = (await talk.Editor.Page("/desk/comments")).Read();
        var queued = page.QuerySelector($"#c-{reply.Id}")!;
        queued.QuerySelector(".words")!.TextContent.Trim().ShouldBe("How do you know?");
        queued.QuerySelector(".why")!.TextContent.ShouldContain("every comment waits for a moderator");
        queued.QuerySelector(".above")!.TextContent.ShouldContain("A. Sokol");
        queued.QuerySelector(".above em")!.TextContent.ShouldBe("never");
        queued.QuerySelector(".person")!.TextContent.ShouldContain("0 shown · 0 refused · first seen");
        queued.TextContent.ShouldContain("The dam will hold");
        page.DocumentElement.OuterHtml.ShouldNotContain("post.example");
        page.QuerySelector("nav a[href='/desk/comments'] .count")!.TextContent.ShouldBe("1");
    }

    [Fact]
    public async Task Who_waits_longest_stands_first_and_the_next_page_goes_on_behind()
    {
        await using var talk = await TalkNewsroom.Open();
        await talk.Fill(CommentQueue.PageLength + 3, CommentState.Held);
        var first = (await talk.Editor.Page("/desk/comments")).Read();
        first.Queued().Count.ShouldBe(CommentQueue.PageLength);
        first.Queued()[0].ShouldBe("Number 0 of many.");
        var second = (await talk.Editor.Page(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!)).Read();
        second.Queued().ShouldBe(["Number 25 of many.", "Number 26 of many.", "Number 27 of many."]);
        second.QuerySelector("a[rel=next]").ShouldBeNull();
        var all = (await talk.Editor.Page("/desk/comments?queue=all&state=Held")).Read();
        all.Queued()[0].ShouldBe("Number 27 of many.");
        (await talk.Editor.Page("/desk/comments?queue=all&state=Published")).ShouldContain(
            "There are no such comments."
        );
        (await talk.Editor.Page("/desk/comments?after=nonsense")).ShouldContain("Number 0 of many.");
        (await talk.Editor.Page($"/desk/comments?story={Guid.CreateVersion7()}")).ShouldContain("Nothing waits.");
        (await talk.Editor.Page($"/desk/comments?story={talk.StoryId}")).ShouldContain("Number 0 of many.");
    }

    [Fact]
    public async Task A_reply_at_the_end_of_a_thread_says_what_it_answers()
    {
        await using var talk = await TalkNewsroom.Open();
        var first = await talk.Shown("One.", "A. Sokol", "sokol@post.example");
        var second = await talk.Shown("Two.", reply: first.Id);
        var third = await talk.Shown("Three.", "L. Brenner", "brenner@post.example", second.Id);
        await talk.Arrange(house => house.Mode = CommentMode.AllHeld);
        var fourth = await talk.Sent("Four.", reply: third.Id);
        fourth.ShouldSatisfyAllConditions(
            row => row.ParentId.ShouldBe(second.Id),
            row => row.Depth.ShouldBe(ReaderComment.Deepest)
        );
        var above = (await talk.Editor.Page("/desk/comments")).Read().QuerySelector($"#c-{fourth.Id} .above")!;
        above.QuerySelector("summary")!.TextContent.ShouldContain("L. Brenner");
        above
            .QuerySelectorAll("blockquote div")
            .Select(said => said.TextContent.Trim())
            .ShouldBe(["One.", "Two.", "Three."]);
    }

    [Fact]
    public async Task Mine_is_what_waits_below_stories_that_I_began()
    {
        await using var talk = await TalkNewsroom.Open();
        await talk.Fill(2, CommentState.Held);
        (await talk.Editor.Page("/desk/comments?queue=mine")).ShouldContain("Nothing waits below your stories.");
        await talk.InTransaction(async db =>
            (await db.Set<StaffMember>().SingleAsync(row => row.Id == talk.Reporter.Id)).Roles |= Roles.Moderator
        );
        var mine = (await talk.Reporter.Page("/desk/comments?queue=mine")).Read();
        mine.Queued().ShouldBe(["Number 0 of many.", "Number 1 of many."]);
    }

    [Fact]
    public async Task What_most_readers_report_stands_first_and_leaves_with_the_decision()
    {
        await using var talk = await TalkNewsroom.Open();
        var one = await talk.Shown("Nobody minds this.");
        var two = await talk.Shown("Everybody minds this.", "A. Sokol", "sokol@post.example");
        await talk.Complained(one.Id, ("reason", "OffTopic"));
        await talk.Complained(two.Id, ("reason", "Insult"), ("text", "He means me."));
        await talk.Complained(two.Id, ("reason", "Threat"));
        var page = (await talk.Editor.Page("/desk/comments?queue=reported")).Read();
        page.Queued().ShouldBe(["Everybody minds this.", "Nobody minds this."]);
        page.QuerySelector($"#c-{two.Id} .reported")!.TextContent.ShouldContain("Insult or hate: He means me.");
        (await talk.Editor.Decide(await talk.Comment(two.Id), DecisionAct.Rejected, Ground.Insult)).ShouldLead(
            "/desk/comments"
        );
        (await talk.Editor.Decide(await talk.Comment(one.Id), DecisionAct.Approved)).ShouldLead("/desk/comments");
        (await talk.Editor.Page("/desk/comments?queue=reported")).ShouldContain("No report is open.");
        (await talk.Comment(two.Id)).OpenReports.ShouldBe(0);
        (await talk.Below()).TextContent.ShouldContain("Nobody minds this.");
    }

    [Fact]
    public async Task The_pages_of_what_is_reported_show_each_once_those_with_most_reports_first()
    {
        await using var talk = await TalkNewsroom.Open();
        var count = (2 * CommentQueue.PageLength) + 3;
        await talk.Fill(count);
        await talk.InTransaction(async db =>
        {
            var rows = await db.Set<ReaderComment>().OrderBy(row => row.Id).ToListAsync();
            foreach (var (at, row) in rows.Index())
                row.OpenReports = at % 10 == 0 ? 3 : (at % 3 == 0 ? 2 : 1);
        });
        var expected = Enumerable
            .Range(0, count)
            .OrderByDescending(at => at % 10 == 0 ? 3 : (at % 3 == 0 ? 2 : 1))
            .ThenByDescending(at => at)
            .Select(at => $"Number {at} of many.");
        var found = new List<string>();
        for (string? link = "/desk/comments?queue=reported"; link is not null; )
        {
            var page = (await talk.Editor.Page(link)).Read();
            found.AddRange(page.Queued());
            link = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        found.ShouldBe(expected);
    }

    [Fact]
    public async Task The_menu_counts_no_further_than_a_hundred()
    {
        await using var talk = await TalkNewsroom.Open();
        await talk.Fill(130, CommentState.Held);
        (await talk.Editor.Page("/desk"))
            .Read()
            .QuerySelector("nav a[href='/desk/comments'] .count")!
            .TextContent.ShouldBe("99+");
    }

    [Fact]
    public async Task Every_queue_walks_along_an_index()
    {
        if (TestDatabase.IsPostgres)
            Assert.Skip("PostgreSQL chooses its plan by how much there is.");
        await using var talk = await TalkNewsroom.Open();
        var after = $"{Guid.CreateVersion7():N}";
        foreach (
            var (queue, find) in new (
                string,
                Func<CommentQueue, OnRecord.Platform.Storage.OnRecordDb, IQueryable<ReaderComment>>
            )[]
            {
                ("held", (queue, db) => queue.Held(db, null)),
                ("held", (queue, db) => queue.Held(db, talk.StoryId)),
                ("reported", (queue, db) => queue.Reported(db)[0]),
                ("reported", (queue, db) => queue.Reported(db)[1]),
                ("all", (queue, db) => queue.All(db)),
            }
        )
        {
            var place = queue == "reported" ? $"3.{after}" : after;
            var plan = await talk.App.InDatabase(async db =>
            {
                using var command = find(CommentQueue.Read(queue, null, null, place), db).Take(26).CreateDbCommand();
                command.CommandText =
                    $"EXPLAIN QUERY PLAN {command.CommandText[command.CommandText.IndexOf("SELECT", StringComparison.Ordinal)..]}";
                await db.Database.OpenConnectionAsync();
                await using var rows = await command.ExecuteReaderAsync();
                var lines = new List<string>();
                while (await rows.ReadAsync())
                    lines.Add(rows.GetString(3));
                return string.Join('\n', lines);
            });
            plan.ShouldContain("USING INDEX");
            plan.ShouldNotContain("TEMP B-TREE");
            // Not from the beginning, past all that stood on the pages before.
            plan.ShouldNotContain("SCAN");
        }
    }

    [Fact]
    public async Task A_reporter_decides_on_nothing_and_a_moderator_sees_no_story_that_is_being_worked_on()
    {
        await using var talk = await TalkNewsroom.Open();
        await talk.Reporter.Page("/desk/comments", HttpStatusCode.Forbidden);
        using var femi = await talk.App.Colleague(Roles.Moderator, "Femi Adeyemi");
        await femi.Page("/desk/comments");
        await femi.Page("/desk/comments/settings", HttpStatusCode.Forbidden);
        await femi.Page("/desk/stories", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_comments_page_shows_its_thread_what_was_decided_and_what_was_reported()
    {
        await using var talk = await TalkNewsroom.Open();
        var top = await talk.Shown("The dam was never sound.", "A. Sokol", "sokol@post.example");
        var reply = await talk.Shown("How do you know?", reply: top.Id);
        await talk.Complained(reply.Id, ("reason", "OffTopic"), ("text", "Off the point."));
        (await talk.Editor.Decide(await talk.Comment(reply.Id), DecisionAct.Approved)).ShouldLead("/desk/comments");
        var page = (await talk.Editor.Page($"/desk/comments/{reply.Id}")).Read();
        page.Queued().ShouldBe(["The dam was never sound.", "How do you know?"]);
        page.QuerySelector(".depth-1.here")!.TextContent.ShouldContain("How do you know?");
        page.Body!.TextContent.ShouldContain("Tom Brandt approved it");
        page.Body!.TextContent.ShouldContain("Tom Brandt let it stand");
        page.Body!.TextContent.ShouldContain("Not about the story: Off the point.");
        await talk.Editor.Page($"/desk/comments/{Guid.CreateVersion7()}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Reports_of_what_its_writer_took_back_are_closed_without_a_decision()
    {
        await using var talk = await TalkNewsroom.Open();
        var comment = await talk.Shown("I take this back.");
        var report = await talk.Complained(comment.Id, ("reason", "Insult"));
        await talk.App.Http.PostAsync($"{talk.Mailed(comment.Id)}/delete", null);
        var gone = await talk.Comment(comment.Id);
        var page = (await talk.Editor.Page("/desk/comments?queue=reported")).Read();
        page.QuerySelector($"#c-{comment.Id} button[value=Closed]").ShouldNotBeNull();
        (
            await talk.Editor.Post(
                "/desk/comments",
                [("comment", gone.Seen()), ("act", "Closed"), ("queue", "reported")]
            )
        ).ShouldLead("/desk/comments?queue=reported");
        (await talk.Editor.Page("/desk/comments?queue=reported")).ShouldContain("No report is open.");
        (await talk.App.Page(report)).ShouldContain("Its writer took the comment back");
    }
}
