using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using OnRecord.Platform.StoredPages;

namespace OnRecord.Platform.Web;

/// <summary>Style sheets, scripts and fonts, carried inside the executable, already compressed. Their names hold a hash of their content.</summary>
internal sealed class Assets
{
    public const string Folder = "/assets/";

    private static readonly Assembly Carrier = typeof(Assets).Assembly;

    private readonly FrozenDictionary<string, string> names;
    private readonly FrozenSet<string> files;

    public Assets()
    {
        files = Carrier
            .GetManifestResourceNames()
            .Where(name => name.StartsWith("client/", StringComparison.Ordinal))
            .Select(name => name["client/".Length..])
            .ToFrozenSet();
        using var manifest = Open("manifest.json");
        names = JsonSerializer.Deserialize<Dictionary<string, string>>(manifest)!.ToFrozenDictionary();
    }

    /// <summary>The address of an asset by its plain name, such as <c>reader.css</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such asset.</exception>
    public string this[string name] => Folder + names[name];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods(Folder + "{file}", ["GET", "HEAD"], Get);

    private static IResult Get(string file, HttpContext http, Assets assets)
    {
        if (!assets.files.Contains(file) || file == "manifest.json" || TypeOf(file) is not { } type)
            return Results.NotFound();
        var encoding = assets.BestEncoding(file, http.Request.Headers.AcceptEncoding.ToString());
        if (encoding is not null)
            http.Response.Headers.ContentEncoding = encoding.Value.Name;
        http.Response.Headers.Vary = "Accept-Encoding";
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Stream(Open(file + encoding?.Ending), type);
    }

    private (string Name, string Ending)? BestEncoding(string file, string accepted) =>
        ContentCodings.Best(accepted) switch
        {
            ContentCoding.Brotli when files.Contains(file + ".br") => ("br", ".br"),
            not ContentCoding.Identity when files.Contains(file + ".gz") => ("gzip", ".gz"),
            _ => null,
        };

    private static string? TypeOf(string file) =>
        Path.GetExtension(file) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".woff2" => "font/woff2",
            ".svg" => "image/svg+xml",
            _ => null,
        };

    private static Stream Open(string file) => Carrier.GetManifestResourceStream("client/" + file)!;
}
