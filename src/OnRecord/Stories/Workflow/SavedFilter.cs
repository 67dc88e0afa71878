using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Workflow;

/// <summary>A choice from the story list that somebody comes back to.</summary>
internal sealed class SavedFilter
{
    public required Guid Id { get; init; }

    public required Guid StaffId { get; init; }

    public required string Name { get; set; }

    /// <summary>The list's query, as it stands in its address behind the question mark.</summary>
    public required string Query { get; set; }

    /// <summary>Whether all of the desk see it.</summary>
    public bool Shared { get; set; }
}

internal sealed class SavedFilterTable : IEntityTypeConfiguration<SavedFilter>
{
    public void Configure(EntityTypeBuilder<SavedFilter> view)
    {
        view.ToTable("SavedFilters");
        view.HasIndex(row => row.StaffId);
    }
}

internal static class SavedFilterSet
{
    extension(OnRecordDb db)
    {
        public DbSet<SavedFilter> SavedFilters => db.Set<SavedFilter>();
    }
}
