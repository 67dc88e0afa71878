using OnRecord.Platform.Storage;

namespace OnRecord.Search;

/// <summary>FTS5, a table without content, the row's number the story's. Its own ranking counts every match first, and is not asked.</summary>
internal sealed class SqliteSearchIndex : ISearchIndex
{
    // In bytes and in kilobytes: SQLite's own, and what a fill of thousands of stories at a time needs so that it writes nothing twice.
    private const int Gathered = 1 << 20;
    private const int GatheredWhileFilling = 1 << 26;
    private const int Cache = 2_000;
    private const int CacheWhileFilling = 1 << 18;

    /// <summary>Pages of the log that are gathered before they go into the file.</summary>
    private const int Log = 4_000;
    private const int LogWhileFilling = 1 << 16;

    /// <summary>Others write in between.</summary>
    private const int PagesAtOnce = 500;

    /// <summary>Milliseconds.</summary>
    private const int WaitForReaders = 5_000;

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
        var numbers = new List<(long Number, string Tokens)>(stories.Count);
        foreach (var story in stories)
            numbers.Add((await Number(place, story, stop), story.Tokens));
        await using var words = await db.Command(
            """INSERT INTO "SearchWords" (rowid, words) VALUES (@id, @words)""",
            stop
        );
        var (id, tokens) = (words.Add("@id"), words.Add("@words"));
        // FTS5 writes out what it has gathered each time that a number is lower than the one before.
        foreach (var row in numbers.OrderBy(row => row.Number))
        {
            (id.Value, tokens.Value) = row;
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

    public async Task Open(OnRecordDb db, CancellationToken stop)
    {
        await db.Transact(() => Configure(db, "hashsize", GatheredWhileFilling, stop), stop);
        await db.Execute($"PRAGMA cache_size = -{CacheWhileFilling}", stop);
        await db.Execute($"PRAGMA wal_autocheckpoint = {LogWhileFilling}", stop);
    }

    public async Task Settle(OnRecordDb db, CancellationToken stop)
    {
        await db.Transact(
            async () =>
            {
                await db.Execute("""INSERT INTO "SearchWords" ("SearchWords") VALUES ('optimize')""", stop);
                await Configure(db, "hashsize", Gathered, stop);
            },
            stop
        );
        await db.Execute($"PRAGMA cache_size = -{Cache}", stop);
        await db.Execute($"PRAGMA wal_autocheckpoint = {Log}", stop);
        // A log keeps its size on disk until it is emptied so.
        await db.Execute("PRAGMA wal_checkpoint(TRUNCATE)", stop);
    }

    // A table without content only marks its rows as deleted: their words go when all that was written is merged. A negative number begins that, whatever sizes the parts have.
    public async Task<bool> Forget(OnRecordDb db, CancellationToken stop)
    {
        for (var pages = -PagesAtOnce; await Merges(db, pages, stop); pages = PagesAtOnce) { }
        // What was written before lies in the log until it is emptied, which waits for readers.
        await db.Execute($"PRAGMA busy_timeout = {WaitForReaders}", stop);
        await using var log = await db.Command("PRAGMA wal_checkpoint(TRUNCATE)", stop);
        var isEmpty = await log.ExecuteScalarAsync(stop) is 0L;
        await db.Execute("PRAGMA busy_timeout = 0", stop);
        return isEmpty;
    }

    private static async Task<bool> Merges(OnRecordDb db, int pages, CancellationToken stop)
    {
        var written = 0L;
        await db.Transact(
            async () =>
            {
                await using var changes = await db.Command("SELECT total_changes()", stop);
                var before = (long)(await changes.ExecuteScalarAsync(stop))!;
                await Configure(db, "merge", pages, stop);
                written = (long)(await changes.ExecuteScalarAsync(stop))! - before;
            },
            stop
        );
        // https://www.sqlite.org/fts5.html#the_merge_command
        return written >= 2;
    }

    private static Task<int> Configure(OnRecordDb db, string name, int value, CancellationToken stop) =>
        db.Execute(
            """INSERT INTO "SearchWords" ("SearchWords", rank) VALUES (@name, @value)""",
            stop,
            ("@name", name),
            ("@value", value)
        );

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
