using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments.Reading;

/// <summary>How many comments readers see below each of some stories. A page that says it hangs on <see cref="CommentTags.Counts"/>.</summary>
internal static class CountComments
{
    /// <returns>Without those that have none.</returns>
    public static async Task<IReadOnlyDictionary<Guid, int>> Of(OnRecordDb db, IReadOnlyCollection<Guid> stories) =>
        stories.Count == 0
            ? new Dictionary<Guid, int>()
            : await db.Set<StoryTalk>()
                .Where(row => stories.Contains(row.StoryId) && row.Count > 0)
                .Select(row => new { row.StoryId, row.Count })
                .ToDictionaryAsync(row => row.StoryId, row => row.Count);
}
