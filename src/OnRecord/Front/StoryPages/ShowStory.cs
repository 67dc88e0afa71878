using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.Front.Comments;
using OnRecord.Front.Margin;
using OnRecord.Front.Record;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Front.StoryPages;

/// <summary>A story's page, or the way to where it has moved.</summary>
internal static class ShowStory
{
    /// <summary>Newer stories than those it leads on to come without anything of the page changing.</summary>
    private static readonly TimeSpan OnwardFresh = TimeSpan.FromMinutes(5);

    private static readonly Dictionary<string, SourceNoteView> Nothing = [];

    private static readonly PreparedQuery<string, FoundStory> AtPath = new(
        (db, path) =>
            db.Set<Story>()
                .Where(row => row.Path == path && row.LiveVersionId != null)
                .Join(
                    db.Set<StoryVersion>(),
                    story => story.LiveVersionId,
                    version => version.Id,
                    (story, version) =>
                        new FoundStory(
                            // As ShownStory.Columns, which a join cannot take in.
                            new ShownStory
                            {
                                Id = story.Id,
                                Path = story.Path,
                                LiveVersionId = story.LiveVersionId,
                                LiveSectionId = story.LiveSectionId,
                                ChangedAt = story.ChangedAt,
                                PublishedAt = story.PublishedAt,
                                UpdatedAt = story.UpdatedAt,
                                RetractedAt = story.RetractedAt,
                                TakenDownAt = story.TakenDownAt,
                                HidesSources = story.HidesSources,
                                PictureTones = story.PictureTones,
                            },
                            version.Content,
                            version.Number
                        )
                )
                .AsNoTracking()
    );

    public static async Task<IResult> Get(
        string year,
        string month,
        string slug,
        HttpResponse response,
        OnRecordDb db,
        Shell shell,
        PublicAddress address,
        PageRenderer pages,
        PageTags tags,
        TalkViews talk
    )
    {
        var path = $"/{year}/{month}/{slug}";
        if (await Find(path, db, shell, address, tags, talk) is not { } story)
            return await Moved(path, db, address, tags: tags);
        if (tags.FreshFor is not { } closing || closing > OnwardFresh)
            tags.FreshFor = OnwardFresh;
        foreach (var line in story.Onward)
            tags.Add(StoryTags.Story(line.Id));
        Memento.Original(response, story.Address);
        return await pages.Page<StoryPage>(story, story.IsGone ? StatusCodes.Status410Gone : StatusCodes.Status200OK);
    }

    /// <param name="talk">What makes the comments below it; null where they are not shown.</param>
    /// <returns>The published story at a path; null where there is none now.</returns>
    public static async Task<StoryView?> Find(
        string path,
        OnRecordDb db,
        Shell shell,
        PublicAddress address,
        PageTags tags,
        TalkViews? talk = null
    )
    {
        var found = await AtPath.First(db, path);
        if (found is null)
            return null;
        tags.Add(StoryTags.Site);
        tags.Add(StoryTags.Story(found.Story.Id));
        var view = await View(found.Story, found.Content, db, shell, address, isLive: true);
        var below =
            talk is null || view.IsGone
                ? null
                : await talk.Of(
                    found.Story.Id,
                    path,
                    found.Content.Language,
                    found.Story.LiveSectionId,
                    found.Story.PublishedAt
                );
        return view with
        {
            Record = RecordLinks.Of(path, found.Story.Id, found.Number),
            Talk = below,
            Shell = below is null
                ? view.Shell
                : view.Shell with
                {
                    Feeds = [TalkViews.Feed(below, view.Headline), .. view.Shell.Feeds],
                },
        };
    }

    /// <summary>Leads to where the story is now that once was at a path.</summary>
    /// <param name="below">What is asked for below the story's own address.</param>
    public static async Task<IResult> Moved(
        string path,
        OnRecordDb db,
        PublicAddress address,
        string below = "",
        PageTags? tags = null
    )
    {
        var now = await db.Set<StoryAddress>()
            .Where(row => row.Path == path)
            .Join(
                db.Set<Story>(),
                row => row.StoryId,
                story => story.Id,
                (_, story) =>
                    new
                    {
                        story.Id,
                        story.Path,
                        story.LiveVersionId,
                    }
            )
            .FirstOrDefaultAsync();
        // A page that is not there yet comes with a publication.
        tags?.Add(now is null ? StoryTags.Front : StoryTags.Story(now.Id));
        return now is { Path: { } current, LiveVersionId: not null }
            ? Results.Redirect(new Uri(address.Root, current + below).AbsolutePath, permanent: true)
            : Results.NotFound();
    }

