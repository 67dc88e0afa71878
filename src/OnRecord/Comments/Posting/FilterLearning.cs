using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OnRecord.Comments.Posting;

/// <summary>What this newsroom's own decisions taught the filter. There is one at most.</summary>
internal sealed class FilterLearning
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>As <see cref="Judging.LearnedFilter.ToBytes"/> gives it.</summary>
    public required byte[] Kept { get; set; }

    /// <summary>The last decision that it learned from.</summary>
    public required Guid LastDecision { get; set; }
}

internal sealed class FilterLearningTable : IEntityTypeConfiguration<FilterLearning>
{
    public void Configure(EntityTypeBuilder<FilterLearning> learning)
    {
        learning.ToTable("CommentFilter");
        learning.Property(row => row.Id).ValueGeneratedNever();
        // Two nodes that learn from the same: the second begins again.
        learning.Property(row => row.LastDecision).IsConcurrencyToken();
    }
}
