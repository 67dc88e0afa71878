using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Privacy;

namespace OnRecord.Tests.Comments.Privacy;

public class ForgetTests
{
    private const string Greta = "greta@readers.example";
    private const string Lothar = "lothar@readers.example";

    [Fact]
    public async Task The_hash_of_an_internet_address_is_kept_for_thirty_days_at_most()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        await newsroom.Settle(house => house.AddressDays = 365);
        var comment = await newsroom.Shown(Greta, "I was at the meeting.");
        comment.AddressKey.ShouldNotBeNull();
        await After(newsroom, 29);
        (await newsroom.Now(comment.Id)).AddressKey.ShouldNotBeNull();
        await After(newsroom, 30);
        var kept = await newsroom.Now(comment.Id);
        kept.AddressKey.ShouldBeNull();
        kept.Text.ShouldBe("I was at the meeting.");
    }

    [Fact]
    public async Task A_comment_that_nobody_confirmed_is_gone_after_a_week_and_the_address_with_it()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        await newsroom.Comment(Greta, "Somebody else typed this address.");
        await newsroom.Shown(Lothar, "The first.");
        await newsroom.Settle(house => house.ConfirmsEach = true);
        await newsroom.Comment(Lothar, "Never confirmed.");
        await After(newsroom, 6);
        (await Comments(newsroom)).Count.ShouldBe(3);
        await After(newsroom, 7);
        (await Comments(newsroom)).ShouldHaveSingleItem().Text.ShouldBe("The first.");
        var left = await newsroom.App.InDatabase(db => db.Set<Commenter>().AsNoTracking().ToListAsync());
        left.ShouldHaveSingleItem().ConfirmedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_was_refused_is_emptied_after_its_time()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        var comment = await newsroom.Shown(Greta, "Nobody wants to read this.");
        await Place(newsroom, comment.Id, CommentState.Rejected);
        await After(newsroom, 183);
        (await newsroom.Now(comment.Id)).Text.ShouldNotBeEmpty();
        await After(newsroom, 184);
        var emptied = await newsroom.Now(comment.Id);
        (emptied.Text, emptied.Name, emptied.State).ShouldBe(("", "", CommentState.Rejected));
    }

    [Fact]
    public async Task Somebody_who_is_no_longer_seen_is_forgotten_after_two_years_and_others_are_not()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        var shown = await newsroom.Shown(Greta, "I was at the meeting.");
        var taken = await newsroom.Shown(Lothar, "So was I.", "Lothar");
        await Place(newsroom, taken.Id, CommentState.Held);
        await After(newsroom, 800);
        var left = await newsroom.App.InDatabase(db => db.Set<Commenter>().AsNoTracking().SingleAsync());
        left.Id.ShouldBe(shown.CommenterId!.Value);
        var gone = await newsroom.Now(taken.Id);
        (gone.Text, gone.CommenterId, gone.State).ShouldBe(("", null, CommentState.Deleted));
        (await newsroom.Now(shown.Id)).Text.ShouldBe("I was at the meeting.");
    }

    private static Task<List<ReaderComment>> Comments(CommentedNewsroom newsroom) =>
        newsroom.App.InDatabase(db => db.Set<ReaderComment>().AsNoTracking().ToListAsync());

    private static Task Place(CommentedNewsroom newsroom, Guid id, CommentState state) =>
        newsroom.App.InDatabase(async db =>
        {
            await db.Transact(async () =>
                await PlaceComments.To(db, [(await db.Set<ReaderComment>().SingleAsync(row => row.Id == id), state)])
            );
            return 0;
        });

    // All that is there is so many days older; to move the clock by years would ring every bell on the way.
    private static async Task After(CommentedNewsroom newsroom, int days)
    {
        var at = newsroom.App.Clock.GetUtcNow().AddDays(-days);
        await newsroom.App.InDatabase(async db =>
            await db.Set<ReaderComment>().ExecuteUpdateAsync(row => row.SetProperty(one => one.At, at))
            + await db.Set<Commenter>().ExecuteUpdateAsync(row => row.SetProperty(one => one.LastAt, at))
        );
        await newsroom.App.Scoped<ForgetCommenters>().Forget(CancellationToken.None);
    }
}
