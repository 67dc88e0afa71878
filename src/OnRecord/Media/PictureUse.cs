using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OnRecord.Media;

/// <summary>That a story shows a picture.</summary>
internal sealed class PictureUse
{
    public required string Sha256 { get; init; }

    public required Guid StoryId { get; init; }

    public required PictureUsedIn Where { get; init; }
}

internal enum PictureUsedIn
{
    Draft = 1,
    Live = 2,

    /// <summary>A version that readers were shown once.</summary>
    Version = 3,
}

internal sealed class PictureUseTable : IEntityTypeConfiguration<PictureUse>
{
    public void Configure(EntityTypeBuilder<PictureUse> use)
    {
        use.ToTable("PictureUses");
        use.HasKey(row => new
        {
            row.Sha256,
            row.StoryId,
            row.Where,
        });
        use.HasIndex(row => new { row.StoryId, row.Where });
        use.HasOne<Picture>().WithMany().HasForeignKey(row => row.Sha256).OnDelete(DeleteBehavior.Restrict);
    }
}
