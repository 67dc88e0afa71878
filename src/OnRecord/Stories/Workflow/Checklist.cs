using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Workflow;

/// <summary>A story while it is looked through.</summary>
/// <param name="Content">What readers would be shown.</param>
/// <param name="Language">In which the findings are told.</param>
internal sealed record CheckedStory(Story Story, StoryContent Content, OnRecordDb Db, string Language);

/// <summary>One thing that is looked for before publication. A feature registers its own.</summary>
internal sealed record StoryCheck(int Order, Func<CheckedStory, Task<IReadOnlyList<Finding>>> Look);

/// <summary>What still stands between a story and its readers.</summary>
internal sealed class Checklist(IEnumerable<StoryCheck> checks)
{
    public async Task<IReadOnlyList<Finding>> Of(Story story, OnRecordDb db, string language)
    {
        var looked = new CheckedStory(story, story.Draft.ForReaders(), db, language);
        var found = new List<Finding>();
        foreach (var check in checks.OrderBy(check => check.Order))
            found.AddRange(await check.Look(looked));
        return found;
    }
}
