using System.Resources;
using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.People;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Ledger;

namespace OnRecord.Imports;

/// <summary>Makes a read page into a story, or into a new version of the one it was before. Wholly or not at all.</summary>
internal sealed class ImportPage(OnRecordDb db, ImportPictures pictures, TimeProvider clock)
{
    private static readonly ResourceManager Notes = new("OnRecord.Imports.ImportWords", typeof(ImportPage).Assembly);

    /// <returns>The story, what was done (<c>created</c>, <c>unchanged</c>, <c>updated</c>), and what a person should know.</returns>
    public async Task<ImportedPage> Take(ReadStory read, PageSource page, ImportChoices choices, CancellationToken stop)
    {
        var identity = read.Identity();
        var known = await db.ImportedStories.FirstOrDefaultAsync(row => row.Identity == identity, stop);
        var story = known is null
            ? null
            : await db.Stories.Include(row => row.Versions).FirstAsync(row => row.Id == known.StoryId, stop);
        var plan = Plan(read, known, story, choices);
        if (plan is Status.Unchanged or Status.Edited)
            return Done(plan, story, page, []);
        if (choices.DryRun)
            return Done(plan, story, page, [.. Warnings(read, choices, page)]);
        // Pictures come over the network; no writer waits for that.
        var content = story is null || plan == Status.Updated ? await Content(read, page, stop) : null;
        await db.Transact(() => Save(read, known, content, choices), stop);
        return Done(plan, db.Stories.Local.Single(), page, [.. pictures.Problems, .. Warnings(read, choices, page)]);
    }

    private static Status Plan(ReadStory read, ImportedStory? known, Story? story, ImportChoices choices)
    {
        if (known is null || story is null)
            return Status.Created;
        if (known.ContentHash != read.ContentHash())
            return IsOurs(story) && story.Draft.Fingerprint() == known.DraftFingerprint
                ? Status.Updated
                : Status.Edited;
        return
            choices.Publish
            && IsOurs(story)
            && (story.HasNews || (choices.Sources && !story.ShowsProposals))
            && story.Draft.Fingerprint() == known.DraftFingerprint
            ? Status.Published
            : Status.Unchanged;
    }

    // What the desk has in hand, retracted or taken down, no page brings back before readers.
    private static bool IsOurs(Story story) =>
        story is { State: StoryState.Writing or StoryState.Published, RetractedAt: null, TakenDownAt: null };

    private async Task<StoryContent> Content(ReadStory read, PageSource page, CancellationToken stop) =>
        new()
        {
            Headline = read.Headline,
            Deck = read.Deck,
            Language = read.Language,
            Byline = read.Byline.ToValueList(),
            Lead = await pictures.Lead(read, page, stop),
            Text = await pictures.InText(read.Text, page, stop),
        };

    private async Task Save(ReadStory read, ImportedStory? known, StoryContent? content, ImportChoices choices)
    {
        var now = clock.GetUtcNow();
        foreach (var name in read.Byline)
            await FindOrAddPerson.Named(db, name);
        var section = read.Section is null ? null : await Section.Named(db, read.Section);
        var story = db.Stories.Local.SingleOrDefault() ?? Begin(content!, now);
        story.ShowsProposals |= choices is { Publish: true, Sources: true };
        if (content is not null)
            story.Save(await Proposed(story, content with { SectionId = section?.Id }, now), by: null, now);
        story.Draft = story.Draft with { Ledger = await StoryLedger.Lines(db, story) };
        await PicturesOfStory.InDraft(db, story.Id, story.Draft);
        if (known is null)
            db.ImportedStories.Add(known = Tie(read, story, now));
        (known.ContentHash, known.DraftFingerprint, known.ImportedAt) = (
            read.ContentHash(),
            story.Draft.Fingerprint(),
            now
        );
        if (choices.Publish)
            await Publish(story, read, now);
    }

