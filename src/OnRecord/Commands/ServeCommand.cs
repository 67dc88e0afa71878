using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using OnRecord.Front;
using OnRecord.Platform.Files;
using OnRecord.Platform.Mail;

namespace OnRecord.Commands;

/// <summary><c>onrecord serve</c>: the newsroom's site, on its own database.</summary>
internal static class ServeCommand
{
    private const string DefaultUrls = "http://localhost:5080";

    public static Command Create() =>
        Create("serve", "Serve the newsroom's site.", _ => Task.CompletedTask, _ => { }, AnnounceEntrance.Print);

    /// <param name="prepare">What is done after migrating and before the first request.</param>
    /// <param name="change">Adds services that only this command has.</param>
    /// <param name="entrance">Says how one comes in.</param>
    public static Command Create(
        string name,
        string description,
        Func<IServiceProvider, Task> prepare,
        Action<IServiceCollection> change,
        Func<IServiceProvider, Task> entrance
    )
    {
        var urls = new Option<string?>("--urls")
        {
            Description = $"Where to listen. {DefaultUrls} unless told.",
            HelpName = "U",
        };
        var data = SharedOptions.Data();
        var database = SharedOptions.Database();
        var address = new Option<string?>("--address")
        {
            Description = "Where readers reach the site, such as https://news.example.org.",
            HelpName = "PUBLIC-URL",
        };
        var command = new Command(name, description) { urls, data, database, address };
        command.SetAction(
            async (parsed, stop) =>
            {
                var settings = new SiteSettings(
                    parsed.GetValue(data),
                    parsed.GetValue(database),
                    parsed.GetValue(address)
                );
                return await Run(parsed.GetValue(urls), settings, prepare, change, entrance, stop);
            }
        );
        return command;
    }

    private static async Task<int> Run(
        string? urls,
        SiteSettings settings,
        Func<IServiceProvider, Task> prepare,
        Action<IServiceCollection> change,
        Func<IServiceProvider, Task> entrance,
        CancellationToken stop
    )
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Configuration.Sources.Clear();
        Settings.Read(builder.Configuration);
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
        // A start that fails ends in a sentence of ours; the host's own report of it is a stack trace.
        builder
            .Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.Hosting", LogLevel.None)
            // The keys lie beside the database, for its owner alone; sealing them with a key from the same disk would change nothing.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // It tells of every page with a form that its no-store was written over, by itself.
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        var listen = urls ?? builder.Configuration["Urls"] ?? DefaultUrls;
        CheckUrls(listen);
        builder.WebHost.UseUrls(listen);
        await using var app = Site.Build(builder, settings with { Listen = FirstOf(listen) }, change);
        await Migrate.Run(app.Services);
        await prepare(app.Services);
        var warm = WarmUp.Run(app.Services);
        await RecordCommand.Warn(app.Services);
        await app.StartAsync(stop);
        Announce(app);
        await entrance(app.Services);
        await warm;
        await app.WaitForShutdownAsync(stop);
        return CommandLine.Done;
    }

    private static void CheckUrls(string urls)
    {
        foreach (var url in urls.Split(';'))
        {
            var named = url.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal);
            if (
                !Uri.TryCreate(named, UriKind.Absolute, out var address)
                || address.Scheme != "http"
                || address.AbsolutePath != "/"
            )
                throw new FormatException(
                    $"{(url.Length == 0 ? "An empty --urls" : url)} is nowhere to listen. Write it like http://localhost:5080; https is the work of a proxy before it."
                );
        }
    }

    private static string FirstOf(string urls) =>
        urls.Split(';')[0]
            .Replace("*", "localhost", StringComparison.Ordinal)
            .Replace("+", "localhost", StringComparison.Ordinal)
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal);

    private static void Announce(WebApplication app)
    {
        var addresses =
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var address in addresses)
            Console.WriteLine($"The newsroom is at {address}");
        if (app.Services.GetRequiredService<IOptions<MailOptions>>().Value.Host is null)
            Console.WriteLine(
                $"No mail server is set: messages are kept as files in {app.Services.GetRequiredService<DataFolder>().OutgoingMail}"
            );
    }
}
