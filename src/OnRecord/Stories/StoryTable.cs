using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories;

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
        // The list of what is in motion, by what it is sorted by; Search lies in an index of its own, which is read whole when words are sought.
        story.HasIndex(row => new
        {
            row.State,
            row.ChangedAt,
            row.Id,
        });
        story.HasIndex(row => new { row.ChangedAt, row.Id });
        story.HasIndex(row => new { row.State, row.DueAt });
        story.HasIndex(row => new { row.State, row.ScheduledAt });
        story.HasIndex(row => row.DueAt);
        story.HasIndex(row => row.Search);
        story.Ignore(row => row.IsPublished);
        story.Ignore(row => row.HasNews);
        // A save that somebody else's went before must not go through.
        story.Property(row => row.Revision).IsConcurrencyToken();
    }
}

internal static class StorySet
{
    extension(OnRecordDb db)
    {
        public DbSet<Story> Stories => db.Set<Story>();
    }
}
