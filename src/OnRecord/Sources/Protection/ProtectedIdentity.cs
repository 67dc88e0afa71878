using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Sources.Protection;

/// <summary>Who somebody is whom readers are not told: encrypted under a key of its own.</summary>
internal sealed class ProtectedIdentity
{
    public required Guid Id { get; init; }

    /// <summary>The source that stands for them.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>AES-256-GCM: nonce, tag, cipher text.</summary>
    public required byte[] Sealed { get; set; }

    public required DateTimeOffset StoredAt { get; set; }

    public required Guid StoredBy { get; set; }
}

/// <summary>One colleague's way to an identity: its data key, wrapped for them.</summary>
internal sealed class IdentityKey
{
    public required Guid IdentityId { get; init; }

    public required Guid StaffId { get; init; }

    /// <summary>The data key, wrapped under a key that is derived from the master key for this colleague and this identity.</summary>
    public required byte[] Wrapped { get; set; }

    public required DateTimeOffset GivenAt { get; init; }

    public required Guid GivenBy { get; init; }
}

internal sealed class ProtectedIdentityTable : IEntityTypeConfiguration<ProtectedIdentity>
{
    public void Configure(EntityTypeBuilder<ProtectedIdentity> identity)
    {
        identity.ToTable("ProtectedIdentities");
        identity.HasIndex(row => row.SourceId).IsUnique();
        identity.HasOne<Source>().WithMany().HasForeignKey(row => row.SourceId);
    }
}

internal sealed class IdentityKeyTable : IEntityTypeConfiguration<IdentityKey>
{
    public void Configure(EntityTypeBuilder<IdentityKey> key)
    {
        key.ToTable("IdentityKeys");
        key.HasKey(row => new { row.IdentityId, row.StaffId });
        key.HasOne<ProtectedIdentity>().WithMany().HasForeignKey(row => row.IdentityId);
    }
}

internal static class ProtectedIdentitySet
{
    extension(OnRecordDb db)
    {
        public DbSet<ProtectedIdentity> ProtectedIdentities => db.Set<ProtectedIdentity>();

        public DbSet<IdentityKey> IdentityKeys => db.Set<IdentityKey>();
    }
}
