using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.Web;
using OnRecord.Stories;
using OnRecord.Stories.Drafts;

namespace OnRecord.Front.StoryPages;

/// <summary>A draft as readers would see it: to colleagues, and to somebody outside who was given a link that ends.</summary>
internal static class PreviewStory
{
    /// <summary>At the desk.</summary>
    public static async Task<IResult> Get(
        Guid id,
        OnRecordDb db,
        Shell shell,
        PublicAddress address,
        PageRenderer pages
    ) =>
        await db.Set<Story>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) is { } story
            ? await Show(story, db, shell, address, pages)
            : Results.NotFound();

    /// <summary>Outside, by a secret.</summary>
    public static async Task<IResult> Outside(
        string secret,
        HttpContext http,
        OnRecordDb db,
        Shell shell,
        PublicAddress address,
        PageRenderer pages,
        TimeProvider clock
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        var (hash, now) = (PreviewLink.HashOf(secret), clock.GetUtcNow());
        var story = await db.Set<PreviewLink>()
            .Where(link => link.SecretHash == hash && link.EndsAt > now)
            .Join(db.Set<Story>(), link => link.StoryId, story => story.Id, (_, story) => story)
            .AsNoTracking()
            .FirstOrDefaultAsync();
        return story is null ? Results.NotFound() : await Show(story, db, shell, address, pages);
    }

    private static async Task<IResult> Show(
        Story story,
        OnRecordDb db,
        Shell shell,
        PublicAddress address,
        PageRenderer pages
    )
    {
        var view = await ShowStory.View(ShownStory.Of(story), story.Draft.ForReaders(), db, shell, address);
        return await pages.Page<StoryPage>(
            view with
            {
                IsGone = false,
                Versions = [.. view.Versions.Select(line => line with { Page = null })],
                Preview = view.Shell.Words["PreviewOfDraft"],
                Sources = view.Sources is { } sources ? sources with { Path = null } : null,
                // Nothing of a draft is for machines.
                Shell = view.Shell with
                {
                    Canonical = null,
                    JsonLd = null,
                    Image = null,
                },
            }
        );
    }
}
