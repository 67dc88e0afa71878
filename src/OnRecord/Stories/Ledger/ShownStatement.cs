using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Attribution;
using OnRecord.Platform.Storage;
using OnRecord.Sources;

namespace OnRecord.Stories.Ledger;

/// <summary>A statement that a live version shows, in a few narrow columns, so that a newsroom can count whom it listens to. Written with each version.</summary>
internal sealed class ShownStatement
{
    public required Guid StoryId { get; init; }

    public required Guid EntryId { get; init; }

    /// <summary>Whose it is; null of a proposal for which no source is known.</summary>
    public Guid? SourceId { get; set; }

    /// <summary>The outlet it came through.</summary>
    public Guid? ViaId { get; set; }

    public Way Way { get; set; }

    /// <summary>Whether it only says that they would not speak.</summary>
    public bool IsRefusal { get; set; }

    /// <summary>Whether a person decided it.</summary>
    public bool IsChecked { get; set; }

    /// <summary>The day on which readers first saw it, on the newsroom's clock.</summary>
    public required DateOnly On { get; init; }

    /// <summary>That day's month, counted from the year 0, so that months group without asking a calendar.</summary>
    public required int Month { get; init; }

    public static int MonthOf(DateOnly day) => day.Year * 12 + day.Month - 1;

    public static DateOnly FirstOf(int month) => new(month / 12, month % 12 + 1, 1);
}

/// <summary>How a reader can weigh a statement, as the bar above a story does.</summary>
internal enum Way
{
    Named = 1,
    SecondHand = 2,
    NotNamed = 3,
}

internal sealed class ShownStatementTable : IEntityTypeConfiguration<ShownStatement>
{
    public void Configure(EntityTypeBuilder<ShownStatement> row)
    {
        row.ToTable("ShownStatements");
        row.HasKey(one => new { one.StoryId, one.EntryId });
        // Each question of the overview is answered from one of these alone.
        row.HasIndex(one => new
        {
            one.SourceId,
            one.On,
            one.Way,
            one.IsRefusal,
            one.IsChecked,
            one.StoryId,
        });
        row.HasIndex(one => new
        {
            one.ViaId,
            one.On,
            one.StoryId,
            one.IsRefusal,
            one.IsChecked,
        });
        row.HasIndex(one => new
        {
            one.On,
            one.Way,
            one.IsRefusal,
            one.IsChecked,
            one.SourceId,
        });
        row.HasIndex(one => new
        {
            one.Month,
            one.Way,
            one.IsRefusal,
            one.IsChecked,
        });
        row.HasOne<Story>().WithMany().HasForeignKey(one => one.StoryId);
        row.HasOne<Source>().WithMany().HasForeignKey(one => one.SourceId);
        row.HasOne<Source>().WithMany().HasForeignKey(one => one.ViaId);
    }
}

internal static class ShownStatementSet
{
    extension(OnRecordDb db)
    {
        public DbSet<ShownStatement> ShownStatements => db.Set<ShownStatement>();
    }
}
