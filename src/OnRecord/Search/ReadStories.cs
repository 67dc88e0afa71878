using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Search;

/// <summary>A story that was found, as readers see it now.</summary>
internal sealed record FoundStory(
    long Place,
    string Path,
    DateTimeOffset PublishedAt,
    bool IsRetracted,
    Guid? SectionId,
    StoryContent Content
)
{
    /// <summary>How the story itself writes a folded word.</summary>
    public string? Spelling(string folded)
    {
        List<string> texts = [Content.Headline, Content.Deck ?? "", .. Content.Byline, SearchedText.Of(Content)];
        foreach (var text in texts)
        {
            string? written = null;
            TextWords.Each(
                text,
                (start, end, word, _) => written ??= word.SequenceEqual(folded) ? text[start..end] : null
            );
            if (written is not null)
                return written;
        }
        return null;
    }
}

/// <summary>Reads what was found. Whatever the index says, a story that readers do not have is not among it.</summary>
internal static class ReadStories
{
    // All but the ledger, which is as long as the text and shown in no list.
    private static readonly PreparedQuery<List<Guid>, Row> Shown = new(
        (db, stories) =>
            db.Set<Story>()
                .Where(story => stories.Contains(story.Id) && story.LiveVersionId != null && story.TakenDownAt == null)
                .Join(
                    db.Set<StoryVersion>(),
                    story => story.LiveVersionId,
                    version => version.Id,
                    (story, version) =>
                        new Row
                        {
                            Id = story.Id,
                            Path = story.Path!,
                            PublishedAt = story.PublishedAt!.Value,
                            RetractedAt = story.RetractedAt,
                            SectionId = story.LiveSectionId,
                            Headline = version.Content.Headline,
                            Deck = version.Content.Deck,
                            Language = version.Content.Language,
                            Byline = version.Content.Byline,
                            Lead = version.Content.Lead,
                            Text = version.Content.Text,
                        }
                )
    );

    /// <returns>In the order of the places.</returns>
    public static async Task<List<FoundStory>> At(OnRecordDb db, IReadOnlyList<long> places, CancellationToken stop)
    {
        if (places.Count == 0)
            return [];
        var numbers = string.Join(", ", places.Select(place => place.ToString(CultureInfo.InvariantCulture)));
        await using var command = await db.Command(
            $"""SELECT "Id", "StoryId" FROM "SearchStories" WHERE "Id" IN ({numbers})""",
            stop
        );
        var ids = (await command.Read(row => (Place: row.GetInt64(0), Story: row.GetGuid(1)), stop)).ToDictionary(
            row => row.Story,
            row => row.Place
        );
        var rows = await Shown.All(db, [.. ids.Keys]);
        var found = rows.ToDictionary(row => ids[row.Id], row => row.At(ids[row.Id]));
        return [.. places.Where(found.ContainsKey).Select(place => found[place])];
    }

    private sealed record Row
    {
        public required Guid Id { get; init; }
        public required string Path { get; init; }
        public required DateTimeOffset PublishedAt { get; init; }
        public required DateTimeOffset? RetractedAt { get; init; }
        public required Guid? SectionId { get; init; }
        public required string Headline { get; init; }
        public required string? Deck { get; init; }
        public required string Language { get; init; }
        public required ValueList<string> Byline { get; init; }
        public required LeadPicture? Lead { get; init; }
        public required StoryDocument Text { get; init; }

        public FoundStory At(long place) =>
            new(
                place,
                Path,
                PublishedAt,
                RetractedAt is not null,
                SectionId,
                new StoryContent
                {
                    Headline = Headline,
                    Deck = Deck,
                    Language = Language,
                    Byline = Byline,
                    Lead = Lead,
                    Text = Text,
                }
            );
    }
}
