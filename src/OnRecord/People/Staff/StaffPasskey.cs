using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.People.Staff;

/// <summary>A passkey somebody of the newsroom signs in with (WebAuthn credential). Only its public half is here.</summary>
internal sealed class StaffPasskey
{
    public required Guid Id { get; init; }

    public required Guid StaffId { get; init; }

    public required byte[] CredentialId { get; init; }

    public required byte[] PublicKey { get; init; }

    /// <summary>What its owner calls it; empty until they name it.</summary>
    public string Name { get; set; } = "";

    public required DateTimeOffset AddedAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>WebAuthn's counter; one that goes back betrays a copied key.</summary>
    public required long SignCount { get; set; }

    /// <summary>How the browser reaches it, such as <c>internal</c> or <c>usb</c>, parted by spaces.</summary>
    public required string Transports { get; init; }

    public required bool IsBackupEligible { get; init; }

    public required bool IsBackedUp { get; set; }

    public static StaffPasskey From(Guid staff, UserPasskeyInfo made, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            StaffId = staff,
            CredentialId = made.CredentialId,
            PublicKey = made.PublicKey,
            Name = made.Name ?? "",
            AddedAt = now,
            SignCount = made.SignCount,
            Transports = string.Join(' ', made.Transports ?? []),
            IsBackupEligible = made.IsBackupEligible,
            IsBackedUp = made.IsBackedUp,
        };

    // What attested the key at its making is not kept: we ask no maker for a certificate.
    public UserPasskeyInfo ToIdentity() =>
        new(
            CredentialId,
            PublicKey,
            AddedAt,
            (uint)SignCount,
            Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            isUserVerified: true,
            IsBackupEligible,
            IsBackedUp,
            attestationObject: [],
            clientDataJson: []
        )
        {
            Name = Name,
        };
}

internal sealed class StaffPasskeyTable : IEntityTypeConfiguration<StaffPasskey>
{
    public void Configure(EntityTypeBuilder<StaffPasskey> passkey)
    {
        passkey.ToTable("StaffPasskeys");
        passkey.HasIndex(row => row.CredentialId).IsUnique();
        passkey.HasIndex(row => row.StaffId);
        passkey.HasOne<StaffMember>().WithMany().HasForeignKey(row => row.StaffId);
    }
}

internal static class StaffPasskeySet
{
    extension(OnRecordDb db)
    {
        public DbSet<StaffPasskey> StaffPasskeys => db.Set<StaffPasskey>();
    }
}
