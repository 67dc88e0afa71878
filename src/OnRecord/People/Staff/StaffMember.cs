using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.People.Staff;

/// <summary>Somebody with an account at the desk.</summary>
internal sealed class StaffMember
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required string Email { get; set; }

    /// <summary>The address as it is compared: in capitals.</summary>
    public required string NormalizedEmail { get; set; }

    public required Roles Roles { get; set; }

    /// <summary>The language the desk speaks to them, <c>en</c> or <c>uk</c>.</summary>
    public required string Language { get; set; }

    /// <summary>Whether notices also come by mail.</summary>
    public bool NoticesByMail { get; set; } = true;

    /// <summary>Under which name they sign; null for those who do not write.</summary>
    public Guid? PersonId { get; set; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>When they first came in; null while an invitation waits.</summary>
    public DateTimeOffset? JoinedAt { get; set; }

    /// <summary>Since when they are kept out; null for those who may come in.</summary>
    public DateTimeOffset? LockedOutAt { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>The TOTP secret in Base32, protected; null where none is set up.</summary>
    public string? AuthenticatorKey { get; set; }

    public bool TwoFactorEnabled { get; set; }

    /// <summary>The time step of the last TOTP code that was taken; one code opens once.</summary>
    public long? LastTimeStep { get; set; }

    /// <summary>Hashes of the unused recovery codes, parted by spaces.</summary>
    public string RecoveryCodes { get; set; } = "";

    /// <summary>Changes when passwords or passkeys do; ends what was granted before.</summary>
    public string SecurityStamp { get; set; } = "";

    public bool IsIn => JoinedAt is not null && LockedOutAt is null;

    public bool May(Permission permission) => IsIn && Roles.May(permission);
}

internal sealed class StaffMemberTable : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> staff)
    {
        staff.ToTable("Staff");
        staff.HasIndex(row => row.NormalizedEmail).IsUnique();
        staff.Ignore(row => row.IsIn);
    }
}

internal static class StaffSet
{
    extension(OnRecordDb db)
    {
        public DbSet<StaffMember> Staff => db.Set<StaffMember>();
    }
}
