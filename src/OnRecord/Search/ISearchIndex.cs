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

    /// <summary>Puts in order what many additions left behind.</summary>
    Task Settle(OnRecordDb db, CancellationToken stop);
}

/// <summary>A story as it goes into the index.</summary>
/// <param name="At">Its date.</param>
internal sealed record IndexedStory(
    Guid Id,
    DateTimeOffset At,
    Guid? SectionId,
    IReadOnlyDictionary<string, WordPlace> Words
);

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
);

/// <summary>Words of which one is enough.</summary>
/// <param name="Place">Where it must stand; null anywhere.</param>
internal sealed record AnyOf(IReadOnlyList<string> Words, WordPlace? Place = null);
