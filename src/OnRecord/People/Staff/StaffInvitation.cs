using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.People.Staff;

/// <summary>An address that lets somebody in once. Its secret is told to them and kept here only as a hash.</summary>
internal sealed class StaffInvitation
{
    public required Guid Id { get; init; }

    /// <summary>Whom it lets in; null for the first owner, who has no name yet.</summary>
    public Guid? StaffId { get; set; }

    public required InvitationKind Kind { get; init; }

    public required string SecretHash { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset EndsAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && EndsAt > now;

    public static TimeSpan LifeOf(InvitationKind kind) =>
        kind switch
        {
            InvitationKind.Invite => TimeSpan.FromDays(7),
            InvitationKind.SetUp or InvitationKind.Entrance => TimeSpan.FromHours(24),
            _ => TimeSpan.FromHours(1),
        };
}

internal enum InvitationKind
{
    /// <summary>Makes the first owner.</summary>
    SetUp = 1,

    /// <summary>Brings a new colleague in.</summary>
    Invite = 2,

    /// <summary>A new password or passkey; the second step is still asked.</summary>
    Recovery = 3,

    /// <summary>A new password or passkey, and a new second step.</summary>
    Reset = 4,

    /// <summary>Signs in at once; only the demonstration takes it.</summary>
    Entrance = 5,
}

internal sealed class StaffInvitationTable : IEntityTypeConfiguration<StaffInvitation>
{
    public void Configure(EntityTypeBuilder<StaffInvitation> invitation)
    {
        invitation.ToTable("StaffInvitations");
        invitation.HasIndex(row => row.SecretHash).IsUnique();
        invitation.HasOne<StaffMember>().WithMany().HasForeignKey(row => row.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal static class StaffInvitationSet
{
    extension(OnRecordDb db)
    {
        public DbSet<StaffInvitation> StaffInvitations => db.Set<StaffInvitation>();
    }
}
