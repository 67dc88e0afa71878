using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OnRecord.Comments;
using OnRecord.Comments.Keys;
using OnRecord.Comments.Moderation;
using OnRecord.People.AuditLog;
using OnRecord.Platform.Files;
using OnRecord.Tests.Desk.Comments;

namespace OnRecord.Tests.Comments.Keys;

public class BeginKeyAgainTests
{
    [Fact]
    public async Task Where_the_key_is_lost_a_new_one_is_made_only_when_told_and_all_but_addresses_stays()
    {
        await using var talk = await TalkNewsroom.Open();
        var comment = await talk.Shown("The dam was never sound.");
        await talk.Complained(comment.Id, ("reason", "Spam"));
        await talk.InTransaction(async db =>
        {
            var report = await db.Set<CommentReport>().SingleAsync();
            report.Email = talk.Keys.Seal("neighbour@post.example", report.Id);
        });
        var keys = Lose(talk);
        await talk.App.InDatabase(async db =>
        {
            (await keys.Ready(db)).Problems[0].Message.ShouldContain("comments.key is missing");
            (await BeginKeyAgain.Count(db, keys, CancellationToken.None)).ShouldBe(new LostAddresses(1, 1));
            return true;
        });
        File.Exists(keys.Path).ShouldBeFalse();
        keys.Begin().Refused.ShouldBeFalse();
        File.Exists(keys.Path).ShouldBeTrue();
        var now = talk.App.Clock.GetUtcNow();
        await talk.App.InDatabase(async db =>
        {
            (await BeginKeyAgain.Forget(db, keys, now, CancellationToken.None)).ShouldBe(new LostAddresses(1, 1));
            (await BeginKeyAgain.Count(db, keys, CancellationToken.None)).AreNone.ShouldBeTrue();
            (await db.Set<AuditEntry>().CountAsync(row => row.Act == "comments.key-begun")).ShouldBe(1);
            return true;
        });
        var person = await talk.Person(comment.CommenterId);
        (person.Email.Length, person.Name, person.Published).ShouldBe((0, "R. Haddad", 1));
        var report = await talk.App.InDatabase(db => db.Set<CommentReport>().AsNoTracking().SingleAsync());
        (report.Email, report.Reason).ShouldBe((null, ReportReason.Spam));
        (await talk.Below()).TextContent.ShouldContain("The dam was never sound.");
    }

    [Fact]
    public async Task What_the_key_that_is_there_opens_is_kept()
    {
        await using var talk = await TalkNewsroom.Open();
        await talk.Shown("Under the lost key.");
        var keys = Lose(talk);
        keys.Begin().Refused.ShouldBeFalse();
        // Cut off after the key was made, and somebody has commented since.
        var id = Guid.CreateVersion7();
        await talk.InTransaction(db =>
        {
            db.Add(
                new Commenter
                {
                    Id = id,
                    EmailKey = keys.OfEmail("sokol@post.example"),
                    Email = keys.Seal("sokol@post.example", id),
                    Name = "A. Sokol",
                    FirstAt = talk.App.Clock.GetUtcNow(),
                    LastAt = talk.App.Clock.GetUtcNow(),
                }
            );
            return Task.CompletedTask;
        });
        var forgotten = await talk.App.InDatabase(db =>
            BeginKeyAgain.Forget(db, keys, talk.App.Clock.GetUtcNow(), CancellationToken.None)
        );
        forgotten.ShouldBe(new LostAddresses(1, 0));
        keys.Open((await talk.Person(id)).Email, id).ShouldBe("sokol@post.example");
    }

    /// <summary>A newsroom whose key file is gone, and which was started anew.</summary>
    private static CommentKeys Lose(TalkNewsroom talk)
    {
        File.Delete(talk.Keys.Path);
        return new CommentKeys(
            Options.Create(new CommentOptions { KeyFile = talk.Keys.Path }),
            new DataFolder(System.IO.Path.Combine(talk.App.Folder, "data"))
        );
    }
}
