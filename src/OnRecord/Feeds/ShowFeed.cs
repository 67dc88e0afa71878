using Microsoft.EntityFrameworkCore;
using OnRecord.Feeds.Hubs;
using OnRecord.People;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Feeds;

/// <summary>The newest stories of all, of a section, a topic or a person, in the form that the address asks for.</summary>
internal static class ShowFeed
{
    public static Task<IResult> All(HttpContext http, OnRecordDb db, PublicAddress address, PageTags tags) =>
        Show(FeedList.All, http, db, address, tags);

    public static async Task<IResult> Section(
        string slug,
        HttpContext http,
        OnRecordDb db,
        PublicAddress address,
        PageTags tags
    )
    {
        if (await db.Set<Section>().AsNoTracking().FirstOrDefaultAsync(row => row.Slug == slug) is { } section)
            return await Show(FeedList.Of(section), http, db, address, tags);
        return await db.Set<FormerSection>().AnyAsync(row => row.Slug == slug)
            ? Moved(FeedList.All, http, tags)
            : Results.NotFound();
    }

    public static async Task<IResult> Topic(
        string slug,
        HttpContext http,
        OnRecordDb db,
        PublicAddress address,
        PageTags tags
    )
    {
        if (await db.Set<Topic>().AsNoTracking().FirstOrDefaultAsync(row => row.Slug == slug) is { } topic)
            return await Show(FeedList.Of(topic), http, db, address, tags);
        var now = await db.Set<FormerTopic>()
            .Where(row => row.Slug == slug)
            .Join(db.Set<Topic>(), row => row.TopicId, row => row.Id, (_, row) => row)
            .AsNoTracking()
            .FirstOrDefaultAsync();
        return now is null ? Results.NotFound() : Moved(FeedList.Of(now), http, tags);
    }

    /// <summary>A person's page opens with their first story, and so does their feed.</summary>
    public static async Task<IResult> Person(
        string slug,
        HttpContext http,
        OnRecordDb db,
        PublicAddress address,
        PageTags tags
    )
    {
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(row => row.Slug == slug) is { } person)
            return await db.Set<StoryByline>().AnyAsync(row => row.PersonId == person.Id)
                ? await Show(FeedList.Of(person), http, db, address, tags)
                : Results.NotFound();
        var now = await db.Set<FormerPerson>()
            .Where(row => row.Slug == slug)
            .Join(db.Set<Person>(), row => row.PersonId, row => row.Id, (_, row) => row)
            .AsNoTracking()
            .FirstOrDefaultAsync();
        return now is null ? Results.NotFound() : Moved(FeedList.Of(now), http, tags);
    }

    private static IResult Moved(FeedList list, HttpContext http, PageTags tags)
    {
        // Where it leads to may be merged in its turn.
        tags.Add(StoryTags.Site);
        tags.Add(list.Tag);
        return Results.Redirect(list.PathOf(FeedFormat.Of(http.Request.Path)), permanent: true);
    }

    public static async Task<IResult> Show(
        FeedList list,
        HttpContext http,
        OnRecordDb db,
        PublicAddress address,
        PageTags tags
    )
    {
        tags.Add(StoryTags.Site);
        tags.Add(list.Tag);
        var form = FeedFormat.Of(http.Request.Path);
        var feed = await FillFeed.Of(db, list, form, address, tags);
        HubLinks.Add(http.Response, feed.Self, feed.Hubs);
        return Results.Bytes(form.Write(feed), form.MediaType);
    }
}
