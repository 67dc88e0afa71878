using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Commands;
using OnRecord.People;
using OnRecord.Platform.Storage;
using OnRecord.Search;
using OnRecord.Stories;
using OnRecord.Stories.Sealing;

namespace OnRecord.Benchmarks.Wire;

/// <summary>A newsroom's database with any number of stories, sealed and indexed by what seals and indexes always; what the desk looks up for each story is looked up once.</summary>
internal sealed class FilledNewsroom(IServiceProvider services, int words, int sources)
{
    private const int Batch = 500;
    private const int Sections = 8;
    private const int Topics = 40;

    private static readonly DateTimeOffset Newest = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly List<Guid> sections = [];
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
        for (var at = from; at < to; at += Batch)
            await Add(at, Math.Min(at + Batch, to), all, path);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        await db.Transact(() => services.GetRequiredService<ISearchIndex>().Settle(db, CancellationToken.None));
    }

    private async Task Begin()
    {
        await Migrate.Run(services);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        await db.Transact(async () =>
        {
            for (var at = 0; at < Sections; at++)
                sections.Add((await Section.Named(db, $"Section {MadeStories.Word(at)}")).Id);
            for (var at = 0; at < Topics; at++)
                topics.Add(await Topic.Named(db, $"topic {MadeStories.Word(1000 + at)}", "en"));
            foreach (var number in Enumerable.Range(0, 40))
            {
                var name = MadeStories.Content(number, 40, 0, null, []).Byline[0];
                people[name] = (await FindOrAddPerson.Named(db, name)).Id;
            }
        });
    }

    private async Task Add(int from, int to, int all, Action<string> path)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await db.Transact(async () =>
        {
            for (var number = from; number < to; number++)
                path(await Add(db, number, all));
            // The record changes rows that it read.
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        });
    }

    private async Task<string> Add(OnRecordDb db, int number, int all)
    {
        // Spread over ten years, so that archives and searches have something to choose from.
        var at = Newest - ((all - number) * (TimeSpan.FromDays(3650) / all));
        var topic = topics[number % Topics];
        var content = MadeStories.Content(number, words, sources, sections[number % Sections], [topic.Name]);
        var story = new Story
        {
            Id = Guid.CreateVersion7(at),
            CreatedAt = at,
            Draft = content,
        };
        var address = Story.AddressOf(at, $"{MadeStories.Word(number % 20000)}-{number}");
        var version = story.Publish(at, at, address).Value!;
        db.Add(story);
        db.Add(new StoryAddress { Path = address, StoryId = story.Id });
        if (db.Entry(version).State == EntityState.Detached)
            db.Add(version);
        db.Add(
            new StoryTopic
            {
                StoryId = story.Id,
                TopicId = topic.Id,
                PublishedAt = at,
            }
        );
        db.Add(
            new StoryByline
            {
                StoryId = story.Id,
                PersonId = people[content.Byline[0]],
                Position = 0,
                PublishedAt = at,
            }
        );
        await SealShown.Into(db, story, version);
        return address;
    }
}
