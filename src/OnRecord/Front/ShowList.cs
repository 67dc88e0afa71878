using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Front;

/// <summary>The front, the sections and the topics: stories newest first, a page at a time.</summary>
internal static class ShowList
{
    public const int PageSize = 24;

    public static Task<IResult> Front(string? before, OnRecordDb db, Shell shell, PageRenderer pages, PageTags tags)
    {
        tags.Add(StoryTags.Front);
        return Show(null, null, before, db, shell, pages);
    }

    public static async Task<IResult> Section(
        string slug,
        string? before,
        OnRecordDb db,
        Shell shell,
        PageRenderer pages
    )
    {
        var section = await db.Set<Section>().AsNoTracking().FirstOrDefaultAsync(row => row.Slug == slug);
        return section is null ? Results.NotFound() : await Show(section, null, before, db, shell, pages);
    }

    public static async Task<IResult> Topic(string slug, string? before, OnRecordDb db, Shell shell, PageRenderer pages)
    {
        var topic = await db.Set<Topic>().AsNoTracking().FirstOrDefaultAsync(row => row.Slug == slug);
        return topic is null ? await Merged(slug, db) : await Show(null, topic, before, db, shell, pages);
    }

    private static async Task<IResult> Merged(string slug, OnRecordDb db)
    {
        var now = await db.Set<FormerTopic>()
            .Where(row => row.Slug == slug)
            .Join(db.Set<Topic>(), row => row.TopicId, topic => topic.Id, (_, topic) => topic.Slug)
            .FirstOrDefaultAsync();
        return now is null
            ? Results.NotFound()
            : Results.Redirect(PublicAddress.Encode($"/topic/{now}"), permanent: true);
    }

    private static async Task<IResult> Show(
        Section? section,
        Topic? topic,
        string? before,
        OnRecordDb db,
        Shell shell,
        PageRenderer pages
    )
    {
        var place = ListPlace.Read(before);
        if (before is not null && place is null)
            return Results.NotFound();
        var heading =
            section is not null ? Shell.Link(section)
            : topic is not null ? Shell.Link(topic)
            : null;
        var address = heading?.Path ?? "/";
        var stories = await StoryLines.Newest(db, PageSize + 1, section?.Id, place, topic: topic?.Id);
        var (view, newsroom) = await shell.Around(
            heading?.Name,
            heading?.Language,
            place is null ? address : $"{address}?before={Uri.EscapeDataString(before!)}"
        );
        var description = section?.Description ?? topic?.Description ?? newsroom.Tagline;
        var shown = stories.Take(PageSize).ToList();
        return await pages.Page<ListPage>(
            new ListView
            {
                Shell = view with { Here = heading, Description = description.Length == 0 ? null : description },
                Section = section is null ? null : heading,
                Topic = topic is null ? null : heading,
                Description = heading is null ? "" : description,
                Stories = shown,
                Older = Older(address, stories, shown),
                Newest = place is null ? null : address,
                Clock = newsroom.Local,
            }
        );
    }

    /// <summary>The address of the page that continues a list; null at the end.</summary>
    public static string? Older(string address, List<StoryLine> found, List<StoryLine> shown) =>
        found.Count > shown.Count
            ? $"{address}?before={Uri.EscapeDataString(new ListPlace(shown[^1].PublishedAt, shown[^1].Path).ToString())}"
            : null;
}
