using OnRecord.Comments;
using OnRecord.Comments.Posting;
using OnRecord.Comments.Reading;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Front.Comments;

/// <summary>Makes what is shown below a story.</summary>
internal sealed class TalkViews(
    OnRecordDb db,
    SiteParts parts,
    FindTalk talk,
    Assets assets,
    PageTags tags,
    TimeProvider clock
)
{
    public const string Below = "/comments";

    /// <summary>The first page below the story itself.</summary>
    public async Task<TalkView> Of(Guid story, string path, string language, Guid? section, DateTimeOffset? publishedAt)
    {
        var facts = await talk.Of(story, language, section, publishedAt);
        return await Page(facts, path, CommentOrder.Newest, null);
    }

    public async Task<TalkView> Page(TalkFacts facts, string path, CommentOrder order, CommentPlace? after)
    {
        var page = facts.Count > 0 ? await FindComments.Of(db, facts.StoryId, order, after) : new CommentPage([], null);
        var view = await Around(facts, path);
        var newsroom = await parts.Newsroom();
        return view with
        {
            Comments = [.. page.Rows.Select(row => View(row, newsroom, page.Rows))],
            Orders = facts.Count > 1 ? Orders(view.Words, view.Story, order) : [],
            Next = page.Next is { } next ? $"{view.Story}{Below}?order={Name(order)}&after={next}" : null,
        };
    }

    /// <summary>What stands round comments: their number, the form.</summary>
    public async Task<TalkView> Around(TalkFacts facts, string path)
    {
        tags.Add(CommentTags.Of(facts.StoryId));
        var now = clock.GetUtcNow();
        if (facts.ClosesAt - now is { } left && left > TimeSpan.Zero && (tags.FreshFor is null || left < tags.FreshFor))
            tags.FreshFor = left;
        var words = CommentStrings.In(facts.Language);
        return new TalkView
        {
            Words = words,
            FurnitureLanguage = facts.Language.Split('-')[0] == words.Language ? null : words.Language,
            Story = PublicAddress.Encode(path),
            Count = facts.Count,
            Form = facts.IsOpen(now) ? await Form(facts, path, CommentForm.Empty, []) : null,
        };
    }

    public async Task<CommentFormView> Form(
        TalkFacts facts,
        string path,
        CommentForm form,
        IReadOnlyList<Problem> problems,
        string? replyName = null
    )
    {
        var words = CommentStrings.In(facts.Language);
        var house = (await talk.House()).Settings;
        return new CommentFormView
        {
            Action = PublicAddress.Encode(path) + Below,
            Script = assets["comment.js"],
            StoryId = facts.StoryId,
            Text = form.Text,
            Name = form.Name,
            Email = form.Email,
            WantsReplies = form.WantsReplies,
            ReplyTo = form.ReplyTo,
            ReplyName = replyName,
            Hints = [.. Hints(facts, house, words)],
            Rules = (await parts.Policies()).FirstOrDefault(line => line.IsForComments)?.Link,
            Problems = problems,
        };
    }

    public static CommentView View(
        ReaderComment row,
        Newsroom newsroom,
        IReadOnlyList<ReaderComment> page,
        Guid? here = null
    ) =>
        new()
        {
            Id = row.Id,
            Name = row.IsShown ? row.Name : "",
            IsStaff = row.StaffId is not null,
            At = newsroom.Local(row.At),
            IsEdited = row.EditedAt is not null,
            Html = row.IsShown ? Html(row.Text) : "",
            Depth = row.Depth,
            Likes = row.IsShown ? row.Likes : 0,
            MoreReplies =
                row.ParentId is null && here is null
                    ? Math.Max(
                        0,
                        row.Replies
                            - page.Count(other => other.ThreadId == row.Id && other.Id != row.Id && other.IsShown)
                    )
                    : 0,
            IsHere = row.Id == here,
        };

    public static FeedLink Feed(TalkView talk, string headline) =>
        new($"{talk.Words["Heading"]}: {headline}", "application/rss+xml", $"{talk.Story}{Below}.xml");

    public static string Html(string text) => CommentHtml.Of(text);

    private static IEnumerable<string> Hints(TalkFacts facts, CommentHouse house, Words words)
    {
        if (facts.Mode == CommentMode.AllHeld)
            yield return words["Held"];
        if (facts.IsSlow)
            yield return words.With(
                "Slow",
                house.SlowSeconds % 60 == 0
                    ? words.Count("Minutes", house.SlowSeconds / 60)
                    : words.Count("Seconds", house.SlowSeconds)
            );
        yield return words[house.ConfirmsEach ? "ConfirmationEach" : "Confirmation"];
    }

    private static IReadOnlyList<OrderLink> Orders(Words words, string story, CommentOrder here) =>
        [
            .. Enum.GetValues<CommentOrder>()
                .Select(order => new OrderLink(
                    words[$"Order.{order}"],
                    $"{story}{Below}?order={Name(order)}",
                    order == here
                )),
        ];

    public static CommentOrder OrderOf(string? name) =>
        Enum.GetValues<CommentOrder>().FirstOrDefault(order => Name(order) == name);

#pragma warning disable CA1308 // An address is written small.
    private static string Name(CommentOrder order) => order.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