    /// <summary>The page of a story with this content: of its live version, or of a draft that is looked at before.</summary>
    /// <param name="then">Of an older version: what stood round its text.</param>
    /// <param name="isLive">Whether readers have this content now, so that its topics and names have pages.</param>
    public static async Task<StoryView> View(
        ShownStory story,
        StoryContent content,
        OnRecordDb db,
        Shell shell,
        PublicAddress address,
        AsShown? then = null,
        bool isLive = false
    )
    {
        var section = await shell.Parts.Section(content.SectionId);
        var (around, newsroom) = await shell.Around(content.Headline, content.Language, story.Path);
        var words = around.Words;
        var lead = StoryOpening.Lead(content.Lead, story.PictureTones);
        var margin = await MarginNotes.Of(db, story, content, newsroom, words);
        var (place, minutes) = Fold.Of(content.Text);
        var html = new HtmlOptions
        {
            Pictures = source => StoryPictures.Rendering(source, story.PictureTones),
            TableLabel = words["Table"],
            WatchLabel = host => words.With("WatchOn", host),
            ChartLabel = host => words.With("ChartOn", host),
            DataLabel = words["Data"],
            Passages = Passages(margin?.ById ?? Nothing, around.FurnitureLanguage),
        };
        var (first, rest) = TextPart.Cut(HtmlWriter.Parts(content.Text.Blocks, html), place, margin?.ById ?? Nothing);
        var versions = await Versions(story, db, newsroom);
        var path = story.Path ?? "/";
        var view = new StoryView
        {
            Shell = around,
            Headline = content.Headline,
            Deck = content.Deck,
            Section = section is null ? null : Shell.Link(section) with { Name = then?.Section ?? section.Name },
            Byline = content.Byline,
            BylineLinks = await BylineLinks.Of(
                db,
                story.Id,
                content.Byline,
                isLive ? await shell.Parts.Signers() : null
            ),
            PublishedAt = newsroom.Local(then?.PublishedAt ?? story.PublishedAt ?? story.ChangedAt),
            UpdatedAt = (then is null ? story.UpdatedAt : then.UpdatedAt) is { } updated
                ? newsroom.Local(updated)
                : null,
            Minutes = minutes,
            Lead = lead,
            Text = first,
            Rest = rest,
            Sources = story.TakenDownAt is null ? margin?.Sources : null,
            Address = address.Of(path),
            Topics = await TopicLinks.Of(db, story.Id, content, isLive ? await shell.Parts.Topics() : null),
            Versions = versions,
            Notices = story.TakenDownAt is null ? Notices(versions, story, then) : [],
            IsGone = story.TakenDownAt is not null,
            Onward = await OnwardStories.Of(story, content.Language, shell.Parts),
        };
        return view with
        {
            Shell = around with
            {
                IsStory = true,
                Here = view.Section,
                Description = content.Deck ?? StoryOpening.Words(content.Text),
                Image = lead is null ? null : address.Of(lead.Card.Address),
                JsonLd = view.IsGone ? null : NewsArticle.Of(view, address),
                Embeds =
                    view.IsGone || then is not null
                        ? null
                        : address.Of($"/oembed?url={Uri.EscapeDataString(view.Address)}"),
            },
        };
    }

    private static Func<string, PassageRendering?> Passages(
        IReadOnlyDictionary<string, SourceNoteView> notes,
        string? language
    ) =>
        id =>
            notes.TryGetValue(id, out var note)
                ? new PassageRendering($"said {note.Class}", note.Number, note.Label, language)
                : null;

    private static async Task<IReadOnlyList<VersionLine>> Versions(
        ShownStory story,
        OnRecordDb db,
        Newsroom newsroom
    ) => VersionLines.Of(story, await StoryInRecord.VersionsOf(story.Id, db), newsroom);

    // Of an older version those that readers were shown with it.
    private static IReadOnlyList<VersionLine> Notices(
        IReadOnlyList<VersionLine> versions,
        ShownStory story,
        AsShown? then
    )
    {
        var until = versions.Where(line => then is null || line.Number <= then.Number).ToList();
        var retracted = then is null ? story.RetractedAt is not null : until is [{ Kind: "Kind.Retraction" }, ..];
        return
        [
            .. until.Where(line =>
                !line.IsGone
                && (line.Note.Length > 0 || line.Wrong is not null)
                && (
                    line.Kind is "Kind.Correction" or "Kind.Clarification"
                    || (line.Kind == "Kind.Retraction" && retracted)
                )
            ),
        ];
    }

    private sealed record FoundStory(ShownStory Story, StoryContent Content, int Number);
}
