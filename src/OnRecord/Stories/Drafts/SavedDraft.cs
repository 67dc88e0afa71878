using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Drafts;

/// <summary>A draft as it once was, so that no word is lost to a later save.</summary>
internal sealed class SavedDraft
{
    public required Guid Id { get; init; }

    public required Guid StoryId { get; init; }

    public required int Revision { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Whose words they were; null for an import.</summary>
    public Guid? StaffId { get; init; }

    public required StoryContent Content { get; init; }
}

internal sealed class SavedDraftTable : IEntityTypeConfiguration<SavedDraft>
{
    public void Configure(EntityTypeBuilder<SavedDraft> draft)
    {
        draft.ToTable("SavedDrafts");
        draft.HasIndex(row => new { row.StoryId, row.Revision }).IsUnique();
        draft.ComplexProperty(row => row.Content, StoryContentColumns.Map);
        draft.HasOne<Story>().WithMany().HasForeignKey(row => row.StoryId);
    }
}

internal static class SavedDraftSet
{
    extension(OnRecordDb db)
    {
        public DbSet<SavedDraft> SavedDrafts => db.Set<SavedDraft>();
    }
}
