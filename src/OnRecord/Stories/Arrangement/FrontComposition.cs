using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Arrangement;

/// <summary>The front as the desk composed it. There is one; nobody has touched it while <see cref="Revision"/> is 0.</summary>
internal sealed class FrontComposition
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>The plan as JSON.</summary>
    public string Written { get; private set; } = "";

    /// <summary>Counts the saves. Who saves says on which one they built.</summary>
    public int Revision { get; private set; }

    public DateTimeOffset? ChangedAt { get; private set; }

    public Guid? ChangedBy { get; private set; }

    public FrontPlan Plan => FrontPlan.Read(Written);

    public void Save(FrontPlan plan, Guid by, DateTimeOffset now) =>
        (Written, Revision, ChangedAt, ChangedBy) = (plan.Written(), Revision + 1, now, by);
}

internal sealed class FrontCompositionTable : IEntityTypeConfiguration<FrontComposition>
{
    public void Configure(EntityTypeBuilder<FrontComposition> front)
    {
        front.ToTable("FrontComposition");
        front.Property(row => row.Id).ValueGeneratedNever();
        front.Ignore(row => row.Plan);
        // Two editors at once: the second save must not go through.
        front.Property(row => row.Revision).IsConcurrencyToken();
        front.HasData(new FrontComposition());
    }
}

internal static class FrontCompositionSet
{
    extension(OnRecordDb db)
    {
        public Task<FrontComposition> FrontComposition() =>
            db.Set<FrontComposition>().SingleAsync(row => row.Id == Arrangement.FrontComposition.OnlyId);
    }
}
