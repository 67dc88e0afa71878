using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Drafts;

/// <summary>A secret address under which somebody outside sees a draft for a while.</summary>
internal sealed class PreviewLink
{
    public required Guid Id { get; init; }

    public required Guid StoryId { get; init; }

    /// <summary>SHA-256 of the secret, in hexadecimal: who reads the table cannot read the draft by it.</summary>
    public required string SecretHash { get; init; }

    /// <summary>For whom, as its maker wrote it.</summary>
    public required string For { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset EndsAt { get; set; }
}

internal sealed class PreviewLinkTable : IEntityTypeConfiguration<PreviewLink>
{
    public void Configure(EntityTypeBuilder<PreviewLink> link)
    {
        link.ToTable("PreviewLinks");
        link.HasIndex(row => row.SecretHash).IsUnique();
        link.HasIndex(row => row.StoryId);
        link.HasOne<Story>().WithMany().HasForeignKey(row => row.StoryId);
    }
}

internal static class PreviewLinkSet
{
    extension(OnRecordDb db)
    {
        public DbSet<PreviewLink> PreviewLinks => db.Set<PreviewLink>();
    }
}
