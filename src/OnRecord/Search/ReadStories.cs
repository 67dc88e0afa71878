using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Search;

/// <summary>A story that was found, as readers see it now.</summary>
internal sealed record FoundStory(
    long Place,
    string Path,
    DateTimeOffset PublishedAt,
    bool IsRetracted,
    Guid? SectionId,
    StoryContent Content
)
{
    /// <summary>How the story itself writes a folded word.</summary>
    public string? Spelling(string folded)
    {
        List<string> texts = [Content.Headline, Content.Deck ?? "", .. Content.Byline, SearchedText.Of(Content)];
        foreach (var text in texts)
        {
            string? written = null;
            TextWords.Each(
                text,
                (start, end, word, _) => written ??= word.SequenceEqual(folded) ? text[start..end] : null
            );
            if (written is not null)
                return written;
        }
        return null;
    }
}

/// <summary>Reads what was found. Whatever the index says, a story that readers do not have is not among it.</summary>
internal static class ReadStories
{
    /// <returns>In the order of the places.</returns>
    public static async Task<List<FoundStory>> At(OnRecordDb db, IReadOnlyList<long> places, CancellationToken stop)
    {
        if (places.Count == 0)
            return [];
        var numbers = string.Join(", ", places.Select(place => place.ToString(CultureInfo.InvariantCulture)));
        await using var command = await db.Command(
            $"""SELECT "Id", "StoryId" FROM "SearchStories" WHERE "Id" IN ({numbers})""",
            stop
        );
        var ids = (await command.Read(row => (Place: row.GetInt64(0), Story: row.GetGuid(1)), stop)).ToDictionary(
            row => row.Story,
            row => row.Place
        );
        var asked = ids.Keys.ToList();
        var rows = await db.Set<Story>()
            .Where(story => asked.Contains(story.Id) && story.LiveVersionId != null && story.TakenDownAt == null)
            .Join(
                db.Set<StoryVersion>(),
                story => story.LiveVersionId,
                version => version.Id,
                (story, version) =>
                    new
                    {
                        story.Id,
                        story.Path,
                        story.PublishedAt,
                        story.RetractedAt,
                        story.LiveSectionId,
                        version.Content,
                    }
            )
            .AsNoTracking()
            .ToListAsync(stop);
        var found = rows.ToDictionary(
            row => ids[row.Id],
            row => new FoundStory(
                ids[row.Id],
                row.Path!,
                row.PublishedAt!.Value,
                row.RetractedAt is not null,
                row.LiveSectionId,
                row.Content
            )
        );
        return [.. places.Where(found.ContainsKey).Select(place => found[place])];
    }
}