    // What nobody has decided is proposed anew from the new words.
    private async Task<StoryContent> Proposed(Story story, StoryContent content, DateTimeOffset now)
    {
        var proposed = await ProposeSources.Into(db, story.Id, content.Text, content.Language, null, now);
        return content with { Text = ProposeSources.Mark(content.Text, proposed) };
    }

    private async Task Publish(Story story, ReadStory read, DateTimeOffset now)
    {
        if (!story.IsPublished)
            await PublishStory.Into(
                db,
                story,
                now,
                IsToCome(read.PublishedAt, now) ? null : read.PublishedAt,
                IsToCome(read.UpdatedAt, now) ? null : read.UpdatedAt
            );
        else if (
            story.HasNews
            && story.Update(Note(story.Draft.Language), now, Changed(read, story, now)).Value is { } version
        )
            await ShowVersion.Into(db, story, version);
    }

    // A page that dates itself into the future is mistaken, and would lead the front until then.
    private static bool IsToCome(DateTimeOffset? date, DateTimeOffset now) => date > now.AddDays(1);

    // An update is not older than what it updates; then the page's own date is not the change's.
    private static DateTimeOffset? Changed(ReadStory read, Story story, DateTimeOffset now) =>
        read.UpdatedAt > story.PublishedAt && !IsToCome(read.UpdatedAt, now) ? read.UpdatedAt : null;

    // A note stands in the story, so it is in the story's language.
    private static string Note(string language) => new Words(Notes, language)["TakenOver"];

    private Story Begin(StoryContent content, DateTimeOffset now)
    {
        var story = new Story
        {
            Id = Guid.CreateVersion7(),
            CreatedAt = now,
            Draft = content,
        };
        db.Stories.Add(story);
        return story;
    }

    private static ImportedStory Tie(ReadStory read, Story story, DateTimeOffset now) =>
        new()
        {
            Identity = read.Identity(),
            StoryId = story.Id,
            ContentHash = "",
            DraftFingerprint = "",
            ImportedAt = now,
        };

    private IEnumerable<ImportProblem> Warnings(ReadStory read, ImportChoices choices, PageSource page)
    {
        if (!choices.Publish)
            yield break;
        if (read.Byline.Count == 0)
            yield return ImportProblem.Warning(page.Name, "Published without a byline: the page has none.");
        if (read.PublishedAt is null)
            yield return ImportProblem.Warning(
                page.Name,
                "Published under the time of import: the page has no date with a year."
            );
        if (IsToCome(read.PublishedAt, clock.GetUtcNow()))
            yield return ImportProblem.Warning(
                page.Name,
                "Published under the time of import: the page's date is still to come."
            );
        if (read.Lead is { Alt.Length: 0 })
            yield return ImportProblem.Warning(page.Name, "The picture has no alt text for those who do not see it.");
        if (read.Section is null)
            yield return ImportProblem.Warning(page.Name, "Published without a section: the page names none.");
    }

    private static ImportedPage Done(
        Status plan,
        Story? story,
        PageSource page,
        IReadOnlyList<ImportProblem> problems
    ) =>
        plan switch
        {
            Status.Created => new(story, "created", problems),
            Status.Updated or Status.Published => new(story, "updated", problems),
            Status.Edited => new(
                story,
                "unchanged",
                [
                    new ImportProblem(
                        page.Name,
                        $"“{story!.Draft.Headline}” was edited at the desk since it was imported, so the page's changes were not taken over."
                    ),
                ]
            ),
            _ => new(story, "unchanged", problems),
        };

    private enum Status
    {
        Unchanged,
        Created,
        Updated,
        Published,
        Edited,
    }
}

/// <summary>What the person who imports asked for.</summary>
internal sealed record ImportChoices(bool Publish, bool DryRun, bool Sources = false);

internal sealed record ImportedPage(Story? Story, string Status, IReadOnlyList<ImportProblem> Problems);
