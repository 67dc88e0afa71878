using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Posting;
using OnRecord.Comments.Reading;
using OnRecord.Front.StoryPages;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Front.Comments;

/// <summary>Comments apart from their story: further pages of them, a thread, a reply to be written.</summary>
internal sealed class ShowTalk(
    OnRecordDb db,
    Shell shell,
    FindTalk talk,
    TalkViews views,
    PublicAddress address,
    PageRenderer pages,
    PageTags tags
)
{
    public async Task<IResult> Page(string path, string? order, string? after)
    {
        if (await TalkStory.At(path, db, talk) is not { } story)
            return await ShowStory.Moved(path, db, address, TalkViews.Below, tags);
        var shown = await views.Page(story.Facts, path, TalkViews.OrderOf(order), CommentPlace.Read(after));
        return await Page(story, shown, shown.Words["Heading"], path + TalkViews.Below, isWhole: true);
    }

    /// <summary>A comment at its own address, with the thread it stands in.</summary>
    public async Task<IResult> Thread(Guid id, Guid? from)
    {
        if (await Found(id) is not var (comment, story))
            return Results.NotFound();
        var top = comment.ParentId is null
            ? comment
            : await db.Set<ReaderComment>().AsNoTracking().SingleAsync(row => row.Id == comment.ThreadId);
        // What stands too far down its thread to be on the first page is where its page begins.
        var first =
            from ?? (comment.ParentId is not null && top.Replies > FindComments.RepliesOnPage ? comment.Id : null);
        var page = await FindComments.Thread(db, top, first);
        var newsroom = await shell.Parts.Newsroom();
        var around = await views.Around(story.Facts, story.Path);
        var shown = around with
        {
            Comments = [.. page.Rows.Select(row => TalkViews.View(row, newsroom, page.Rows, id))],
            Next = page.Next is { } next ? $"/comments/{top.Id}?from={next.Id}" : null,
        };
        return await Page(story, shown, shown.Words["ThreadHeading"], $"/comments/{id}");
    }

    /// <summary>The form for a reply, with what is replied to.</summary>
    public async Task<IResult> Reply(Guid id)
    {
        if (await Found(id) is not var (comment, story) || !comment.IsShown)
            return Results.NotFound();
        var form = CommentForm.Empty with { ReplyTo = id };
        var shown = await Replying(story, form, comment);
        return await Page(story, shown, shown.Words.With("WriteReply", comment.Name), null, showsForm: true);
    }

    /// <summary>What was sent and not taken, with why; nothing that was typed is lost.</summary>
    public async Task<IResult> Again(
        TalkStory story,
        CommentForm form,
        IReadOnlyList<Platform.Problem> problems,
        int status
    )
    {
        var parent = form.ReplyTo is { } id
            ? await db.Set<ReaderComment>()
                .AsNoTracking()
                .FirstOrDefaultAsync(row => row.Id == id && row.StoryId == story.Facts.StoryId)
            : null;
        if (parent is not { IsShown: true })
            form = form with { ReplyTo = null };
        var shown = await Replying(story, form, parent is { IsShown: true } ? parent : null, problems);
        var heading = parent is { IsShown: true }
            ? shown.Words.With("WriteReply", parent.Name)
            : shown.Words["WriteOne"];
        return await Page(story, shown, heading, null, showsForm: true, status: status);
    }

    private async Task<TalkView> Replying(
        TalkStory story,
        CommentForm form,
        ReaderComment? parent,
        IReadOnlyList<Platform.Problem>? problems = null
    )
    {
        var around = await views.Around(story.Facts, story.Path);
        var newsroom = await shell.Parts.Newsroom();
        return around with
        {
            Comments = parent is null ? [] : [TalkViews.View(parent, newsroom, [], parent.Id) with { Depth = 0 }],
            Form = around.Form is null
                ? null
                : await views.Form(story.Facts, story.Path, form, problems ?? [], parent?.Name),
        };
    }

    private async Task<IResult> Page(
        TalkStory story,
        TalkView shown,
        string heading,
        string? canonical,
        bool isWhole = false,
        bool showsForm = false,
        int status = StatusCodes.Status200OK
    )
    {
        tags.Add(StoryTags.Story(story.Facts.StoryId));
        var (around, _) = await shell.Around($"{heading}: {story.Headline}", story.Facts.Language, canonical);
        return await pages.Page<TalkPage>(
            new TalkPageView
            {
                Shell = around with { Feeds = [TalkViews.Feed(shown, story.Headline), .. around.Feeds] },
                Headline = story.Headline,
                Heading = heading,
                Talk = shown,
                IsWhole = isWhole,
                ShowsForm = showsForm,
            },
            status
        );
    }

    // One that is gone keeps its address while others' replies to it are shown.
    private async Task<(ReaderComment Comment, TalkStory Story)?> Found(Guid id)
    {
        var comment = await db.Set<ReaderComment>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id);
        if (comment is null || await TalkStory.Of(comment.StoryId, db, talk) is not { } story)
            return null;
        tags.Add(CommentTags.Of(comment.StoryId));
        return comment.IsShown || comment.Replies > 0 ? (comment, story) : null;
    }
}

/// <summary>A story as its comments need it.</summary>
internal sealed record TalkStory(TalkFacts Facts, string Path, string Headline)
{
    public static async Task<TalkStory?> At(string path, OnRecordDb db, FindTalk talk) =>
        await talk.At(path) is { } facts ? new TalkStory(facts, path, await HeadlineOf(facts.StoryId, db)) : null;

    /// <returns>Null where readers do not have it.</returns>
    public static async Task<TalkStory?> Of(Guid story, OnRecordDb db, FindTalk talk) =>
        await db.Set<Story>()
            .Where(row => row.Id == story && row.LiveVersionId != null && row.TakenDownAt == null)
            .Select(row => row.Path)
            .FirstOrDefaultAsync()
            is { } path
            ? await At(path, db, talk)
            : null;

    /// <summary>The story that once was at a path: what somebody typed into its form is not lost by a redirect.</summary>
    public static async Task<TalkStory?> OnceAt(string path, OnRecordDb db, FindTalk talk) =>
        await db.Set<StoryAddress>().FirstOrDefaultAsync(row => row.Path == path) is { } known
            ? await Of(known.StoryId, db, talk)
            : null;

    private static Task<string> HeadlineOf(Guid story, OnRecordDb db) =>
        db.Set<Story>()
            .Where(row => row.Id == story)
            .Join(
                db.Set<StoryVersion>(),
                row => row.LiveVersionId,
                version => version.Id,
                (_, version) => version.Content.Headline
            )
            .FirstAsync();
}
