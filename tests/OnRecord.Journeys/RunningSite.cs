using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OnRecord.Commands;
using OnRecord.Commands.Demonstration;
using OnRecord.Imports;
using OnRecord.Platform.Fetching;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Journeys;

/// <summary>A newsroom on real Kestrel, with a database and data folder of its own. Other people's servers answer it 404.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    /// <summary>Where readers are told the site is; no journey may ask there.</summary>
    public const string PublicAddress = "https://news.example.org/";

    /// <summary>A page that fails, which only these journeys have.</summary>
    public const string Failing = "/a-page-that-fails";

    private readonly string folder;
    private readonly Settings settings;
    private WebApplication app;

    private RunningSite(WebApplication app, string folder, Settings settings, string host)
    {
        (this.app, this.folder, this.settings) = (app, folder, settings);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Root = new UriBuilder(addresses.Addresses.Single()) { Host = host }.Uri;
    }

    public Uri Root { get; }

    /// <param name="fill">Done on migrated tables before the first request.</param>
    /// <param name="named">Whether it is read as http://localhost, and told so: a passkey belongs to a name, not to a number.</param>
    /// <param name="clock">Another clock than the machine's.</param>
    public static async Task<RunningSite> Start(
        Func<IServiceProvider, Task>? fill = null,
        bool named = false,
        TimeProvider? clock = null
    )
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-journey-").FullName;
        var settings = new Settings(named ? "http://localhost" : PublicAddress, clock);
        var app = Build(folder, settings, "http://127.0.0.1:0");
        await Migrate.Run(app.Services);
        if (fill is not null)
            await fill(app.Services);
        await app.StartAsync();
        return new RunningSite(app, folder, settings, named ? "localhost" : "127.0.0.1");
    }

    /// <summary>Takes the server away; what it had said was saved is on disk.</summary>
    public async Task Kill() => await app.DisposeAsync();

    /// <summary>Starts it again, where it was and on what it had.</summary>
    public async Task Revive()
    {
        app = Build(folder, settings, $"http://127.0.0.1:{Root.Port}");
        await app.StartAsync();
    }

    private static WebApplication Build(string folder, Settings settings, string urls)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(urls);
        var app = Site.Build(
            builder,
            new SiteSettings(Path.Combine(folder, "data"), null, settings.Address),
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton(new GuardedFetcher(new Nobody(), new FetchOptions())));
                if (settings.Clock is { } clock)
                    services.Replace(ServiceDescriptor.Singleton(clock));
            }
        );
        app.MapGet(Failing, string () => throw new InvalidOperationException("This page always fails."));
        return app;
    }

    public async Task<T> InDatabase<T>(Func<OnRecordDb, Task<T>> ask)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<OnRecordDb>());
    }

    public Task<List<string>> StoryPaths() =>
        InDatabase(db => db.Stories.Where(story => story.Path != null).Select(story => story.Path!).ToListAsync());

    /// <summary>Where a story of the demonstration is read.</summary>
    /// <param name="file">Its file's name without the ending.</param>
    public Task<string> PathOf(string file)
    {
        var headline = Told(file).Headline;
        return InDatabase(db =>
            db.Stories.Where(story => story.Draft.Headline == headline).Select(story => story.Path!).SingleAsync()
        );
    }

    /// <summary>A story of the demonstration as its file tells it.</summary>
    public static DemonstrationStory Told(string file) =>
        DemonstrationStory.Read(
            Path.Combine(DemonstrationNewsroom.Folder, "stories", $"{file}.html"),
            TimeProvider.System.GetUtcNow(),
            TimeZoneInfo.Utc
        );

    /// <returns>The story's address.</returns>
    public Task<string> Publish(StoryContent content, string? section = null) =>
        InDatabase(async db =>
        {
            var story = new Story
            {
                Id = Guid.CreateVersion7(),
                CreatedAt = TimeProvider.System.GetUtcNow(),
                Draft = content,
            };
            await db.Transact(async () =>
            {
                if (section is not null)
                    story.Draft = content with { SectionId = (await Section.Named(db, section)).Id };
                db.Stories.Add(story);
                await PublishStory.Into(db, story, story.CreatedAt, dated: null);
            });
            return story.Path.ShouldNotBeNull();
        });

    /// <param name="sources">Whether readers are shown the sources that were found.</param>
    public Task<ImportReport> Import(string path, bool sources = false, bool publish = true) =>
        app
            .Services.GetRequiredService<ImportStories>()
            .Run([path], new ImportChoices(publish, DryRun: false, sources), (_, _, _) => { }, CancellationToken.None);

    /// <summary>Does something with the site's services, such as adding a picture.</summary>
    public async Task<T> With<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>A folder to write files into, gone with the site.</summary>
    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await DeleteFolder();
    }

    /// <summary>A picture that was being made when the site stopped may still put its file down while the folder is emptied.</summary>
    private async Task DeleteFolder()
    {
        for (var times = 1; ; times++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (times < 10)
            {
                await Task.Delay(200);
            }
        }
    }

    private sealed record Settings(string Address, TimeProvider? Clock);

    private sealed class Nobody : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));
    }
}
