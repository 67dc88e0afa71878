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
        story.HasIndex(row => new { row.PublishedAt, row.Id });
        // Lists, newest first; and sitemaps, which read nothing but this index.
        story.HasIndex(row => new
        {
            row.PublishedAt,
            row.Path,
            row.UpdatedAt,
            row.TakenDownAt,
        });
        story.HasIndex(row => new
        {
            row.LiveSectionId,
            row.PublishedAt,
            row.Id,
        });
        // The desk's lists: what they are narrowed by, then what they are sorted by.
        story.HasIndex(row => new
        {
            row.IsInMotion,
            row.ChangedAt,
            row.Id,
        });
        story.HasIndex(row => new
        {
            row.IsInMotion,
            row.DueAt,
            row.Id,
        });
        story.HasIndex(row => new
        {
            row.State,
            row.ChangedAt,
            row.Id,
        });
        story.HasIndex(row => new
        {
            row.State,
            row.DueAt,
            row.Id,
        });
        story.HasIndex(row => new
        {
            row.SectionId,
            row.ChangedAt,
            row.Id,
        });
        story.HasIndex(row => new { row.ChangedAt, row.Id });
        story.HasIndex(row => new { row.DueAt, row.Id });
        story.HasIndex(row => new { row.State, row.ScheduledAt });
        // Read whole when words are sought, so it holds what the answer needs.
        story.HasIndex(row => new { row.Search, row.Id });
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
