using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Documents;
using OnRecord.People.Staff;
using OnRecord.Platform.Announcements;
using OnRecord.Platform.Files;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Tests.Desk;
using OnRecord.Tests.Sources.Protection;

namespace OnRecord.Tests.Search;

public class ErasedWordsTests
{
    private const string Name = "Zvenyhorenkova";

    // The vocabulary has each word backwards too.
    private static readonly Traces Planted = new(Name, "avoknerohynevz");

    [Fact]
    public async Task What_the_law_had_removed_is_in_no_byte_of_the_database()
    {
        Assert.SkipWhen(
            TestDatabase.IsPostgres,
            "PostgreSQL's files are the server's; docs/operating.md says when it lets go of deleted rows."
        );
        await using var app = await OnRecordApp.Start();
        using var owner = await app.Colleague(Roles.Owner | Roles.Editor);
        for (var number = 0; number < 12; number++)
            await app.Publishes($"Before {number}", "Water.");
        var story = await app.Publishes("The dam", $"Somebody named {Name} said so.");
        for (var number = 0; number < 12; number++)
            await app.Publishes($"After {number}", "Water.");
        await ForgetInDraft(app, story);
        Planted.In(await Database(app)).ShouldNotBeNull();

        (await owner.Remove(story, "A court asked for it.")).ShouldLead("/desk");
        await Tell(app);

        Planted.ShouldNotBeIn(await Database(app), "the database");
        (await app.Found("after")).Count.ShouldBe(12);
        (await app.Found(Name)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_words_of_an_earlier_version_go_from_the_index_when_the_law_removes_it()
    {
        await using var app = await OnRecordApp.Start();
        using var owner = await app.Colleague(Roles.Owner | Roles.Editor);
        var story = await owner.Published(app, "The dam", $"Somebody named {Name} said so.");
        await owner.Rewrite(app, story, "Somebody said so.");
        (await owner.Correct(story, "A name.", "No name.")).ShouldLead("/desk");

        (await owner.Remove(story, "A court asked for it.", versions: 1)).ShouldLead("/desk");
        await Tell(app);

        (await app.Found("somebody")).ShouldBe(["The dam"]);
        if (!TestDatabase.IsPostgres)
            (await Index(app)).ShouldAllBe(bytes => Planted.In(bytes) == null);
    }

    private static Task ForgetInDraft(OnRecordApp app, Guid story) =>
        app.InDatabase(async db =>
        {
            await db.Transact(async () =>
            {
                var row = await db.Stories.SingleAsync(one => one.Id == story);
                row.Save(row.Draft with { Text = HtmlReader.Read("<p>Water.</p>") }, null, app.Clock.GetUtcNow());
            });
            return 0;
        });

    private static async Task Tell(OnRecordApp app)
    {
        await app.Services.GetRequiredService<Teller>().TellDue(CancellationToken.None);
        (await app.InDatabase(db => db.Announcements.Where(row => row.Failure != null).ToListAsync())).ShouldBeEmpty();
    }

    private static async Task<byte[]> Database(OnRecordApp app)
    {
        var all = new List<byte>();
        var file = app.Services.GetRequiredService<DataFolder>().Database;
        foreach (var part in new[] { file, $"{file}-wal" })
        {
            // A server has it open.
            await using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            all.AddRange(bytes);
        }
        return [.. all];
    }

    private static Task<List<byte[]>> Index(OnRecordApp app) =>
        app.InDatabase(db =>
            db.Database.SqlQuery<byte[]>($"""SELECT block AS "Value" FROM "SearchWords_data" """).ToListAsync()
        );
}
