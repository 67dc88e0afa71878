using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Platform.Mail;

/// <summary>A message that is to leave the newsroom, kept until it has.</summary>
internal sealed class OutgoingMail
{
    // A minute, then longer and longer: a mail server may be away for a weekend.
    private static readonly int[] MinutesBetweenTries = [1, 5, 15, 60, 180, 720, 1440, 1440];

    public required Guid Id { get; init; }

    /// <summary>The whole message as MIME.</summary>
    public required byte[] Message { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it may be tried next; in the future while another worker holds it; null once it was sent or given up.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? SentAt { get; private set; }

    public int Tries { get; private set; }

    public string? Failure { get; private set; }

    public void Sent(DateTimeOffset now) => (SentAt, DueAt, Failure) = (now, null, null);

    public void Failed(string reason, bool forGood, DateTimeOffset now)
    {
        Failure = reason;
        DueAt = forGood || Tries >= MinutesBetweenTries.Length ? null : now.AddMinutes(MinutesBetweenTries[Tries]);
        Tries++;
    }
}

internal sealed class OutgoingMailTable : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("OutgoingMail");
        mail.HasIndex(row => row.DueAt);
    }
}

internal static class OutgoingMailSet
{
    extension(OnRecordDb db)
    {
        public DbSet<OutgoingMail> OutgoingMail => db.Set<OutgoingMail>();
    }
}
