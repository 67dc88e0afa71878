using OnRecord.Documents;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Ledger;

/// <summary>Takes a story's sources away from readers, or shows them again. Where it is published, each is a version: what is shown as the story changes.</summary>
internal static class SwitchSources
{
    /// <summary>Within the caller's transaction.</summary>
    public static async Task Of(OnRecordDb db, Story story, bool shown, Guid by, DateTimeOffset now)
    {
        story.HidesSources = !shown;
        await db.Entry(story).Collection(row => row.Versions).LoadAsync();
        var lines = (await StoryLedger.Lines(db, story)).ToDictionary(line => line.Id);
        var version = story.Reissue(
            content =>
                MarkedPassages
                    .Of(content.Text)
                    .Where(passage => lines.ContainsKey(passage.Key))
                    .Select(passage => lines[passage.Key])
                    .ToValueList(),
            SourceNotes.Switched(story.Draft.Language, shown),
            quiet: false,
            now,
            by
        );
        if (version is not null)
            await ShowVersion.Into(db, story, version);
    }
}
