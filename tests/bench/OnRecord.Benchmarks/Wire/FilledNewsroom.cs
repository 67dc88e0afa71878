using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Commands;
using OnRecord.People;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;
using OnRecord.Search;
using OnRecord.Stories;
using OnRecord.Stories.Archive;

namespace OnRecord.Benchmarks.Wire;

/// <summary>A newsroom's database with any number of stories. It stands for an import, whose rows are written many at once; they are sealed and indexed by what seals and indexes always.</summary>
internal sealed class FilledNewsroom(IServiceProvider services, int words, int sources)
{
    private const int Batch = 4_000;
    private const int Sections = 8;
    private const int Topics = 40;

    private readonly List<Section> sections = [];
    private readonly List<Topic> topics = [];
    private readonly Dictionary<string, Guid> people = [];

    public static ServiceProvider Open(string data, string? database)
    {
        var configuration = new ConfigurationManager();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration).AddLogging();
        collection.AddNewsroom(new SiteSettings(data, database), configuration);
        return collection.BuildServiceProvider();
    }

    /// <summary>Adds stories numbered from one number to before another. A later one is newer.</summary>
    /// <param name="path">Called with the address of each.</param>
    public async Task Fill(int from, int to, int all, Action<string> path)
    {
        if (sections.Count == 0)
            await Begin();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        var index = services.GetRequiredService<ISearchIndex>();
        await index.Open(db, CancellationToken.None);
        // While some are written, the next are made.
        var next = Make(from);
        for (var at = from; at < to; at += Batch)
        {
            var batch = await next;
            next = Make(at + Batch);
            await Write(db, index, batch);
            batch.Paths.ForEach(path);
        }
        await index.Settle(db, CancellationToken.None);
        await db.Transact(async () => await CountMonths.Anew(db, await db.Newsroom()));

        Task<StoryBatch> Make(int first) =>
            Task.Run(() =>
                StoryBatch.Of(
                    db.Model,
                    Enumerable.Range(first, Math.Clamp(to - first, 0, Batch)).Select(number => Story(number, all))
                )
            );
    }

    private MadeStory Story(int number, int all) =>
        MadeStory.Of(
            number,
            all,
            (words, sources),
            sections[number % Sections],
            topics[number % Topics],
            name => people[name]
        );

    private static Task Write(OnRecordDb db, ISearchIndex index, StoryBatch batch) =>
        db.Transact(async () =>
        {
            foreach (var rows in batch.Rows)
                await rows.Into(db);
            foreach (var version in batch.Versions)
                SealVersion.Into(db, version);
            await IndexStories.Add(db, index, batch.Words);
        });

    private async Task Begin()
    {
        await Migrate.Run(services);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        await db.Transact(async () =>
        {
            for (var at = 0; at < Sections; at++)
                sections.Add(await Section.Named(db, $"Section {MadeStories.Word(at)}"));
            for (var at = 0; at < Topics; at++)
                topics.Add(await Topic.Named(db, $"topic {MadeStories.Word(1000 + at)}", "en"));
            foreach (var number in Enumerable.Range(0, 40))
            {
                var name = MadeStories.Content(number, 40, 0, null, []).Byline[0];
                people[name] = (await FindOrAddPerson.Named(db, name)).Id;
            }
        });
    }
}
