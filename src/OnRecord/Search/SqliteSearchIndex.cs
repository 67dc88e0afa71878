using OnRecord.Platform.Storage;

namespace OnRecord.Search;

/// <summary>FTS5, a table without content, the row's number the story's. Its own ranking counts every match first, and is not asked.</summary>
internal sealed class SqliteSearchIndex : ISearchIndex
{
    public async Task<List<long>> Newest(OnRecordDb db, Wanted wanted, int most, CancellationToken stop)
    {
        await using var command = await db.Command(
            """
            SELECT rowid FROM "SearchWords" WHERE "SearchWords" MATCH @match AND rowid >= @from AND rowid < @until
            ORDER BY rowid DESC LIMIT @most
            """,
            stop,
            ("@match", Match(wanted)),
            ("@from", wanted.From),
            ("@until", wanted.Until),
            ("@most", most)
        );
        return await command.Read(row => row.GetInt64(0), stop);
    }

    public async Task Put(OnRecordDb db, IReadOnlyList<IndexedStory> stories, CancellationToken stop)
    {
        await using var place = await db.Command(
            """INSERT OR IGNORE INTO "SearchStories" ("Id", "StoryId") VALUES (@id, @story)""",
            stop
        );
        await using var words = await db.Command(
            """INSERT INTO "SearchWords" (rowid, words) VALUES (@id, @words)""",
            stop
        );
        foreach (var story in stories)
        {
            words.Set("@id", await Number(place, story, stop));
            words.Set("@words", story.Tokens());
            await words.ExecuteNonQueryAsync(stop);
        }
    }

    public async Task<bool> Remove(OnRecordDb db, Guid story, CancellationToken stop)
    {
        var known = Key(story);
        await db.Execute(
            """DELETE FROM "SearchWords" WHERE rowid = (SELECT "Id" FROM "SearchStories" WHERE "StoryId" = @story)""",
            stop,
            ("@story", known)
        );
        return await db.Execute("""DELETE FROM "SearchStories" WHERE "StoryId" = @story""", stop, ("@story", known))
            > 0;
    }

    public async Task Count(OnRecordDb db, IReadOnlyDictionary<string, int> more, CancellationToken stop)
    {
        await using var command = await db.Command(
            """
            INSERT INTO "SearchVocabulary" ("Word", "Mirror", "Length", "Stories") VALUES (@word, @mirror, @length, @more)
            ON CONFLICT ("Word") DO UPDATE SET "Stories" = "Stories" + excluded."Stories"
            """,
            stop
        );
        var (word, mirror, length, count) = (
            command.Add("@word"),
            command.Add("@mirror"),
            command.Add("@length"),
            command.Add("@more")
        );
        // In the order of the table, the pages that are written lie side by side.
        foreach (var row in more.OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            (word.Value, count.Value) = (row.Key, row.Value);
            (mirror.Value, length.Value) = (Vocabulary.Mirror(row.Key), Vocabulary.Length(row.Key));
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    public Task Settle(OnRecordDb db, CancellationToken stop) =>
        db.Execute("""INSERT INTO "SearchWords" ("SearchWords") VALUES ('optimize')""", stop);

    private static async Task<long> Number(
        System.Data.Common.DbCommand place,
        IndexedStory story,
        CancellationToken stop
    )
    {
        place.Set("@story", Key(story.Id));
        for (var tries = 0; tries < 64; tries++)
        {
            var number = SearchPlace.Try(story.At, story.Id, tries);
            place.Set("@id", number);
            if (await place.ExecuteNonQueryAsync(stop) == 1)
                return number;
        }
        throw new InvalidOperationException($"Story {story.Id} is in the index already, or too many share its second.");
    }

    // As EF Core writes it.
    private static string Key(Guid story) => story.ToString().ToUpperInvariant();

    private static string Match(Wanted wanted) =>
        string.Join(" AND ", wanted.Groups.Select(group => $"({string.Join(" OR ", group.Select(Quoted))})"));

    private static string Quoted(string word) => $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
