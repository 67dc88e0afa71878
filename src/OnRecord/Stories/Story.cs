using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories;

/// <summary>A story: the draft the desk works on, and the versions readers were shown.</summary>
internal sealed class Story
{
    public required Guid Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What the desk works on. Readers never see it.</summary>
    public required StoryContent Draft { get; set; }

    public List<StoryVersion> Versions { get; init; } = [];

    /// <summary>The version readers see; null before the first publication.</summary>
    public Guid? LiveVersionId { get; private set; }

    /// <summary>The section of the live version, for lists.</summary>
    public Guid? LiveSectionId { get; private set; }

    /// <summary>When readers first saw it; of an imported story, when it says it was published.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When its substance last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>Where readers find it, such as <c>/2026/03/the-dam</c>.</summary>
    public string? Path { get; private set; }

    public bool IsPublished => LiveVersionId is not null;

    /// <summary>Whether the draft is not what readers see. The versions must be loaded.</summary>
    public bool HasNews => Versions.Find(version => version.Id == LiveVersionId)?.Content != Draft;

    /// <summary>Shows the draft to readers for the first time.</summary>
    /// <param name="now">The moment of publication.</param>
    /// <param name="dated">The date it carries, where that is another.</param>
    /// <param name="path">A free address.</param>
    /// <param name="updated">When its substance last changed before it came here; left out where that is not later.</param>
    public Outcome<StoryVersion> Publish(
        DateTimeOffset now,
        DateTimeOffset? dated,
        string path,
        DateTimeOffset? updated = null
    )
    {
        if (IsPublished)
            return new Problem("This story is published already. Publish an update instead.");
        if (Missing() is { } problem)
            return problem;
        PublishedAt = dated ?? now;
        UpdatedAt = updated > PublishedAt ? updated : null;
        Path = path;
        return Show(VersionKind.First, "", now);
    }

    /// <summary>Shows readers the draft as a new version.</summary>
    public Outcome<StoryVersion> Update(string note, DateTimeOffset now, DateTimeOffset? dated = null)
    {
        if (!IsPublished)
            return new Problem("This story is not published yet. Publish it first.");
        if (Missing() is { } problem)
            return problem;
        UpdatedAt = dated ?? now;
        return Show(VersionKind.Update, note, now);
    }

    /// <summary>Moves the story to another address. The old one must go on leading here.</summary>
    public void MoveTo(string path) => Path = path;

    public static string AddressOf(DateTimeOffset local, string slug) =>
        string.Create(CultureInfo.InvariantCulture, $"/{local:yyyy}/{local:MM}/{slug}");

    private Problem? Missing() =>
        string.IsNullOrWhiteSpace(Draft.Headline)
            ? new Problem(nameof(Draft.Headline), "The story has no headline. Give it one.")
        : Draft.Text.Blocks.Count == 0 ? new Problem(nameof(Draft.Text), "The story has no text. Write it first.")
        : null;

    private StoryVersion Show(VersionKind kind, string note, DateTimeOffset now)
    {
        var version = new StoryVersion
        {
            Id = Guid.CreateVersion7(),
            StoryId = Id,
            Number = Versions.Count + 1,
            Kind = kind,
            Note = note,
            At = now,
            Content = Draft with { },
        };
        Versions.Add(version);
        (LiveVersionId, LiveSectionId) = (version.Id, Draft.SectionId);
        return version;
    }
}

internal sealed class StoryTable : IEntityTypeConfiguration<Story>
{
    public void Configure(EntityTypeBuilder<Story> story)
    {
        story.ToTable("Stories");
        story.ComplexProperty(row => row.Draft, StoryContentColumns.Map);
        story.HasIndex(row => row.Path).IsUnique();
        story.HasIndex(row => new { row.PublishedAt, row.Path });
        story.HasIndex(row => new
        {
            row.LiveSectionId,
            row.PublishedAt,
            row.Id,
        });
        story.Ignore(row => row.IsPublished);
        story.Ignore(row => row.HasNews);
    }
}

internal static class StorySet
{
    extension(OnRecordDb db)
    {
        public DbSet<Story> Stories => db.Set<Story>();
    }
}
