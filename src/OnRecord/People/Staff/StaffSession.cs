using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.People.Staff;

/// <summary>One browser that is signed in. The browser holds its id, sealed; ending the row ends the session at once.</summary>
internal sealed class StaffSession
{
    /// <summary>A session nobody used for this long is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(14);

    public required Guid Id { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset SeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The browser as it called itself, shortened.</summary>
    public required string Device { get; init; }

    public required string Address { get; set; }

    public bool IsOpen(DateTimeOffset now) => EndedAt is null && SeenAt + Idle > now;
}

internal sealed class StaffSessionTable : IEntityTypeConfiguration<StaffSession>
{
    public void Configure(EntityTypeBuilder<StaffSession> session)
    {
        session.ToTable("StaffSessions");
        session.HasIndex(row => row.StaffId);
        session.HasOne<StaffMember>().WithMany().HasForeignKey(row => row.StaffId);
    }
}

internal static class StaffSessionSet
{
    extension(OnRecordDb db)
    {
        public DbSet<StaffSession> StaffSessions => db.Set<StaffSession>();
    }
}
