using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace OnRecord.Benchmarks.Wire;

/// <summary>The least that a Kestrel server can do: the same headers and the same bytes, whatever is asked.</summary>
internal static class BareSite
{
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "Date",
        "Content-Length",
        "Transfer-Encoding",
        "Connection",
        "Server",
    };

    /// <param name="headers">A file as curl writes it.</param>
    public static async Task<int> Serve(string body, string headers, string url)
    {
        var bytes = await File.ReadAllBytesAsync(body);
        var lines = (await File.ReadAllLinesAsync(headers))
            .Skip(1)
            .Select(line => line.Split(": ", 2))
            .Where(parts => parts.Length == 2 && !Own.Contains(parts[0]))
            .Select(parts => (Name: parts[0], Value: new StringValues(parts[1])))
            .ToArray();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        app.Run(async http =>
        {
            var response = http.Response;
            foreach (var (name, value) in lines)
                response.Headers[name] = value;
            response.ContentLength = bytes.Length;
            await response.BodyWriter.WriteAsync(bytes);
        });
        await app.RunAsync();
        return 0;
    }

    /// <summary>nginx with the same file and the same headers.</summary>
    public static string Nginx(string folder, string headers, int port)
    {
        var lines = File.ReadAllLines(headers)
            .Skip(1)
            .Select(line => line.Split(": ", 2))
            .Where(parts =>
                parts.Length == 2
                && !Own.Contains(parts[0])
                && !parts[0].Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
                && !parts[0].Equals("ETag", StringComparison.OrdinalIgnoreCase)
            )
            .Select(parts =>
                $"    add_header {parts[0]} \"{parts[1].Replace("\"", "\\\"", StringComparison.Ordinal)}\";"
            );
        return $$"""
            daemon off; pid {{folder}}/nginx.pid; error_log {{folder}}/nginx.log; worker_processes auto;
            events { worker_connections 1024; }
            http {
              access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_timeout 65; keepalive_requests 100000000; open_file_cache max=100; server_tokens off;
              default_type "text/html; charset=utf-8";
              client_body_temp_path {{folder}}; proxy_temp_path {{folder}}; fastcgi_temp_path {{folder}}; uwsgi_temp_path {{folder}}; scgi_temp_path {{folder}};
              server {
                listen 127.0.0.1:{{port}};
                location / { root {{folder}}; try_files /body =404;
            {{string.Join('\n', lines)}}
                }
              }
            }
            """;
    }
}
