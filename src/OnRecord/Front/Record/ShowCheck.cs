using Microsoft.EntityFrameworkCore;
using OnRecord.Front.StoryPages;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Front.Record;

/// <summary>How a page is checked: by hand, with a tool, or by the script that says its result in these words.</summary>
internal static class ShowCheck
{
    public const string Below = "/check";

    private static readonly string[] Said =
    [
        "Running",
        "Good",
        "Bad",
        "Unable",
        "Fetch",
        "Insecure",
        "NotSealed",
        "Erased",
        "OtherPage",
        "Older",
        "Commitment",
        "EntryDiffers",
        "Proof",
        "Signature",
        "Backwards",
        "Unmarked",
        "LongFurniture",
        "headline",
        "deck",
        "byline",
        "published",
        "updated",
        "lead",
        "text",
        "links",
        "pictures",
        "sources",
        "correction",
        "Nothing",
    ];

    public static async Task<IResult> Get(
        string year,
        string month,
        string slug,
        OnRecordDb db,
        Shell shell,
        PublicAddress address,
        PageRenderer pages
    )
    {
        var path = $"/{year}/{month}/{slug}";
        if (await StoryInRecord.At(path, db) is not { } story)
            return await ShowStory.Moved(path, db, address, Below);
        var live = await db.Set<StoryVersion>()
            .Where(row => row.Id == story.Story.LiveVersionId)
            .Select(row => new { row.Content.Headline, row.Content.Language })
            .FirstAsync();
        var (around, newsroom) = await shell.Around(null, live.Language, null);
        return await pages.Page<CheckPage>(
            new CheckView(
                around with
                {
                    Title = $"{around.Words["Check.Heading"]}: {live.Headline} · {newsroom.Name}",
                },
                live.Headline,
                RecordLinks.Of(path, story.Story.Id, story.Live.Number),
                address.Root.AbsoluteUri.TrimEnd('/')
            )
        );
    }

    /// <summary>The words the script speaks with.</summary>
    public static IResult Words(string file, HttpContext http)
    {
        if (file is not ("en.json" or "uk.json"))
            return Results.NotFound();
        var words = Shell.Words(file[..2]);
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Json(
            Said.ToDictionary(key => key, key => words[char.IsLower(key[0]) ? $"Check.Differs.{key}" : $"Check.{key}"])
        );
    }
}

/// <summary>How a story's page is checked.</summary>
/// <param name="Site">The site's address without a slash at its end.</param>
public sealed record CheckView(ShellView Shell, string Headline, RecordLink Record, string Site);
