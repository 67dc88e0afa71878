using OnRecord.Platform.Storage;

namespace OnRecord.Search;

/// <summary>A tsvector without positions and its GIN index.</summary>
internal sealed class PostgresSearchIndex : ISearchIndex
{
    /// <summary>From this share on, only as many of the newest stories are looked through as it takes.</summary>
    private const double Common = 0.15;

    private const double Spare = 1.3;
    private const string Words = "\"IX_SearchStories_Words\"";

    /// <summary>In kilobytes.</summary>
    private const int PendingWhileFilling = 65_536;
    private const string MemoryWhileFilling = "256MB";

    public async Task<List<long>> Newest(OnRecordDb db, Wanted wanted, int most, CancellationToken stop)
    {
        var lowest = wanted.From;
        if (wanted is { Share: > Common, Until: long.MaxValue })
            lowest = Math.Max(lowest, await Behind(db, (int)(most * Spare / wanted.Share), stop));
        var found = await Newest(db, wanted, lowest, most, stop);
        return found.Count >= most || lowest == wanted.From ? found : await Newest(db, wanted, wanted.From, most, stop);
    }

    public async Task Put(OnRecordDb db, IReadOnlyList<IndexedStory> stories, CancellationToken stop)
    {
        var left = stories.ToList();
        for (var tries = 0; left.Count > 0; tries++)
        {
            if (tries == 64)
                throw new InvalidOperationException(
                    $"Story {left[0].Id} is in the index already, or too many share its second."
                );
            await using var command = await db.Command(
                """
                INSERT INTO "SearchStories" ("Id", "StoryId", "Words")
                SELECT id, story, array_to_tsvector(string_to_array(words, ' ')) FROM unnest(@ids, @stories, @words) AS row (id, story, words)
                ON CONFLICT DO NOTHING RETURNING "StoryId"
                """,
                stop,
                ("@ids", left.Select(story => SearchPlace.Try(story.At, story.Id, tries)).ToArray()),
                ("@stories", left.Select(story => story.Id).ToArray()),
                ("@words", left.Select(story => story.Tokens).ToArray())
            );
            var put = (await command.Read(row => row.GetGuid(0), stop)).ToHashSet();
            left.RemoveAll(story => put.Contains(story.Id));
        }
    }

    public async Task<bool> Remove(OnRecordDb db, Guid story, CancellationToken stop) =>
        await db.Execute("""DELETE FROM "SearchStories" WHERE "StoryId" = @story""", stop, ("@story", story)) > 0;

    public async Task Count(OnRecordDb db, IReadOnlyDictionary<string, int> more, CancellationToken stop)
    {
        // Everyone takes the words in one order, and leaves the count of a word alone that another transaction holds: a count is an estimate, and nobody waits for it.
        var rows = more.OrderBy(row => row.Key, StringComparer.Ordinal).ToList();
        await db.Execute(
            """
            INSERT INTO "SearchVocabulary" ("Word", "Mirror", "Length", "Stories")
            SELECT word, mirror, length, 0 FROM unnest(@words, @mirrors, @lengths) AS row (word, mirror, length)
            WHERE NOT EXISTS (SELECT 1 FROM "SearchVocabulary" WHERE "Word" = word)
            ON CONFLICT DO NOTHING
            """,
            stop,
            ("@words", rows.Select(row => row.Key).ToArray()),
            ("@mirrors", rows.Select(row => Vocabulary.Mirror(row.Key)).ToArray()),
            ("@lengths", rows.Select(row => Vocabulary.Length(row.Key)).ToArray())
        );
        await db.Execute(
            """
            WITH free AS MATERIALIZED (
              SELECT "Word" FROM "SearchVocabulary" WHERE "Word" = ANY (@words) ORDER BY "Word" FOR UPDATE SKIP LOCKED
            )
            UPDATE "SearchVocabulary" SET "Stories" = "Stories" + more
            FROM unnest(@words, @more) AS row (word, more) JOIN free ON free."Word" = word
            WHERE "SearchVocabulary"."Word" = word
            """,
            stop,
            ("@words", rows.Select(row => row.Key).ToArray()),
            ("@more", rows.Select(row => row.Value).ToArray())
        );
    }

    // A word's list is then gone through once for thousands of stories, not for every hundred.
    public async Task Open(OnRecordDb db, CancellationToken stop)
    {
        await db.Execute($"""ALTER INDEX {Words} SET (gin_pending_list_limit = {PendingWhileFilling})""", stop);
        await db.Execute($"SET work_mem = '{MemoryWhileFilling}'", stop);
        await db.Execute($"SET maintenance_work_mem = '{MemoryWhileFilling}'", stop);
    }

    public async Task Settle(OnRecordDb db, CancellationToken stop)
    {
        await db.ExecuteLong($"""SELECT gin_clean_pending_list('{Words}')""", stop);
        await db.Execute($"""ALTER INDEX {Words} SET (gin_pending_list_limit = {SearchTables.Pending})""", stop);
        await db.ExecuteLong("""VACUUM (ANALYZE) "SearchStories" """, stop);
        await db.ExecuteLong("""VACUUM (ANALYZE) "SearchVocabulary" """, stop);
        await db.Execute("RESET work_mem", stop);
        await db.Execute("RESET maintenance_work_mem", stop);
    }

    // The rows go, and each story out of the words' lists. A word that no story has keeps its empty list until VACUUM FULL, which stops publishing: docs/operating.md leaves it to the operator.
    public async Task<bool> Forget(OnRecordDb db, CancellationToken stop)
    {
        await db.ExecuteLong("""VACUUM (INDEX_CLEANUP ON) "SearchStories" """, stop);
        await db.ExecuteLong("""VACUUM (INDEX_CLEANUP ON) "SearchVocabulary" """, stop);
        return true;
    }

    private static async Task<List<long>> Newest(
        OnRecordDb db,
        Wanted wanted,
        long lowest,
        int most,
        CancellationToken stop
    )
    {
        await using var command = await db.Command(
            """SELECT * FROM "SearchNewest"(@query, @from, @until, @most)""",
            stop,
            ("@query", Query(wanted)),
            ("@from", lowest),
            ("@until", wanted.Until),
            ("@most", most)
        );
        return await command.Read(row => row.GetInt64(0), stop);
    }

    private static async Task<long> Behind(OnRecordDb db, int newest, CancellationToken stop)
    {
        await using var command = await db.Command(
            """SELECT "Id" FROM "SearchStories" ORDER BY "Id" DESC OFFSET @newest LIMIT 1""",
            stop,
            ("@newest", newest)
        );
        return await command.ExecuteScalarAsync(stop) as long? ?? long.MinValue;
    }

    private static string Query(Wanted wanted) =>
        string.Join(" & ", wanted.Groups.Select(group => $"({string.Join(" | ", group.Select(Quoted))})"));

    private static string Quoted(string word) =>
        $"'{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
