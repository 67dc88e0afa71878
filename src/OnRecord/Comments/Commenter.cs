using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Comments;

/// <summary>Whoever comments from one e-mail address. There is no account and no password.</summary>
internal sealed class Commenter
{
    public required Guid Id { get; init; }

    /// <summary>A keyed hash of the e-mail address, by which it is known again.</summary>
    public required byte[] EmailKey { get; init; }

    /// <summary>The address, sealed; empty where only a ban is kept of somebody who had their data erased.</summary>
    public required byte[] Email { get; set; }

    /// <summary>As they last signed; empty with the address.</summary>
    public required string Name { get; set; }

    public required DateTimeOffset FirstAt { get; init; }

    public required DateTimeOffset LastAt { get; set; }

    /// <summary>When they first opened the link in a letter to this address; null before.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>Comments of theirs that were shown, and that the newsroom refused.</summary>
    public int Published { get; set; }

    public int Rejected { get; set; }

    public DateTimeOffset? WarnedAt { get; set; }

    /// <summary>Whether all they write waits for a moderator.</summary>
    public bool IsHeld { get; set; }

    public DateTimeOffset? SuspendedUntil { get; set; }

    public DateTimeOffset? BannedAt { get; set; }

    /// <summary>What they were told when they were warned, suspended or banned.</summary>
    public string Sanction { get; set; } = "";

    /// <summary>Whether they asked for no more letters.</summary>
    public bool WantsNoLetters { get; set; }

    /// <summary>Whether what they write is refused at this moment.</summary>
    public bool IsBarred(DateTimeOffset now) => BannedAt is not null || SuspendedUntil > now;

    /// <summary>Takes away all but what keeps them out: the keyed hash, by which nobody finds the address.</summary>
    public void KeepBarAlone()
    {
        (Email, Name, Sanction) = ([], "", "");
        (ConfirmedAt, WarnedAt, WantsNoLetters) = (null, null, true);
        (Published, Rejected) = (0, 0);
    }
}

internal sealed class CommenterTable : IEntityTypeConfiguration<Commenter>
{
    public void Configure(EntityTypeBuilder<Commenter> commenter)
    {
        commenter.ToTable("Commenters");
        commenter.HasIndex(row => row.EmailKey).IsUnique();
        commenter.HasIndex(row => row.LastAt);
    }
}

internal static class CommenterSet
{
    extension(OnRecordDb db)
    {
        public DbSet<Commenter> Commenters => db.Set<Commenter>();
    }
}
