using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Search;

/// <summary>Fills the index with all that readers have: of stories from before it was, and where words are read otherwise than they were.</summary>
internal static class FillSearch
{
    private const int Batch = 2_000;

    private static readonly string[] Tables = ["SearchState", "SearchVocabulary", "SearchStories"];

    /// <summary>Where it is not filled as this version reads words.</summary>
    public static async Task Run(OnRecordDb db, ISearchIndex index, CancellationToken stop = default)
    {
        await using var command = await db.Command("""SELECT "Reading" FROM "SearchState" """, stop);
        if (await command.Read(row => row.GetInt32(0), stop) is not [StoryWords.Reading])
            await Again(db, index, _ => { }, stop);
    }

    /// <summary>Empties it and fills it.</summary>
    /// <param name="tell">Is told how many stories are in.</param>
    public static async Task Again(OnRecordDb db, ISearchIndex index, Action<int> tell, CancellationToken stop)
    {
        await db.Transact(
            async () =>
            {
                foreach (var table in Tables)
                    await db.Execute($"""DELETE FROM "{table}" """, stop);
                // Row by row FTS5 would only mark them as deleted.
                if (db.Database.IsSqlite())
                    await db.Execute("""INSERT INTO "SearchWords" ("SearchWords") VALUES ('delete-all')""", stop);
            },
            stop
        );
        if (await Next(db, Guid.Empty, stop) is { Count: > 0 } first)
        {
            await index.Open(db, stop);
            await All(db, index, first, tell, stop);
            await index.Settle(db, stop);
        }
        await db.Transact(
            () =>
                db.Execute(
                    """INSERT INTO "SearchState" ("Reading") VALUES (@reading)""",
                    stop,
                    ("@reading", StoryWords.Reading)
                ),
            stop
        );
    }

    // While some are written, the words of the next are read.
    private static async Task All(
        OnRecordDb db,
        ISearchIndex index,
        List<StoryToIndex> stories,
        Action<int> tell,
        CancellationToken stop
    )
    {
        var all = 0;
        var words = Words(stories);
        while (stories.Count > 0)
        {
            var next = await Next(db, stories[^1].Id, stop);
            var read = await words;
            words = Words(next);
            await db.Transact(() => IndexStories.Add(db, index, read, stop), stop);
            tell(all += stories.Count);
            stories = next;
        }

        Task<ReadStoryWords> Words(List<StoryToIndex> some) => Task.Run(() => IndexStories.Read(some), stop);
    }

    private static async Task<List<StoryToIndex>> Next(OnRecordDb db, Guid after, CancellationToken stop)
    {
        var rows = await db.Set<Story>()
            .Where(story => story.LiveVersionId != null && story.TakenDownAt == null && story.Id.CompareTo(after) > 0)
            .OrderBy(story => story.Id)
            .Take(Batch)
            .Join(
                db.Set<StoryVersion>(),
                story => story.LiveVersionId,
                version => version.Id,
                (story, version) =>
                    new
                    {
                        story.Id,
                        story.PublishedAt,
                        story.LiveSectionId,
                        version.Content,
                    }
            )
            .OrderBy(row => row.Id)
            .AsNoTracking()
            .ToListAsync(stop);
        return
        [
            .. rows.Select(row => new StoryToIndex(row.Id, row.PublishedAt!.Value, row.LiveSectionId, row.Content)),
        ];
    }
}
