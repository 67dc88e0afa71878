using System.Text;
using OnRecord.Platform.Storage;

namespace OnRecord.Search;

/// <summary>Which words stand in which stories: SQLite's FTS5, or PostgreSQL's tsvector. It is asked in words that are folded already, never in anybody's syntax.</summary>
internal interface ISearchIndex
{
    /// <summary>The places of stories that have what is wanted, newest first.</summary>
    Task<List<long>> Newest(OnRecordDb db, Wanted wanted, int most, CancellationToken stop);

    /// <summary>Takes stories in that are not in it. Within the caller's transaction.</summary>
    Task Put(OnRecordDb db, IReadOnlyList<IndexedStory> stories, CancellationToken stop);

    /// <summary>Takes a story out. Within the caller's transaction.</summary>
    /// <returns>Whether it was in.</returns>
    Task<bool> Remove(OnRecordDb db, Guid story, CancellationToken stop);

    /// <summary>Adds to the counts of words. Within the caller's transaction.</summary>
    Task Count(OnRecordDb db, IReadOnlyDictionary<string, int> more, CancellationToken stop);

    /// <summary>Makes ready for many thousands of additions on this context. <see cref="Settle"/> ends it.</summary>
    Task Open(OnRecordDb db, CancellationToken stop);

    /// <summary>Puts in order what many additions left behind. Within no transaction.</summary>
    Task Settle(OnRecordDb db, CancellationToken stop);

    /// <summary>Writes anew what still holds words of stories that are not in it any more. Within no transaction: it takes turns with whoever writes.</summary>
    /// <returns>False where something of them is left, because somebody was reading.</returns>
    Task<bool> Forget(OnRecordDb db, CancellationToken stop);
}

/// <summary>A story as it goes into the index.</summary>
/// <param name="At">Its date.</param>
/// <param name="Tokens">Parted by spaces.</param>
internal sealed record IndexedStory(Guid Id, DateTimeOffset At, string Tokens)
{
    /// <summary>Its words; those with a place once more with it; its section. A word with its place has few stories, and is asked at no cost.</summary>
    public static IndexedStory Of(StoryToIndex story, IReadOnlyDictionary<string, WordPlace> words)
    {
        var tokens = new StringBuilder(words.Count * 9);
        foreach (var (word, place) in words)
        {
            tokens.Append(word).Append(' ');
            if (place != WordPlace.Text)
                tokens.Append(AnyOf.With(word, place)).Append(' ');
        }
        if (story.SectionId is { } section)
            tokens.Append(Wanted.SectionToken(section)).Append(' ');
        return new IndexedStory(story.Id, story.PublishedAt, tokens.ToString(0, Math.Max(0, tokens.Length - 1)));
    }
}

/// <summary>What is looked for.</summary>
/// <param name="All">Each must be there.</param>
/// <param name="From">The lowest place.</param>
/// <param name="Until">The place behind the highest.</param>
/// <param name="Share">About which share of all stories has it, from 0 to 1.</param>
internal sealed record Wanted(
    IReadOnlyList<AnyOf> All,
    Guid? Section = null,
    long From = long.MinValue,
    long Until = long.MaxValue,
    double Share = 0
)
{
    /// <summary>One of each of these groups must be there.</summary>
    public IEnumerable<IEnumerable<string>> Groups =>
        Section is { } section
            ? All.Select(any => any.Tokens).Append([SectionToken(section)])
            : All.Select(any => any.Tokens);

    // The sign is in no word that is folded.
    public static string SectionToken(Guid section) => $"§{section:N}";
}

/// <summary>Words of which one is enough.</summary>
/// <param name="Place">Where it must stand; null anywhere.</param>
internal sealed record AnyOf(IReadOnlyList<string> Words, WordPlace? Place = null)
{
    public IEnumerable<string> Tokens => Place is { } place ? Words.Select(word => With(word, place)) : Words;

    public static string With(string word, WordPlace place) => place == WordPlace.Head ? $"{word}§h" : $"{word}§b";
}
