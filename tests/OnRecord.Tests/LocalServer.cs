using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OnRecord.Tests;

/// <summary>A real server on a free loopback port.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private LocalServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    public static async Task<LocalServer> Start(Func<string, (string Type, byte[] Bytes)> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async http =>
        {
            var (type, bytes) = answer(http.Request.Path);
            // "text/html;gzip" says that the body is compressed.
            http.Response.ContentType = type.Split(';')[0];
            if (type.Contains(';'))
                http.Response.Headers.ContentEncoding = type.Split(';')[1];
            await http.Response.Body.WriteAsync(bytes);
        });
        await app.StartAsync();
        return new LocalServer(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
