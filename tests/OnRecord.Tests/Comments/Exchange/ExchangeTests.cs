using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Comments;
using OnRecord.Comments.Exchange;
using OnRecord.Comments.Keys;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;

namespace OnRecord.Tests.Comments.Exchange;

public class ExchangeTests
{
    private const string Greta = "greta@readers.example";
    private const string Lothar = "lothar@readers.example";

    [Fact]
    public async Task Comments_that_were_exported_come_back_as_they_were_and_twice_is_no_double()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        await Talk(newsroom);
        var (before, talk) = (await All(newsroom), await Counts(newsroom));
        var file = await Export(newsroom, withAddresses: true);
        await Empty(newsroom);
        (await newsroom.App.Page(newsroom.Path)).ShouldNotContain("I was at the meeting.");
        (await Import(newsroom, file)).ShouldBe(new ImportedComments(4, 0, 0));
        (await Import(newsroom, file)).ShouldBe(new ImportedComments(0, 4, 0));
        (await All(newsroom)).ShouldBe(before);
        (await Counts(newsroom)).ShouldBe(talk);
        (await Export(newsroom, withAddresses: true)).ShouldBe(file);
        var page = await newsroom.App.Page(newsroom.Path);
        page.ShouldContain("3 comments");
        page.ShouldContain("I was at the meeting.");
        // Whoever had confirmed the address need not again.
        (await newsroom.Comment(Greta, "I am back.")).State.ShouldBe(CommentState.Published);
    }

    [Fact]
    public async Task A_reply_at_the_end_of_a_thread_comes_back_as_what_it_answers()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        Guid? above = null;
        foreach (var text in new[] { "One.", "Two.", "Three.", "Four." })
        {
            above = (await newsroom.Shown(Greta, text, replyTo: above)).Id;
            newsroom.App.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        var before = await All(newsroom);
        var file = await Export(newsroom, withAddresses: false);
        await Empty(newsroom);
        (await Import(newsroom, file)).ShouldBe(new ImportedComments(4, 0, 0));
        (await All(newsroom)).ShouldBe(before);
        (await newsroom.Now(above!.Value)).BesideId.ShouldNotBeNull();
    }

    [Fact]
    public async Task Addresses_are_in_the_file_only_where_they_were_asked_for()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        await Talk(newsroom);
        var file = await Export(newsroom, withAddresses: false);
        file.ShouldNotContain("@");
        file.ShouldContain($"\"story\":\"{newsroom.Path}\"");
        await Empty(newsroom);
        (await Import(newsroom, file)).ShouldBe(new ImportedComments(4, 0, 0));
        (await Export(newsroom, withAddresses: false)).ShouldBe(file);
        (await newsroom.App.InDatabase(db => db.Set<Commenter>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_line_that_cannot_be_taken_is_named_and_stops_no_other()
    {
        await using var newsroom = await CommentedNewsroom.Open();
        await Talk(newsroom);
        var lines = (await Export(newsroom, withAddresses: false)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await Empty(newsroom);
        lines[1] = "{ this is no comment";
        var elsewhere = lines[0]
            .Replace(newsroom.Path, "/2001/01/nowhere", StringComparison.Ordinal)
            .Replace("\"id\":\"0", "\"id\":\"1", StringComparison.Ordinal);
        var said = new List<string>();
        var done = await Import(newsroom, string.Join('\n', [elsewhere, .. lines]), said.Add);
        (done.Taken, done.Refused).ShouldBe((2, 3));
        said.ShouldContain("Line 1: There is no story at /2001/01/nowhere. Import the stories first. It was left out.");
        said.ShouldContain(sentence => sentence.StartsWith("Line 3: This is no comment", StringComparison.Ordinal));
        said.ShouldContain(sentence => sentence.Contains("What it replies to is not there", StringComparison.Ordinal));
    }

    // A thread of three, and one that waits.
    private static async Task Talk(CommentedNewsroom newsroom)
    {
        var first = await newsroom.Shown(Greta, "I was at the meeting.");
        newsroom.App.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await newsroom.Shown(Lothar, "So was I.", "Lothar", first.Id, wantsReplies: true);
        newsroom.App.Clock.Advance(TimeSpan.FromSeconds(1));
        await newsroom.Shown(Greta, "Then we met.", replyTo: second.Id);
        newsroom.App.Clock.Advance(TimeSpan.FromSeconds(1));
        await newsroom.Settle(house => house.Mode = CommentMode.AllHeld);
        await newsroom.Comment(Greta, "This one waits.");
        await newsroom.Settle(house => house.Mode = CommentMode.Open);
    }

    private static async Task<string> Export(CommentedNewsroom newsroom, bool withAddresses)
    {
        await using var scope = newsroom.App.Services.CreateAsyncScope();
        using var output = new MemoryStream();
        var outcome = await ExportComments.Run(
            scope.ServiceProvider.GetRequiredService<OnRecordDb>(),
            withAddresses ? scope.ServiceProvider.GetRequiredService<CommentKeys>() : null,
            output,
            CancellationToken.None
        );
        outcome.Value!.Comments.ShouldBe(4);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static async Task<ImportedComments> Import(
        CommentedNewsroom newsroom,
        string file,
        Action<string>? complain = null
    )
    {
        await using var scope = newsroom.App.Services.CreateAsyncScope();
        var import = new ImportComments(
            scope.ServiceProvider.GetRequiredService<OnRecordDb>(),
            scope.ServiceProvider.GetRequiredService<CommentKeys>(),
            scope.ServiceProvider.GetRequiredService<EvictOnChange>()
        );
        return await import.Run(
            new StringReader(file),
            complain ?? (sentence => throw new InvalidDataException(sentence)),
            CancellationToken.None
        );
    }

    private static Task Empty(CommentedNewsroom newsroom) =>
        newsroom.App.InDatabase(async db =>
        {
            await db.Transact(async () =>
            {
                db.RemoveRange(await db.Set<ReaderComment>().ToListAsync());
                db.RemoveRange(await db.Set<StoryTalk>().ToListAsync());
                db.RemoveRange(await db.Set<Commenter>().ToListAsync());
            });
            return 0;
        });

    private static Task<List<string>> All(CommentedNewsroom newsroom) =>
        newsroom.App.InDatabase(async db =>
            (await db.Set<ReaderComment>().AsNoTracking().OrderBy(row => row.Id).ToListAsync()).ConvertAll(row =>
                $"{row.Id} {row.StoryId} {row.ThreadId} {row.ParentId} {row.BesideId} {row.Depth} {row.Name} {row.Text} {row.At:O} {row.State} {row.Why} {row.Replies} {row.ListedAt:O} {row.WantsReplies} {row.Language}"
            )
        );

    private static Task<List<string>> Counts(CommentedNewsroom newsroom) =>
        newsroom.App.InDatabase(async db =>
            (await db.Set<StoryTalk>().AsNoTracking().ToListAsync())
                .ConvertAll(row => $"{row.StoryId} {row.Count}")
                .Concat(
                    (await db.Set<Commenter>().AsNoTracking().ToListAsync())
                        .Select(row => $"{row.Name} {row.Published}")
                        .Order(StringComparer.Ordinal)
                )
                .ToList()
        );
}
