using OnRecord.Front.StoryPages;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Front.Record;

/// <summary>A story's versions as readers are told of them.</summary>
internal static class VersionLines
{
    /// <param name="versions">Newest first.</param>
    public static IReadOnlyList<VersionLine> Of(
        ShownStory story,
        IReadOnlyList<VersionInRecord> versions,
        Newsroom newsroom
    ) => [.. versions.Select(version => Line(story, version, newsroom))];

    private static VersionLine Line(ShownStory story, VersionInRecord version, Newsroom newsroom)
    {
        // What was said before may be the very thing that had to go.
        var gone = (story.TakenDownAt is not null && version.Id != story.LiveVersionId) || version.Erased is not null;
        var at = version.Kind == VersionKind.First ? story.PublishedAt ?? version.At : version.At;
        return new VersionLine(
            version.Number,
            version.IsQuiet ? "Kind.Spelling" : $"Kind.{version.Kind}",
            gone ? "" : version.Note,
            newsroom.Local(at),
            !version.IsQuiet && version.Kind is VersionKind.Correction or VersionKind.Retraction or VersionKind.Takedown
        )
        {
            File = ShowSealedVersion.PathOf(story.Id, version.Number),
            Page = story.Path is { } path ? $"{PublicAddress.Encode(path)}/versions/{version.Number}" : null,
            LateAt = version.LateAt is { } late ? newsroom.Local(late) : null,
            IsGone = gone,
            Wrong = gone ? null : version.Wrong,
            Right = gone ? null : version.Right,
        };
    }
}

/// <summary>What stood round the text of an older version.</summary>
internal sealed record AsShown(int Number, DateTimeOffset PublishedAt, DateTimeOffset? UpdatedAt, string? Section);
