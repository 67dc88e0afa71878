using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.People.Staff;

/// <summary>A try at the door that has not succeeded. Kept for a day, so that a restart does not give a guesser new tries.</summary>
internal sealed class SignInAttempt
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>A hash of the e-mail address that was tried, whether or not anybody has it; empty for a passkey.</summary>
    public required string Account { get; init; }

    /// <summary>Where it came from: an IPv4 address, or the /64 network of an IPv6 one.</summary>
    public required string Network { get; init; }
}

internal sealed class SignInAttemptTable : IEntityTypeConfiguration<SignInAttempt>
{
    public void Configure(EntityTypeBuilder<SignInAttempt> attempt)
    {
        attempt.ToTable("SignInAttempts");
        attempt.HasIndex(row => new { row.Account, row.At });
        attempt.HasIndex(row => new { row.Network, row.At });
        attempt.HasIndex(row => row.At);
    }
}
