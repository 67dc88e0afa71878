using System.Text;
using OnRecord.Front.StoryPages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;

namespace OnRecord.Front.Record;

/// <summary>The TimeGate and the TimeMap of a story (RFC 7089).</summary>
internal static class ShowMementos
{
    public static async Task<IResult> TimeGate(
        string year,
        string month,
        string slug,
        HttpContext http,
        OnRecordDb db,
        PublicAddress address
    )
    {
        var path = $"/{year}/{month}/{slug}";
        if (await StoryInRecord.At(path, db) is not { } story)
            return await ShowStory.Moved(path, db, address, "/timegate");
        var (memento, asked) = (Memento.Of(story, address), http.Request.Headers["Accept-Datetime"].ToString());
        http.Response.Headers.Append("Vary", "accept-datetime");
        http.Response.Headers.Append("Link", memento.Gate);
        DateTimeOffset? time = null;
        if (asked.Length > 0)
        {
            if (!Memento.Read(asked, out var read))
                return Results.Text(
                    $"The header Accept-Datetime holds “{asked}”, which is no date. Write it like: Sat, 14 Mar 2026 08:12:00 GMT\n",
                    "text/plain",
                    Encoding.UTF8,
                    StatusCodes.Status400BadRequest
                );
            time = read;
        }
        return memento.At(time) is { } version ? Results.Redirect(memento.AddressOf(version)) : Results.NotFound();
    }

    public static async Task<IResult> TimeMap(
        string year,
        string month,
        string slug,
        OnRecordDb db,
        PublicAddress address
    )
    {
        var path = $"/{year}/{month}/{slug}";
        return await StoryInRecord.At(path, db) is { } story
            ? Results.Text(Memento.Of(story, address).TimeMap(), "application/link-format", Encoding.UTF8)
            : await ShowStory.Moved(path, db, address, "/timemap");
    }
}
