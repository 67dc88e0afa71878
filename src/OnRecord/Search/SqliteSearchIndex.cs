using System.Text;
using OnRecord.Platform.Storage;

namespace OnRecord.Search;

/// <summary>FTS5, a table without content: a column a place, the row's number the story's. Its own ranking counts every match first, and is not asked.</summary>
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
            """INSERT INTO "SearchWords" (rowid, head, beside, text, section) VALUES (@id, @head, @beside, @text, @section)""",
            stop
        );
        var columns = new[] { new StringBuilder(), new StringBuilder(), new StringBuilder() };
        foreach (var story in stories)
        {
            words.Set("@id", await Number(place, story, stop));
            foreach (var column in columns)
                column.Clear();
            foreach (var (word, at) in story.Words)
                columns[(int)at].Append(word).Append(' ');
            words.Set("@head", columns[(int)WordPlace.Head].ToString());
            words.Set("@beside", columns[(int)WordPlace.Beside].ToString());
            words.Set("@text", columns[(int)WordPlace.Text].ToString());
            words.Set("@section", story.SectionId is { } section ? SearchTables.SectionWord(section) : "");
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
        // In the order of the table, the pages that are written lie side by side.
        foreach (var (word, count) in more.OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            command.Set("@word", word);
            command.Set("@mirror", Vocabulary.Mirror(word));
            command.Set("@length", Vocabulary.Length(word));
            command.Set("@more", count);
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

    private static string Match(Wanted wanted)
    {
        var all = wanted.All.Select(any =>
            $"{(any.Place is { } place ? $"{Column(place)} : " : "")}({string.Join(" OR ", any.Words.Select(Quoted))})"
        );
        return string.Join(
            " AND ",
            wanted.Section is { } section ? all.Append(Quoted(SearchTables.SectionWord(section))) : all
        );
    }

    private static string Column(WordPlace place) =>
        place switch
        {
            WordPlace.Head => "head",
            WordPlace.Beside => "beside",
            _ => "text",
        };

    private static string Quoted(string word) => $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
