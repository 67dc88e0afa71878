using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Reading;
using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.People;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Feeds;

/// <summary>Puts a feed together from what readers see.</summary>
internal static class FillFeed
{
    private const int LongestSummary = 300;

    public static async Task<Feed> Of(
        OnRecordDb db,
        FeedList list,
        FeedFormat form,
        PublicAddress address,
        PageTags? tags = null
    )
    {
        tags?.Add(CommentTags.Counts);
        var newsroom = await db.Newsroom();
        var language = list.Language ?? newsroom.Language;
        return new Feed
        {
            Self = address.Of(list.PathOf(form)),
            Page = address.Of(list.Page) + list.Query,
            Title = list.Name is { } name
                ? FeedText.Words(language).With("ListTitle", name, newsroom.Name)
                : newsroom.Name,
            Subtitle = list.Name is null ? newsroom.Tagline : list.Description ?? "",
            Newsroom = newsroom.Name,
            Home = address.Root.AbsoluteUri,
            Language = language,
            Hubs = Newsroom.Lines(newsroom.Hubs),
            Logo = LogoPicture.Read(newsroom.Logo) is { } logo
                ? new FeedPicture(address.Of(logo.Address), "image/png", logo.Width, logo.Height, newsroom.Name, null)
                : null,
            Stories = await Stories(db, list, newsroom, address),
        };
    }

    private static async Task<IReadOnlyList<FeedStory>> Stories(
        OnRecordDb db,
        FeedList list,
        Newsroom newsroom,
        PublicAddress address
    )
    {
        var shown = await NewestStories.Of(db, list);
        var ids = shown.Select(story => story.Id).ToList();
        var notices = await Notices(db, ids);
        var comments = await CountComments.Of(db, ids);
        var authors = await Authors(db, ids);
        var sections = await db.Set<Section>().AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name);
        return
        [
            .. shown.Select(story =>
            {
                var content = story.Content;
                var path = PublicAddress.Encode(story.Path);
                var text = new StoryInFull
                {
                    Content = content,
                    Path = path,
                    Notices =
                    [
                        .. notices[story.Id]
                            .Where(notice => notice.Kind != VersionKind.Retraction || story.IsRetracted),
                    ],
                    ShowsSources = content.Ledger.Count > 0 && !story.HidesSources && !newsroom.HidesSources,
                    Clock = newsroom.Local,
                };
                var section = content.SectionId is { } id ? sections.GetValueOrDefault(id) : null;
                return new FeedStory
                {
                    Id = story.Id,
                    Title = Title(story),
                    Language = content.Language,
                    Page = address.Of(path),
                    PublishedAt = story.PublishedAt,
                    UpdatedAt = story.UpdatedAt,
                    Authors =
                    [
                        .. content.Byline.Select(name => new FeedAuthor(
                            name,
                            authors[story.Id].FirstOrDefault(row => row.Name == name).Slug is { } slug
                                ? address.Of(PublicAddress.Encode($"/by/{slug}"))
                                : null
                        )),
                    ],
                    Categories = [.. new[] { section }.OfType<string>().Concat(content.Topics).Distinct()],
                    Summary = content.Deck ?? Opening(content.Text),
                    Html = text.Html(address),
                    Picture = Picture(content.Lead, address),
                    Talk = comments.TryGetValue(story.Id, out var count)
                        ? new FeedTalk(count, $"{address.Of(path)}#comments", address.Of(path + ShowCommentsFeed.Below))
                        : null,
                };
            }),
        ];
    }

    /// <summary>The headline, and of a retracted story that it is one.</summary>
    public static string Title(ShownStory story) =>
        story.IsRetracted
            ? FeedText.Words(story.Content.Language).With("Title.Retraction", story.Content.Headline)
            : story.Content.Headline;

    public static FeedPicture? Picture(LeadPicture? lead, PublicAddress address)
    {
        if (lead?.Sha256 is not { } sha256)
            return null;
        var (x, y) = (lead.FocusX ?? PictureFocus.Middle, lead.FocusY ?? PictureFocus.Middle);
        var card = RenditionSizes.Card(sha256, lead.Width, lead.Height, x, y);
        return new FeedPicture(address.Of(card.Address), "image/jpeg", card.Width, card.Height, lead.Alt, lead.Credit);
    }

    private static async Task<ILookup<Guid, FeedNotice>> Notices(OnRecordDb db, List<Guid> stories)
    {
        var rows = await db.Set<StoryVersion>()
            .Where(row =>
                stories.Contains(row.StoryId)
                && row.Kind >= VersionKind.Clarification
                && row.Kind <= VersionKind.Retraction
                && row.ErasedAt == null
            )
            .OrderByDescending(row => row.Number)
            .Select(row => new
            {
                row.StoryId,
                row.Kind,
                row.At,
                row.Note,
                row.Wrong,
                row.Right,
            })
            .ToListAsync();
        return rows.ToLookup(
            row => row.StoryId,
            row => new FeedNotice(row.Kind, row.At, row.Note, row.Wrong, row.Right)
        );
    }

    private static async Task<ILookup<Guid, (string Name, string Slug)>> Authors(OnRecordDb db, List<Guid> stories)
    {
        var rows = await db.Set<StoryByline>()
            .Where(row => stories.Contains(row.StoryId))
            .Join(
                db.Set<Person>(),
                row => row.PersonId,
                person => person.Id,
                (row, person) =>
                    new
                    {
                        row.StoryId,
                        person.Name,
                        person.Slug,
                    }
            )
            .ToListAsync();
        return rows.ToLookup(row => row.StoryId, row => (row.Name, row.Slug));
    }

    private static string? Opening(StoryDocument text)
    {
        var words = PlainText.Of(text.Blocks.OfType<Paragraph>().Take(1));
        if (words.Length <= LongestSummary)
            return words.Length == 0 ? null : words;
        var end = words.LastIndexOf(' ', LongestSummary);
        return $"{words[..(end > 0 ? end : LongestSummary)]}…";
    }
}
