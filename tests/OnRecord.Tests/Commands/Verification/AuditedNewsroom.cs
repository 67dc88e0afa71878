using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Commands.Verification;
using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.PublicRecord;
using OnRecord.Stories;
using OnRecord.Tests.Front.Margin;
using OnRecord.Tests.Media;
using OnRecord.Tests.PublicRecord;
using OnRecord.TransparencyLog;

namespace OnRecord.Tests.Commands.Verification;

/// <summary>A newsroom with three stories and five versions, and somebody who audits it and remembers.</summary>
internal sealed class AuditedNewsroom : IAsyncDisposable
{
    public const string Ferry = "The ferry is back";
    public const string Gone = "The ferry is gone again";

    private AuditedNewsroom(OnRecordApp app) => App = app;

    public OnRecordApp App { get; }

    public string Memory => Path.Combine(App.Folder, "verified.json");

    /// <summary>The ferry: versions 1 and 3 of the log's entries 0 and 3.</summary>
    public Guid FerryStory { get; private set; }

    public Guid Dam { get; private set; }

    public Guid School { get; private set; }

    public static async Task<AuditedNewsroom> Start()
    {
        var newsroom = new AuditedNewsroom(await OnRecordApp.Start());
        var app = newsroom.App;
        var picture = await newsroom.Picture();
        newsroom.FerryStory = (await app.Publish(FerryContent(picture))).Id;
        newsroom.Dam = (await app.Publish(SourcedStory.Content(SourcedStory.Dam, SourcedStory.DamLines))).Id;
        newsroom.School = await app.Published("The school opens");
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.Updated(newsroom.FerryStory, Gone);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.Updated(newsroom.School, "The school opens late");
        return newsroom;
    }

    /// <param name="alter">What a proxy between site and auditor makes of an answer.</param>
    public async Task<SiteVerdict> Verify(
        Func<string, byte[], byte[]>? alter = null,
        bool withPages = true,
        string? memory = null,
        WitnessPolicy? policy = null
    )
    {
        App.Clock.Advance(TimeSpan.FromSeconds(2));
        var server = (TestServer)App.Services.GetRequiredService<IServer>();
        using var site = new SiteReader(
            SiteReader.Read("http://localhost/")!,
            new Proxy(server.CreateHandler(), alter ?? ((_, bytes) => bytes))
        );
        return await VerifySite.Run(
            site,
            new RememberedRecords(memory ?? Memory),
            new SiteCheck(withPages, policy),
            App.Clock,
            TestContext.Current.CancellationToken
        );
    }

    /// <summary>A verifier that sees the site for the first time.</summary>
    public Task<SiteVerdict> VerifyAnew() => Verify(memory: Path.Combine(App.Folder, $"{Guid.CreateVersion7()}.json"));

    /// <summary>Whoever can write to the database changes it.</summary>
    public Task Tamper(Func<OnRecordDb, Task> change) =>
        App.InDatabase(async db =>
        {
            await Unguard(db);
            await change(db);
            // As a server that starts on it.
            App.Services.GetRequiredService<PageStore>().Clear();
            return true;
        });

    /// <summary>Puts back what the database held when its log had so many entries, as an older copy would.</summary>
    public Task RollBack(int size, Guid story, int version) =>
        Tamper(async db =>
        {
            var before = await db.Set<StoryVersion>()
                .SingleAsync(row => row.StoryId == story && row.Number == version - 1);
            await db.Set<Story>()
                .Where(row => row.Id == story)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(row => row.LiveVersionId, before.Id)
                        .SetProperty(row => row.UpdatedAt, (DateTimeOffset?)null)
                );
            await db.Set<StoryVersion>()
                .Where(row => row.StoryId == story && row.Number == version)
                .ExecuteDeleteAsync();
            await db.Set<SealedVersion>().Where(row => row.EntryIndex >= size).ExecuteDeleteAsync();
            await db.Set<RecordEntry>().Where(row => row.Index >= size).ExecuteDeleteAsync();
            await Rebuild(db);
        });

    /// <summary>Makes tiles and head of whatever entries there are.</summary>
    public static async Task Rebuild(OnRecordDb db)
    {
        var entries = await db.Set<RecordEntry>().OrderBy(row => row.Index).AsNoTracking().ToListAsync();
        var edge = new TreeEdge();
        foreach (var entry in entries)
            edge.Append(TreeHash.OfLeaf(entry.Bytes));
        byte[] hashes = [.. entries.SelectMany(entry => TreeHash.OfLeaf(entry.Bytes).ToArray())];
        await db.Set<HashTile>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Hashes, hashes));
        var head = await db.Set<RecordHead>().SingleAsync();
        head.MoveTo(edge);
        await db.SaveChangesAsync();
    }

    public string Keys => Path.Combine(App.Folder, "data-keys");

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task<string> Picture()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var added = await scope
            .ServiceProvider.GetRequiredService<AddPicture>()
            .From(TestPictures.Halves(600, 400), "ferry.jpg", null, "Photo: Ana Ruiz");
        added.Value!.Describe(new PictureWords("Photo: Ana Ruiz", null, "Two halves", null));
        await scope.ServiceProvider.GetRequiredService<OnRecordDb>().SaveChangesAsync();
        return added.Value.Sha256;
    }

    private static StoryContent FerryContent(string sha256) =>
        new()
        {
            Headline = Ferry,
            Deck = "It was away for a year.",
            Language = "en",
            Byline = ["Ines Okafor", "Tom Brandt"],
            Lead = new LeadPicture(sha256, 600, 400, "Two halves", "The ferry at its pier.", "Ana Ruiz"),
            Text = new StoryDocument([
                new Paragraph([
                    new Text("The ferry runs again, "),
                    new Text("the board says") { Marks = [new Link("https://board.example/news")] },
                    new Text("."),
                ]),
                new Figure($"media:{sha256}/600x400", "Two halves again", [new Text("In dock.")], "Ana Ruiz"),
                new ListBlock(false, 1, [new ListItem([new Paragraph([new Text("It leaves at nine.")])])]),
            ]),
        };

    // Who owns the database can take its triggers away.
    private static async Task Unguard(OnRecordDb db)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync(
                """ALTER TABLE "StoryVersions" DISABLE TRIGGER USER; ALTER TABLE "RecordEntries" DISABLE TRIGGER USER; ALTER TABLE "RecordVersions" DISABLE TRIGGER USER"""
            );
            return;
        }
        var triggers = await db
            .Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'")
            .ToListAsync();
        foreach (var trigger in triggers)
#pragma warning disable EF1002 // The names are the database's own.
            await db.Database.ExecuteSqlRawAsync($"DROP TRIGGER \"{trigger}\"");
#pragma warning restore EF1002
    }

    private sealed class Proxy(HttpMessageHandler inner, Func<string, byte[], byte[]> alter) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
        {
            var answer = await base.SendAsync(request, stop);
            var bytes = alter(request.RequestUri!.AbsolutePath, await answer.Content.ReadAsByteArrayAsync(stop));
            var altered = new HttpResponseMessage(answer.StatusCode) { Content = new ByteArrayContent(bytes) };
            foreach (var (name, values) in answer.Headers)
                altered.Headers.TryAddWithoutValidation(name, values);
            return altered;
        }
    }
}
