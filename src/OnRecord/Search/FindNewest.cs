using System.Globalization;
using OnRecord.Platform.Storage;

namespace OnRecord.Search;

/// <summary>The newest stories that have all words of a question, for who follows a subject.</summary>
internal static class FindNewest
{
    public static async Task<List<Guid>> Run(
        OnRecordDb db,
        ISearchIndex index,
        Question question,
        Narrowing narrowing,
        int most,
        CancellationToken stop
    )
    {
        if (question.Words.Count == 0)
            return [];
        var all = (await Vocabulary.Known(db, [Vocabulary.All], stop)) is [var count] ? count.Stories : 0;
        var words = await Meanings.Of(db, question.Words, all, stop);
        var places = await index.Newest(db, narrowing.Of(words, all), most, stop);
        if (places.Count == 0)
            return [];
        var numbers = string.Join(", ", places.Select(place => place.ToString(CultureInfo.InvariantCulture)));
        await using var command = await db.Command(
            $"""SELECT "StoryId" FROM "SearchStories" WHERE "Id" IN ({numbers})""",
            stop
        );
        return await command.Read(row => row.GetGuid(0), stop);
    }
}
