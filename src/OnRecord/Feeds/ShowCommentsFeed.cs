using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Posting;
using OnRecord.Comments.Reading;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Feeds;

/// <summary>What readers say of one story as a feed, the newest first.</summary>
internal static class ShowCommentsFeed
{
    public const string Below = "/comments.xml";
    private const int Length = 50;

    public static async Task<IResult> Get(
        string year,
        string month,
        string slug,
        OnRecordDb db,
        FindTalk talk,
        PublicAddress address,
        PageTags tags
    )
    {
        tags.Add(StoryTags.Site);
        var path = $"/{year}/{month}/{slug}";
        if (await talk.At(path) is not { } facts)
            return await Moved(path, db, tags);
        tags.Add(StoryTags.Story(facts.StoryId));
        tags.Add(CommentTags.Of(facts.StoryId));
        var newsroom = await db.Newsroom();
        var words = FeedText.Words(facts.Language);
        var page = address.Of(PublicAddress.Encode(path));
        var feed = new Feed
        {
            Self = page + Below,
            Page = $"{page}#comments",
            Title = words.With("CommentsTitle", await Headline(db, facts.StoryId)),
            Newsroom = newsroom.Name,
            Home = address.Root.AbsoluteUri,
            Language = facts.Language,
            Stories = [.. (await Newest(db, facts)).Select(row => Entry(row, words, address))],
        };
        return Results.Bytes(RssFeed.Write(feed), FeedFormat.All[0].MediaType);
    }

    private static async Task<List<ReaderComment>> Newest(OnRecordDb db, TalkFacts facts) =>
        facts.Count == 0
            ? []
            : await db.Set<ReaderComment>()
                .AsNoTracking()
                .Where(row => row.StoryId == facts.StoryId && row.State == CommentState.Published)
                .OrderByDescending(row => row.Id)
                .Take(Length)
                .ToListAsync();

    private static FeedStory Entry(ReaderComment row, Platform.Pages.Words words, PublicAddress address) =>
        new()
        {
            Id = row.Id,
            Title = words.With("CommentBy", row.Name),
            Language = row.Language,
            Page = address.Of($"/comments/{row.Id}"),
            PublishedAt = row.At,
            UpdatedAt = row.EditedAt ?? row.At,
            Authors = [new FeedAuthor(row.Name, null)],
            Html = CommentHtml.Of(row.Text),
        };

    private static Task<string> Headline(OnRecordDb db, Guid story) =>
        db.Set<Story>()
            .Where(row => row.Id == story)
            .Join(
                db.Set<StoryVersion>(),
                row => row.LiveVersionId,
                version => version.Id,
                (_, version) => version.Content.Headline
            )
            .FirstAsync();

    private static async Task<IResult> Moved(string path, OnRecordDb db, PageTags tags)
    {
        var now = await db.Set<StoryAddress>()
            .Where(row => row.Path == path)
            .Join(
                db.Set<Story>().Where(story => story.LiveVersionId != null && story.TakenDownAt == null),
                row => row.StoryId,
                story => story.Id,
                (_, story) => new { story.Id, story.Path }
            )
            .FirstOrDefaultAsync();
        // A story that is not there yet comes with a publication.
        tags.Add(now is null ? StoryTags.Front : StoryTags.Story(now.Id));
        return now is { Path: { } current } && current != path
            ? Results.Redirect(PublicAddress.Encode(current) + Below, permanent: true)
            : Results.NotFound();
    }
}
