using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Front.About;

/// <summary>What the newsroom holds itself to: the list, and each policy with the day it last changed.</summary>
internal static class ShowPolicy
{
    public static async Task<IResult> All(OnRecordDb db, Shell shell, PageRenderer pages, PageTags tags)
    {
        tags.Add(StoryTags.Site);
        var words = Shell.Words((await db.Newsroom()).Language);
        var (view, newsroom) = await shell.Around(words["About"], null, "/about");
        return await pages.Page<AboutPage>(
            new AboutView(
                view with
                {
                    Description = newsroom.Tagline,
                },
                newsroom.Tagline,
                newsroom.Contact,
                await PolicyLines.All(db)
            )
        );
    }

    // A newsroom that withdrew it may show it again: so browsers are not told to remember the way.
    private static Task<bool> WasShown(OnRecordDb db, string slug) =>
        db.Set<Policy>()
            .Where(policy => policy.Slug == slug)
            .AnyAsync(policy => db.Set<PolicyVersion>().Any(version => version.PolicyId == policy.Id));

    public static async Task<IResult> Get(string slug, OnRecordDb db, Shell shell, PageRenderer pages, PageTags tags)
    {
        tags.Add(StoryTags.Site);
        var version = await db.Set<Policy>()
            .Where(policy => policy.Slug == slug)
            .Join(
                db.Set<PolicyVersion>(),
                policy => policy.LiveVersionId,
                version => version.Id,
                (_, version) => version
            )
            .AsNoTracking()
            .FirstOrDefaultAsync();
        if (version is null)
            return await WasShown(db, slug) ? Results.Redirect("/about") : Results.NotFound();
        var (view, newsroom) = await shell.Around(
            version.Title,
            version.Language,
            PublicAddress.Encode($"/about/{slug}")
        );
        return await pages.Page<PolicyPage>(
            new PolicyView(
                view,
                version.Title,
                HtmlWriter.Write(version.Text),
                newsroom.Local(version.At),
                version.Number
            )
        );
    }
}

/// <summary>The newsroom about itself.</summary>
public sealed record AboutView(ShellView Shell, string Tagline, string? Contact, IReadOnlyList<PolicyLine> Policies);

/// <summary>A policy as readers see it.</summary>
/// <param name="Text">As HTML.</param>
/// <param name="ChangedAt">On the newsroom's clock.</param>
/// <param name="Number">Which version this is, from 1.</param>
public sealed record PolicyView(ShellView Shell, string Title, string Text, DateTimeOffset ChangedAt, int Number);
