using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Documents;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories;

/// <summary>What readers were shown from one moment on. Never changed once made; only the law can have its words destroyed. The database itself refuses
/// anything else (<see cref="Sealing.VersionsStand"/>).</summary>
internal sealed class StoryVersion
{
    private string note = "";
    private string? wrong;
    private string? right;
    private StoryContent content = null!;

    public required Guid Id { get; init; }

    public required Guid StoryId { get; init; }

    /// <summary>1 for the first, then one more for each.</summary>
    public required int Number { get; init; }

    public required VersionKind Kind { get; init; }

    /// <summary>What changed, in plain words; may be empty for the first, and for a correction.</summary>
    public required string Note
    {
        get => note;
        init => note = value;
    }

    /// <summary>Of a correction: what was wrong, in plain words.</summary>
    public string? Wrong
    {
        get => wrong;
        init => wrong = value;
    }

    /// <summary>Of a correction: what is right, in plain words.</summary>
    public string? Right
    {
        get => right;
        init => right = value;
    }

    /// <summary>Of a correction: the number of the first version that had the mistake.</summary>
    public int? Since { get; init; }

    /// <summary>Of a removal by law: its kind of reason, one of <see cref="PublicRecord.SealErasure.Reasons"/>; null where it was before reasons were asked for.</summary>
    public string? Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>A spelling: readers who have read it need not be told.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Who showed it; null for an import. Not for readers.</summary>
    public Guid? StaffId { get; init; }

    public required StoryContent Content
    {
        get => content;
        init => content = value;
    }

    /// <summary>When its words were destroyed because the law asked for it.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Whether it is the notice that stands in the place of a story that was removed.</summary>
    public bool IsNotice =>
        Kind == VersionKind.Takedown
        && Content.Text.Blocks is [.., Paragraph last]
        && PlainText.Of(last.Content) == Note;

    /// <summary>Whether there is something of it that the law could have removed.</summary>
    public bool HasWords => ErasedAt is null && !IsNotice;

    /// <summary>Destroys its words; that it was, of what kind and when, stays.</summary>
    public void Erase(DateTimeOffset at)
    {
        (note, wrong, right, ErasedAt) = ("", null, null, at);
        content = new StoryContent
        {
            Headline = Erased,
            Language = content.Language,
            Text = StoryDocument.Empty,
        };
    }

    /// <summary>Stands for a headline that was destroyed.</summary>
    public const string Erased = "—";
}

internal enum VersionKind
{
    First = 1,
    Update = 2,
    Clarification = 3,
    Correction = 4,
    Retraction = 5,
    Takedown = 6,
}

internal sealed class StoryVersionTable : IEntityTypeConfiguration<StoryVersion>
{
    public void Configure(EntityTypeBuilder<StoryVersion> version)
    {
        version.ToTable("StoryVersions");
        version.HasIndex(row => new { row.StoryId, row.Number }).IsUnique();
        // The list of corrections: few among many.
        version.HasIndex(row => new { row.At, row.Id }).HasFilter("\"Kind\" >= 3");
        version.Ignore(row => row.IsNotice);
        version.Ignore(row => row.HasWords);
        version.ComplexProperty(row => row.Content, StoryContentColumns.Map);
        version.HasOne<Story>().WithMany(story => story.Versions).HasForeignKey(row => row.StoryId);
    }
}

internal static class StoryVersionSet
{
    extension(OnRecordDb db)
    {
        public DbSet<StoryVersion> StoryVersions => db.Set<StoryVersion>();
    }
}
