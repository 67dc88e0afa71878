using OnRecord.Platform.Storage;

namespace OnRecord.Search;

/// <summary>Answers a reader's question with a page of stories, and with what they may have meant.</summary>
internal sealed class FindStories(OnRecordDb db, ISearchIndex index)
{
    /// <summary>A word of more stories is ranked among so many of the newest.</summary>
    public const int MostRanked = 10_000;

    public const int PageSize = 20;

    private const int Few = 5;

    public async Task<FoundStories> Run(Question question, Narrowing narrowing, string? after, CancellationToken stop)
    {
        var all = (await Vocabulary.Known(db, [Vocabulary.All], stop)) is [var count] ? count.Stories : 0;
        var words = await Meanings.Of(db, question.Words, all, stop);
        var found = await Find(words, narrowing, after, all, stop);
        if (found.Total >= Few || after is not null)
            return found;
        if (await new Suggestion(db, index).For(question, words, narrowing, found.Total, all, stop) is not { } meant)
            return found with { Alone = [.. words.Where(word => word is { Stories: > 0, Word.IsRun: false })] };
        if (found.Total > 0)
            return found with { Meant = meant };
        var instead = await Find(
            await Meanings.Of(db, Question.Read(meant).Words, all, stop),
            narrowing,
            null,
            all,
            stop
        );
        return instead with { Meant = meant, IsInstead = true };
    }

    private async Task<FoundStories> Find(
        List<Meaning> words,
        Narrowing narrowing,
        string? after,
        int all,
        CancellationToken stop
    )
    {
        var marked = words.SelectMany(word => word.Forms).ToHashSet(StringComparer.Ordinal);
        if (words.Count == 0)
            return new FoundStories { Marked = marked };
        var wanted = narrowing.Of(words, all);
        var places = await index.Newest(db, wanted, MostRanked, stop);
        var start = PageStart.Read(after, words.Count);
        var weights = start?.Weights ?? [.. words.Select(word => word.Weight(all))];
        var ranked = await Ranking.Of(db, index, words, wanted, places, weights, stop);
        if (start is not null)
            ranked = ranked.FindAll(story => story.CompareTo(start.Behind) < 0);
        var page = ranked.Take(PageSize).ToList();
        return new FoundStories
        {
            Page = page,
            Total = places.Count,
            Next = ranked.Count > page.Count ? new PageStart(page[^1], weights) : null,
            Marked = marked,
        };
    }
}

/// <summary>Where is looked.</summary>
/// <param name="Until">The instant behind the last.</param>
internal sealed record Narrowing(Guid? Section = null, DateTimeOffset? From = null, DateTimeOffset? Until = null)
{
    public Wanted Of(IReadOnlyList<Meaning> words, int all) =>
        new(
            [.. words.Select(word => word.Anywhere)],
            Section,
            From is { } from ? SearchPlace.From(from) : long.MinValue,
            Until is { } until ? SearchPlace.From(until) : long.MaxValue,
            Share(words, all)
        );

    // Words of a language are no strangers to each other; taken as such, the guess is low, and a low guess only looks through more.
    private double Share(IReadOnlyList<Meaning> words, int all) =>
        Section is not null || all == 0
            ? 0
            : words.Aggregate(1.0, (share, word) => share * Math.Min(1, (double)word.Stories / all));
}

internal sealed record FoundStories
{
    public IReadOnlyList<Ranked> Page { get; init; } = [];

    /// <summary>How many there are, counted up to <see cref="FindStories.MostRanked"/>.</summary>
    public int Total { get; init; }

    /// <summary>Null on the last page.</summary>
    public PageStart? Next { get; init; }

    /// <summary>The words to be marked in what is shown.</summary>
    public required IReadOnlySet<string> Marked { get; init; }

    /// <summary>What may have been meant.</summary>
    public string? Meant { get; init; }

    /// <summary>Whether these are the stories of what may have been meant, because what was asked has none.</summary>
    public bool IsInstead { get; init; }

    /// <summary>Where nothing was found: the words that have stories by themselves.</summary>
    public IReadOnlyList<Meaning> Alone { get; init; } = [];
}
