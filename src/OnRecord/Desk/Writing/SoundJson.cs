using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OnRecord.Desk.Writing;

/// <summary>Reads what a browser sends so that no writer's words are refused for a broken character: halves of pairs and nulls, which no database takes, become U+FFFD.</summary>
internal static partial class SoundJson
{
    private const int MaximumBytes = 8_000_000;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { MaxDepth = 220 };

    /// <returns>Null where it is not what was expected.</returns>
    /// <exception cref="BadHttpRequestException">It is larger than a story can be.</exception>
    public static async Task<T?> Read<T>(HttpRequest request)
        where T : class
    {
        if (request.ContentLength > MaximumBytes)
            throw new BadHttpRequestException("Too large.", StatusCodes.Status413PayloadTooLarge);
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        try
        {
            return JsonSerializer.Deserialize<T>(Broken().Replace(text, "$1\\ufffd"), Web);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // An escape begins behind an even number of backslashes.
    [GeneratedRegex(
        @"(?<!\\)((?:\\\\)*)(?:\\u0000|\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    )]
    private static partial Regex Broken();
}
