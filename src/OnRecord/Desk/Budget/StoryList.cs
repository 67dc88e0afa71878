using Microsoft.EntityFrameworkCore;
using OnRecord.Media;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Budget;

/// <summary>The stories of a query, a page at a time, by keyset: the thousandth page costs what the first does.</summary>
internal static class StoryList
{
    public static async Task<List<StoryRow>> Of(
        OnRecordDb db,
        BudgetQuery query,
        Guid me,
        Newsroom newsroom,
        DateTimeOffset now,
        int count
    )
    {
        var stories = Page(Narrow(db, query, me, newsroom, now), query);
        return await stories
            .Take(count)
            .Select(story => new StoryRow
            {
                Id = story.Id,
                Headline = story.Draft.Headline,
                Language = story.Draft.Language,
                State = story.State,
                SectionId = story.SectionId,
                DueAt = story.DueAt,
                ScheduledAt = story.ScheduledAt,
                ChangedAt = story.ChangedAt,
                IsPublished = story.LiveVersionId != null,
            })
            .AsNoTracking()
            .ToListAsync();
    }

    private static IQueryable<Story> Narrow(
        OnRecordDb db,
        BudgetQuery query,
        Guid me,
        Newsroom newsroom,
        DateTimeOffset now
    )
    {
        var stories = db.Set<Story>().AsQueryable();
        if (query.State == "motion")
            stories = stories.Where(story => story.IsInMotion);
        else if (Enum.TryParse<StoryState>(query.State, out var state))
            stories = stories.Where(story => story.State == state);
        if (query.Section is { } section)
            stories = stories.Where(story => story.SectionId == section);
        stories = Whose(db, stories, query.Who, me);
        stories = DueBy(stories, query.Due, newsroom, now);
        return Found(db, stories, SearchFold.Words(query.Words));
    }

    // The narrow index of words is read whole, once, whatever the number of words.
    private static IQueryable<Story> Found(OnRecordDb db, IQueryable<Story> stories, string[] words)
    {
        if (words.Length == 0)
            return stories;
        var found = db.Set<Story>().AsQueryable();
        foreach (var word in words)
            found = found.Where(story => story.Search.Contains(word));
        return stories.Where(story => found.Select(other => other.Id).Contains(story.Id));
    }

    private static IQueryable<Story> Whose(OnRecordDb db, IQueryable<Story> stories, string who, Guid me)
    {
        if (who == "nobody")
            return stories.Where(story => !db.Set<StoryAssignment>().Any(row => row.StoryId == story.Id));
        var id =
            who == "me" ? me
            : Guid.TryParse(who, out var named) ? named
            : default(Guid?);
        return id is { } staff
            ? stories.Where(story =>
                db.Set<StoryAssignment>().Any(row => row.StoryId == story.Id && row.StaffId == staff)
            )
            : stories;
    }

    private static IQueryable<Story> DueBy(IQueryable<Story> stories, string due, Newsroom newsroom, DateTimeOffset now)
    {
        var today = newsroom.Local(now).Date;
        DateTimeOffset Midnight(int days) =>
            newsroom.Instant($"{today.AddDays(days):yyyy-MM-dd}T00:00") ?? now.AddDays(days);
        var (begin, tomorrow, week) = (Midnight(0), Midnight(1), Midnight(7));
        return due switch
        {
            "late" => stories.Where(story => story.DueAt < now),
            "today" => stories.Where(story => story.DueAt >= begin && story.DueAt < tomorrow),
            "week" => stories.Where(story => story.DueAt >= begin && story.DueAt < week),
            _ => stories,
        };
    }

    private static IQueryable<Story> Page(IQueryable<Story> stories, BudgetQuery query)
    {
        if (query.Sort == "due")
        {
            stories = stories.Where(story => story.DueAt != null);
            if (query.After is { At: var due, Id: var behind })
                stories = stories.Where(story => story.DueAt > due || (story.DueAt == due && story.Id > behind));
            return stories.OrderBy(story => story.DueAt).ThenBy(story => story.Id);
        }
        if (query.After is { At: var at, Id: var id })
            stories = stories.Where(story => story.ChangedAt < at || (story.ChangedAt == at && story.Id < id));
        return stories.OrderByDescending(story => story.ChangedAt).ThenByDescending(story => story.Id);
    }
}

/// <summary>A story as it stands in the list.</summary>
internal sealed record StoryRow
{
    public required Guid Id { get; init; }
    public required string Headline { get; init; }
    public required string Language { get; init; }
    public required StoryState State { get; init; }
    public Guid? SectionId { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public DateTimeOffset? ScheduledAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required bool IsPublished { get; init; }

    public BudgetPlace Place(string sort) => new(sort == "due" ? DueAt ?? ChangedAt : ChangedAt, Id);
}
