using OnRecord.Front.Lists;
using OnRecord.Stories;

namespace OnRecord.Front.StoryPages;

/// <summary>What a story leads on to: the newest of its section, then of all.</summary>
internal static class OnwardStories
{
    private const int Count = 4;

    public static async Task<IReadOnlyList<StoryLine>> Of(ShownStory story, string language, SiteParts parts)
    {
        var near = (await parts.Newest(story.LiveSectionId, language))
            .Where(line => line.Id != story.Id)
            .Take(Count)
            .ToList();
        if (near.Count == Count || story.LiveSectionId is null)
            return near;
        var others = (await parts.Newest(null, language)).Where(line => line.Id != story.Id);
        return [.. near.Concat(others).DistinctBy(line => line.Path).Take(Count)];
    }
}
