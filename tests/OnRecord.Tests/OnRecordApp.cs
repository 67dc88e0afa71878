using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OnRecord.Commands;
using OnRecord.Imports;
using OnRecord.People.Staff;
using OnRecord.Platform.Fetching;
using OnRecord.Platform.Jobs;
using OnRecord.Platform.Storage;

namespace OnRecord.Tests;

/// <summary>A whole newsroom on a database and data folder of its own, asked over HTTP.</summary>
internal sealed class OnRecordApp : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string? database;
    private readonly List<AsyncServiceScope> scopes = [];

    private OnRecordApp(WebApplication app, string folder, string? database, FakeTimeProvider clock)
    {
        (this.app, Folder, this.database, Clock) = (app, folder, database, clock);
        Http = app.GetTestServer().CreateClient();
    }

    public string Folder { get; }

    public FakeTimeProvider Clock { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => app.Services;

    /// <param name="remote">Answers what is fetched from other servers; null fetches for real, guarded.</param>
    public static async Task<OnRecordApp> Start(
        HttpMessageHandler? remote = null,
        Action<IServiceCollection>? change = null,
        params (string Key, string Value)[] settings
    )
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-test-").FullName;
        var database = await TestDatabase.CreateMigrated(Path.Combine(folder, "data"));
        return await Start(folder, database, database, remote, change, settings);
    }

    /// <summary>A second node of the same newsroom: the same database and the same signing key, its own folder and clock.</summary>
    public async Task<OnRecordApp> AnotherNode()
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-test-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "data-keys"));
        foreach (var key in Directory.GetFiles(Path.Combine(Folder, "data-keys"), "*.key"))
            System.IO.File.Copy(key, Path.Combine(folder, "data-keys", Path.GetFileName(key)));
        var shared = database ?? $"Data Source={Path.Combine(Folder, "data", "onrecord.db")}";
        return await Start(folder, shared, null, null, null, []);
    }

    private static async Task<OnRecordApp> Start(
        string folder,
        string? database,
        string? owned,
        HttpMessageHandler? remote,
        Action<IServiceCollection>? change,
        (string Key, string Value)[] settings
    )
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 14, 9, 12, 0, TimeSpan.Zero));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))
        );
        builder.WebHost.UseTestServer();
        var app = Site.Build(
            builder,
            new SiteSettings(Path.Combine(folder, "data"), database, "https://news.example.org"),
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                RunJobsByHand(services);
                if (remote is not null)
                    services.Replace(ServiceDescriptor.Singleton(new GuardedFetcher(remote, new FetchOptions())));
                change?.Invoke(services);
            }
        );
        await Migrate.Run(app.Services);
        await app.StartAsync();
        return new OnRecordApp(app, folder, owned, clock);
    }

    // A test that moves the clock would start the scheduler, whose jobs would then race with the ones the test runs.
    private static void RunJobsByHand(IServiceCollection services) =>
        services.Remove(services.Single(service => service.ImplementationType == typeof(LateScheduler)));

    public async Task<string> Page(string path)
    {
        var answer = await Http.GetAsync(path);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, path);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Writes a file into the test's folder and gives its path.</summary>
    public string File(string name, string text) => File(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string File(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, "pages", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public Task<ImportReport> Import(string path, bool publish = true, bool dryRun = false) =>
        Services
            .GetRequiredService<ImportStories>()
            .Run([path], new ImportChoices(publish, dryRun), (_, _, _) => { }, CancellationToken.None);

    public async Task<T> InDatabase<T>(Func<OnRecordDb, Task<T>> ask)
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<OnRecordDb>());
    }

    /// <summary>One of the site's own, in a scope that ends with the app.</summary>
    public T Scoped<T>()
        where T : notnull
    {
        var scope = Services.CreateAsyncScope();
        scopes.Add(scope);
        return scope.ServiceProvider.GetRequiredService<T>();
    }

    /// <summary>Somebody of the newsroom with these roles, signed in at the desk.</summary>
    public Task<Colleague> Colleague(Roles roles, string name = "Ines Okafor", string language = "en") =>
        Tests.Colleague.SignIn(this, app.GetTestServer(), roles, name, language);

    /// <summary>A browser of somebody who is not signed in.</summary>
    public Colleague Stranger() => Tests.Colleague.Stranger(this, app.GetTestServer());

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        foreach (var scope in scopes)
            await scope.DisposeAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await TestDatabase.Drop(database);
        await Remove(Folder);
    }

    // SQLite takes its own files away when the last connection closes, which may be at this very moment.
    private static async Task Remove(string folder)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (tries < 10)
            {
                await Task.Delay(50 * tries);
            }
        }
    }
}
