using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord.Witnessing;

/// <summary>Somebody else's log, and the largest checkpoint of it that was cosigned here.</summary>
internal sealed class WitnessedLog
{
    /// <summary>SHA-256 of the origin, in lower-case hexadecimal.</summary>
    public required string OriginHash { get; init; }

    public required string Origin { get; init; }

    public long Size { get; private set; }

    public byte[] Root { get; private set; } = TreeHash.Empty.ToArray();

    /// <summary>The checkpoint with the log's signatures and ours.</summary>
    public string Note { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public Checkpoint Checkpoint => new(Origin, Size, new TreeHash(Root));

    public static string HashOf(string origin) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin)));

    public void Cosign(Checkpoint checkpoint, string note, DateTimeOffset at) =>
        (Size, Root, Note, At) = (checkpoint.Size, checkpoint.Root.ToArray(), note, at);
}

internal sealed class WitnessedLogTable : IEntityTypeConfiguration<WitnessedLog>
{
    public void Configure(EntityTypeBuilder<WitnessedLog> log)
    {
        log.ToTable("WitnessedLogs");
        log.HasKey(row => row.OriginHash);
        log.Property(row => row.OriginHash).HasMaxLength(64);
        // Two nodes that look at the same checkpoint cannot both go on from it.
        log.Property(row => row.Size).IsConcurrencyToken();
        log.Property(row => row.Root).IsConcurrencyToken();
        log.Ignore(row => row.Checkpoint);
    }
}
