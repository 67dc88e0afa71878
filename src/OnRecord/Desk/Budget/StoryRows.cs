using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;
using OnRecord.Stories.Workflow;

namespace OnRecord.Desk.Budget;

/// <summary>Puts names and words to rows of the list.</summary>
internal static class StoryRows
{
    public static async Task<IReadOnlyList<StoryRowView>> Of(
        OnRecordDb db,
        IReadOnlyList<StoryRow> rows,
        Newsroom newsroom,
        Words words,
        DateTimeOffset now
    )
    {
        var ids = rows.Select(row => row.Id).ToList();
        var names = await Writing.Draft.Names(db);
        var sections = await db.Set<Section>().ToDictionaryAsync(row => row.Id, row => row.Name);
        var writers = (
            await db.Set<StoryAssignment>().Where(row => ids.Contains(row.StoryId)).AsNoTracking().ToListAsync()
        ).ToLookup(row => row.StoryId, row => Writing.Draft.NameOf(names, row.StaffId));
        return
        [
            .. rows.Select(row => new StoryRowView
            {
                Id = row.Id,
                Headline = row.Headline,
                Language = row.Language,
                State = $"State.{row.State}",
                Section = row.SectionId is { } section ? sections.GetValueOrDefault(section, "") : "",
                Writers = string.Join(", ", writers[row.Id].Order(StringComparer.CurrentCulture)),
                Due = (row.ScheduledAt ?? row.DueAt) is { } due
                    ? words.Short(newsroom.Local(due), newsroom.Local(now))
                    : null,
                IsLate = row.DueAt < now && row.State < StoryState.Ready,
                Changed = words.Short(newsroom.Local(row.ChangedAt), newsroom.Local(now)),
                IsLive = row.IsPublished && row.State != StoryState.Published,
            }),
        ];
    }
}
