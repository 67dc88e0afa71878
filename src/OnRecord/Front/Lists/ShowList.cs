using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Front.Lists;

/// <summary>The sections, the topics, and what follows behind the front: stories newest first, a page at a time.</summary>
internal static class ShowList
{
    public const int PageSize = 24;

    /// <summary>The lead and the seconds of a list's first page.</summary>
    private const int Large = 4;

    /// <summary>The list behind the front.</summary>
    public static Task<IResult> Behind(string before, OnRecordDb db, Shell shell, PageRenderer pages, PageTags tags)
    {
        tags.Add(StoryTags.Front);
        return Show(null, null, before, db, shell, pages, tags);
    }

    public static async Task<IResult> Section(
        string slug,
        string? before,
        OnRecordDb db,
        Shell shell,
        PageRenderer pages,
        PageTags tags
    )
    {
        var section = await db.Set<Section>().AsNoTracking().FirstOrDefaultAsync(row => row.Slug == slug);
        tags.Add(StoryTags.Site);
        if (section is null)
            return await db.Set<FormerSection>().AnyAsync(row => row.Slug == slug)
                ? Results.Redirect("/", permanent: true)
                : Results.NotFound();
        tags.Add(StoryTags.Section(section.Id));
        return await Show(section, null, before, db, shell, pages, tags);
    }

    public static async Task<IResult> Topic(
        string slug,
        string? before,
        OnRecordDb db,
        Shell shell,
        PageRenderer pages,
        PageTags tags
    )
    {
        var topic = await db.Set<Topic>().AsNoTracking().FirstOrDefaultAsync(row => row.Slug == slug);
        if (topic is null)
            return await Merged(slug, db, tags);
        tags.Add(StoryTags.Topic(topic.Id));
        return await Show(null, topic, before, db, shell, pages, tags);
    }

    private static async Task<IResult> Merged(string slug, OnRecordDb db, PageTags tags)
    {
        var now = await db.Set<FormerTopic>()
            .Where(row => row.Slug == slug)
            .Join(db.Set<Topic>(), row => row.TopicId, topic => topic.Id, (_, topic) => new { topic.Id, topic.Slug })
            .FirstOrDefaultAsync();
        if (now is null)
            return Results.NotFound();
        tags.Add(StoryTags.Topic(now.Id));
        tags.Add(StoryTags.Site);
        return Results.Redirect(PublicAddress.Encode($"/topic/{now.Slug}"), permanent: true);
    }

    private static async Task<IResult> Show(
        Section? section,
        Topic? topic,
        string? before,
        OnRecordDb db,
        Shell shell,
        PageRenderer pages,
        PageTags tags
    )
    {
        tags.Add(StoryTags.Site);
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
        var shown = await StoryLines.WithCounts(db, tags, [.. stories.Take(PageSize)]);
        var large = place is null ? await StoryLines.WithShares(db, newsroom, [.. shown.Take(Large)]) : [];
        return await pages.Page<ListPage>(
            new ListView
            {
                Shell = view with { Here = heading, Description = description.Length == 0 ? null : description },
                Section = section is null ? null : heading,
                Topic = topic is null ? null : heading,
                Description = heading is null ? "" : description,
                Stories = [.. large, .. shown.Skip(large.Count)],
                Large = large.Count,
                Older = Older(address, stories, shown),
                Newest = place is null ? null : address,
                Clock = newsroom.Local,
            }
        );
    }

    /// <summary>The address of the page that continues a list; null at the end.</summary>
    public static string? Older(string address, List<StoryLine> found, List<StoryLine> shown) =>
        found.Count > shown.Count ? Behind(address, shown[^1]) : null;

    public static string Behind(string address, StoryLine last) =>
        $"{address}?before={Uri.EscapeDataString(ListPlace.Of(last).ToString())}";
}
