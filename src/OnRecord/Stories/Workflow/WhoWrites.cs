using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Workflow;

/// <summary>Whose story it is: those assigned to it, and whoever began it.</summary>
internal static class WhoWrites
{
    public static async Task<bool> Is(OnRecordDb db, Story story, SignedIn who) =>
        story.CreatedBy == who.Id
        || await db.Set<StoryAssignment>().AnyAsync(row => row.StoryId == story.Id && row.StaffId == who.Id);

    public static async Task<List<Guid>> Of(OnRecordDb db, Story story)
    {
        var assigned = await db.Set<StoryAssignment>()
            .Where(row => row.StoryId == story.Id)
            .Select(row => row.StaffId)
            .ToListAsync();
        if (assigned.Count == 0 && story.CreatedBy is { } creator)
            assigned.Add(creator);
        return assigned;
    }
}
