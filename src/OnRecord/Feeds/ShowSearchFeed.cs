using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Search;
using OnRecord.Stories;

namespace OnRecord.Feeds;

/// <summary>The newest stories that a search finds, for who follows a subject that is no topic.</summary>
internal static class ShowSearchFeed
{
    private const string Page = "/search";

    public static async Task<IResult> Get(
        HttpContext http,
        OnRecordDb db,
        ISearchIndex index,
        PublicAddress address,
        PageTags tags,
        CancellationToken stop
    )
    {
        var query = http.Request.Query;
        var question = Question.Read(query["q"]);
        if (question.Words.Count == 0)
            return Results.NotFound();
        // Readers' programs come by often, and what somebody looks for is theirs.
        http.Response.Headers.CacheControl = "private, max-age=300";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        var slug = query["section"].ToString();
        var section = await db.Set<Section>().AsNoTracking().FirstOrDefaultAsync(row => row.Slug == slug, stop);
        var asked = new QueryBuilder { { "q", question.Typed } };
        if (section is not null)
            asked.Add("section", section.Slug);
        var list = new FeedList
        {
            Page = Page,
            Name = $"“{question.Typed}”",
            Query = asked.ToString(),
            Stories = await FindNewest.Run(db, index, question, new Narrowing(section?.Id), NewestStories.Length, stop),
        };
        return await ShowFeed.Show(list, http, db, address, tags);
    }
}
