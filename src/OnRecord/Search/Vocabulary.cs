using System.Globalization;
using OnRecord.Platform.Storage;

namespace OnRecord.Search;

/// <summary>Every word of the stories that readers have, with how many have it. Scripts without spaces are left out: their words are not known.</summary>
internal static class Vocabulary
{
    /// <summary>Stands for no word: how many stories there are.</summary>
    public const string All = "";

    private const string Last = "\U0010FFFF";

    public static string Mirror(string word)
    {
        if (Length(word) == 0)
            return "";
        var letters = word.ToCharArray();
        Array.Reverse(letters);
        return new string(letters);
    }

    /// <summary>How many letters it has; 0 for what nobody misspells: numbers, and letters beyond the first plane.</summary>
    public static int Length(string word) => word.All(char.IsLetter) ? word.Length : 0;

    public static bool Holds(string word) => word.Length == 0 || !Letters.IsRun(char.ConvertToUtf32(word, 0));

    /// <summary>How many stories have each of these words; those that none has are missing.</summary>
    public static async Task<List<KnownWord>> Known(OnRecordDb db, IReadOnlyList<string> words, CancellationToken stop)
    {
        var names = words.Select((_, at) => string.Create(CultureInfo.InvariantCulture, $"@w{at}")).ToList();
        await using var command = await db.Command(
            $"""SELECT "Word", "Stories" FROM "SearchVocabulary" WHERE "Word" IN ({string.Join(", ", names)}) AND "Stories" > 0""",
            stop,
            [.. words.Select((word, at) => (names[at], (object)word))]
        );
        return await command.Read(row => new KnownWord(row.GetString(0), row.GetInt32(1)), stop);
    }

    /// <summary>The words that begin so, those of most stories first.</summary>
    public static async Task<List<KnownWord>> Beginning(
        OnRecordDb db,
        string prefix,
        int longest,
        int most,
        CancellationToken stop
    )
    {
        await using var command = await db.Command(
            """
            SELECT "Word", "Stories" FROM "SearchVocabulary"
            WHERE "Word" >= @from AND "Word" < @until AND length("Word") <= @longest AND "Stories" > 0
            ORDER BY "Stories" DESC, "Word" LIMIT @most
            """,
            stop,
            ("@from", prefix),
            ("@until", prefix + Last),
            ("@longest", longest),
            ("@most", most)
        );
        return await command.Read(row => new KnownWord(row.GetString(0), row.GetInt32(1)), stop);
    }

    /// <summary>The words of about a length whose beginning, or whose end, is this.</summary>
    /// <param name="column"><c>Word</c>, or <c>Mirror</c> for the end, which is then given backwards.</param>
    public static async Task<List<KnownWord>> WithPart(
        OnRecordDb db,
        string column,
        string part,
        int length,
        int spread,
        int most,
        CancellationToken stop
    )
    {
        var lengths = Enumerable.Range(Math.Max(1, length - spread), 2 * spread + 1);
        await using var command = await db.Command(
            $"""
            SELECT "Word", "Stories" FROM "SearchVocabulary"
            WHERE "Length" IN ({string.Join(
                ", ",
                lengths
            )}) AND "{column}" >= @from AND "{column}" < @until AND "Stories" > 0
            LIMIT @most
            """,
            stop,
            ("@from", part),
            ("@until", part + Last),
            ("@most", most)
        );
        return await command.Read(row => new KnownWord(row.GetString(0), row.GetInt32(1)), stop);
    }

    /// <summary>Lets words go that no story has any more: what was removed is not to be guessed from them.</summary>
    public static async Task Forget(OnRecordDb db, IEnumerable<string> words, CancellationToken stop)
    {
        await using var command = await db.Command(
            """DELETE FROM "SearchVocabulary" WHERE "Word" = @word AND "Stories" <= 0""",
            stop
        );
        foreach (var word in words)
        {
            command.Set("@word", word);
            await command.ExecuteNonQueryAsync(stop);
        }
    }
}

internal readonly record struct KnownWord(string Word, int Stories);
