using Microsoft.EntityFrameworkCore;
using OnRecord.Media;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Desk.Composition;

/// <summary>Makes the page on which the front is put together.</summary>
internal sealed class CompositionDesk(Room room, OnRecordDb db, TimeProvider clock)
{
    private const int MostFound = 12;

    public async Task<CompositionView> View(HttpContext http, WorkingFront working)
    {
        var (around, newsroom) = await room.Around(http, "", "composition.js");
        var words = Room.Words(CompositionRoutes.Strings, around);
        var (plan, now) = (working.Plan, clock.GetUtcNow());
        var arranged = await ArrangeFront.Of(db, plan, null, now);
        var found = await Find(working, arranged);
        var theirs = working.Theirs?.Plan;
        var stories = await Stories([
            .. plan.Placed.Select(one => one.Story),
            .. arranged.All,
            .. found,
            .. theirs?.Placed.Select(one => one.Story) ?? [],
        ]);
        var sections = await db.Set<Section>().AsNoTracking().OrderBy(row => row.Position).ToListAsync();
        var rows = new CompositionRows(newsroom, words, stories, sections, now);
        var blocks = plan.Blocks ?? arranged.Blocks.Select(block => new SectionBlock(block.Section)).ToList();
        var saved = working.Theirs ?? await db.FrontComposition();
        var problems = working.Theirs is null
            ? working.Problems
            : [.. working.Problems, Conflict(words, await Name(saved), newsroom, saved)];
        return new CompositionView
        {
            Around = around with
            {
                Title = words["Front"],
                Done = problems.Count > 0 || working.Done is not null ? null : around.Done,
            },
            Words = words,
            Problems = [.. problems.Select(one => new Problem(one.Field, ProblemWords.In(words.Language, one)))],
            Said = working.Done is var (key, what) ? words.With(key, rows.NameOf(what)) : null,
            Revision = working.Revision,
            Lead = plan.Lead is { } lead ? rows.Slot(lead) : null,
            LeadFill = plan.Lead is null || arranged.Lead != plan.Lead.Story ? rows.Story(arranged.Lead) : null,
            Seconds = [.. plan.Seconds.Select(rows.Slot)],
            SecondFills =
            [
                .. arranged.Seconds.Where(id => !plan.Has(id)).Select(id => rows.Story(id)).OfType<StoryChoice>(),
            ],
            BlocksChosen = plan.Blocks is not null,
            Blocks = [.. blocks.Select(rows.Block).OfType<BlockRow>()],
            Addable =
            [
                .. sections
                    .Where(row => !blocks.Any(block => block.Section == row.Id))
                    .Select(row => new SectionChoice(row.Id, row.Name)),
            ],
            Notice = plan.Notice,
            NoticeUntil = newsroom.Written(plan.NoticeUntil),
            Language = newsroom.Language,
            Sought = working.Sought,
            Found = [.. found.Select(id => rows.Story(id)).OfType<StoryChoice>()],
            Theirs = theirs is null ? null : rows.Theirs(theirs),
            LastSaved = saved.ChangedAt is { } at
                ? words.With("LastSaved", await Name(saved), words.Moment(newsroom.Local(at)))
                : null,
        };
    }

    private static Problem Conflict(Words words, string name, Newsroom newsroom, FrontComposition theirs) =>
        new("theirs", words.With("Conflict", name, words.Moment(newsroom.Local(theirs.ChangedAt!.Value))));

    private async Task<string> Name(FrontComposition front) =>
        await db.Set<StaffMember>()
            .Where(row => row.Id == front.ChangedBy)
            .Select(row => row.Name)
            .FirstOrDefaultAsync()
        ?? "—";

    // Without words, the newest that are not on the front yet.
    private async Task<List<Guid>> Find(WorkingFront working, ArrangedFront arranged)
    {
        var stories = db.Set<Story>().Listed();
        var words = SearchFold.Words(working.Sought);
        if (words.Length == 0)
            return [.. arranged.River.Where(id => !working.Plan.Has(id)).Take(MostFound)];
        // The narrow index of words is read whole, once, whatever the number of words.
        var named = db.Set<Story>().AsQueryable();
        foreach (var word in words)
            named = named.Where(story => story.Search.Contains(word));
        return await stories
            .Where(story => named.Select(other => other.Id).Contains(story.Id))
            .OrderByDescending(story => story.PublishedAt)
            .ThenByDescending(story => story.Id)
            .Take(MostFound)
            .Select(story => story.Id)
            .ToListAsync();
    }

    private async Task<Dictionary<Guid, ShownStory>> Stories(List<Guid> ids) =>
        await db.Set<Story>()
            .Where(story => ids.Contains(story.Id))
            .Join(
                db.Set<StoryVersion>(),
                story => story.LiveVersionId,
                live => live.Id,
                (story, live) =>
                    new ShownStory(
                        story.Id,
                        live.Content.Headline,
                        live.Content.Language,
                        story.LiveSectionId,
                        story.PublishedAt,
                        story.RetractedAt != null,
                        story.TakenDownAt != null
                    )
            )
            .ToDictionaryAsync(story => story.Id);
}

/// <summary>A story as readers have it.</summary>
internal sealed record ShownStory(
    Guid Id,
    string Headline,
    string Language,
    Guid? Section,
    DateTimeOffset? PublishedAt,
    bool IsRetracted,
    bool IsTakenDown
);
