using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Search;

/// <summary>What readers have of a story, to be found by its words.</summary>
internal sealed record StoryToIndex(Guid Id, DateTimeOffset PublishedAt, Guid? SectionId, StoryContent Content);

/// <summary>The words of stories, each story's and how many stories have each.</summary>
internal sealed record ReadStoryWords(IReadOnlyList<IndexedStory> Stories, IReadOnlyDictionary<string, int> Counts);

/// <summary>Puts stories into the index: one when it changes, or many at once.</summary>
internal static class IndexStories
{
    /// <summary>Takes in stories that are not in the index yet. Within the caller's transaction; many at once are quicker than one by one.</summary>
    public static Task Add(
        OnRecordDb db,
        ISearchIndex index,
        IEnumerable<StoryToIndex> stories,
        CancellationToken stop = default
    ) => Add(db, index, Read(stories), stop);

    /// <inheritdoc cref="Add(OnRecordDb, ISearchIndex, IEnumerable{StoryToIndex}, CancellationToken)"/>
    public static async Task Add(
        OnRecordDb db,
        ISearchIndex index,
        ReadStoryWords read,
        CancellationToken stop = default
    )
    {
        if (read.Stories.Count == 0)
            return;
        await index.Put(db, read.Stories, stop);
        await index.Count(db, read.Counts, stop);
    }

    /// <summary>Half of the work, and the half that needs no database: it can be done while others are written.</summary>
    public static ReadStoryWords Read(IEnumerable<StoryToIndex> stories)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<IndexedStory>();
        foreach (var story in stories)
        {
            var words = StoryWords.Of(story.Content);
            rows.Add(IndexedStory.Of(story, words));
            Count(counts, words.Keys, 1);
        }
        return new ReadStoryWords(rows, counts);
    }

    /// <summary>Takes a story out, and in again as it is now.</summary>
    /// <param name="before">What the index had of it.</param>
    /// <param name="now">Null where readers do not have it any more.</param>
    public static Task Change(
        OnRecordDb db,
        ISearchIndex index,
        Guid story,
        StoryContent? before,
        StoryToIndex? now,
        CancellationToken stop
    ) =>
        Within(
            db,
            async () =>
            {
                var counts = new Dictionary<string, int>(StringComparer.Ordinal);
                if (await index.Remove(db, story, stop) && before is not null)
                    Count(counts, StoryWords.Of(before).Keys, -1);
                if (now is not null)
                {
                    var words = StoryWords.Of(now.Content);
                    await index.Put(db, [IndexedStory.Of(now, words)], stop);
                    Count(counts, words.Keys, 1);
                }
                var changed = counts.Where(row => row.Value != 0).ToDictionary(StringComparer.Ordinal);
                if (changed.Count == 0)
                    return;
                await index.Count(db, changed, stop);
                await Vocabulary.Forget(db, changed.Where(row => row.Value < 0).Select(row => row.Key), stop);
            }
        );

    private static void Count(Dictionary<string, int> counts, IEnumerable<string> words, int more)
    {
        foreach (var word in words.Append(Vocabulary.All))
            if (Vocabulary.Holds(word))
                counts[word] = counts.GetValueOrDefault(word) + more;
    }

    // Whoever saves without a transaction gets one for this; hundreds of rows by themselves would each be synced.
    private static async Task Within(OnRecordDb db, Func<Task> work)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            await work();
            return;
        }
        await using var transaction = await db.Database.BeginTransactionAsync();
        await work();
        await transaction.CommitAsync();
    }
}
