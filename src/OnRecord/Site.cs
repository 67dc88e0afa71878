using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using OnRecord.Desk;
using OnRecord.Desk.Record;
using OnRecord.Front;
using OnRecord.People.Staff;
using OnRecord.Platform.Files;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;

namespace OnRecord;

/// <summary>The web app: its services, the order of its middleware, its routes.</summary>
internal static class Site
{
    /// <param name="builder">With the settings already read.</param>
    /// <param name="settings">What the command line said.</param>
    /// <param name="change">Replaces services, such as the clock under test.</param>
    public static WebApplication Build(
        WebApplicationBuilder builder,
        SiteSettings settings,
        Action<IServiceCollection>? change = null
    )
    {
        builder.Services.AddNewsroom(settings, builder.Configuration);
        builder.Services.AddSingleton<Assets>();
        builder.Services.AddScoped<PageRenderer>();
        builder.Services.AddStoredPageAnswers(
            DatabaseAddress.Read(settings.Database ?? builder.Configuration["Database"], "unused")
        );
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        // A story with its sources is a third smaller by it.
        builder.Services.Configure<BrotliCompressionProviderOptions>(options =>
            options.Level = CompressionLevel.Optimal
        );
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var network in TrustedProxies.Read(builder.Configuration["TrustedProxies"]))
                options.KnownIPNetworks.Add(network);
        });
        builder.Services.AddHostFiltering(options =>
            options.AllowedHosts = Hosts(settings.Address ?? builder.Configuration["Address"])
        );
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // Whoever pastes a whole text into the search field is answered with a page, not with a bare refusal of the server.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestLineSize = 128 * 1024);
        change?.Invoke(builder.Services);
        var app = builder.Build();
        UseMiddleware(app);
        app.MapFeatures();
        Assets.Map(app);
        Health.Map(app);
        return app;
    }

    /// <summary>What every command needs, with or without a web server.</summary>
    public static void AddNewsroom(
        this IServiceCollection services,
        SiteSettings settings,
        IConfiguration configuration
    )
    {
        // Pages are hashed and compared; letters of every script are written as themselves from the first page on.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(TimeProvider.System);
        var data = DataFolder.Open(settings.Data ?? configuration["Data"] ?? "data");
        services.AddSingleton(data);
        services.AddSingleton(
            PublicAddress.Read(
                settings.Address ?? configuration["Address"] ?? settings.Listen ?? "http://localhost:5080"
            )
        );
        var database = DatabaseAddress.Read(settings.Database ?? configuration["Database"], data.Database);
        services.AddStorage(database);
        services.AddStoredPages(configuration, database);
        services.AddFeatures();
    }

    // Without a public address nobody has said yet under which names the site is reached.
    private static string[] Hosts(string? address) =>
        address is null ? ["*"] : [PublicAddress.Read(address).Root.Host, "localhost", "127.0.0.1", "[::1]"];

    private static void UseMiddleware(WebApplication app)
    {
        app.UseHostFiltering();
        // The same for everyone, whoever asks and by what way.
        app.UseMiddleware<AnswerFromStore>();
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseExceptionHandler(
            new ExceptionHandlerOptions { ExceptionHandler = ShowMessage.Error, AllowStatusCode404Response = true }
        );
        app.UseStatusCodePages(context =>
            context.HttpContext.Request.Path.StartsWithSegments("/desk")
                ? ShowRefusal.Page(context)
                : ShowMessage.NotFound(context)
        );
        app.UseRouting();
        app.UseMiddleware<KeepInStore>();
        // A stored page comes compressed from the store.
        app.UseWhen(
            http => http.GetEndpoint()?.Metadata.GetMetadata<StoredEndpoint>() is null,
            other => other.UseResponseCompression()
        );
        app.UseStaffDoor();
        app.UseRefusalsOfTheRecord();
    }
}

/// <summary>What the command line said; null where it said nothing.</summary>
/// <param name="Listen">Where the server listens; the public address where none is set.</param>
internal sealed record SiteSettings(
    string? Data = null,
    string? Database = null,
    string? Address = null,
    string? Listen = null
);
