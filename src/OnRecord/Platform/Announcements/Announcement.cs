using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Platform.Announcements;

/// <summary>A fact on its way to one who listens, kept until it was heard.</summary>
internal sealed class Announcement
{
    // A few seconds, then longer and longer: who listens may ask another machine that is away for a night.
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(12),
    ];

    public required Guid Id { get; init; }

    /// <summary>The name of the fact.</summary>
    public required string Kind { get; init; }

    /// <summary>The name of the one who listens.</summary>
    public required string Listener { get; init; }

    /// <summary>The fact as JSON.</summary>
    public required string Fact { get; init; }

    public required DateTimeOffset AnnouncedAt { get; init; }

    /// <summary>When it may be told next; in the future while another worker tells it; null once it was given up.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public int Tries { get; private set; }

    public string? Failure { get; private set; }

    public void Failed(string reason, DateTimeOffset now)
    {
        Failure = reason.Length > 500 ? reason[..500] : reason;
        DueAt = Tries < Pauses.Length ? now + Pauses[Tries] : null;
        Tries++;
    }
}

internal sealed class AnnouncementTable : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> announcement)
    {
        announcement.ToTable("Announcements");
        announcement.HasIndex(row => new { row.DueAt, row.Id });
    }
}

internal static class AnnouncementSet
{
    extension(OnRecordDb db)
    {
        public DbSet<Announcement> Announcements => db.Set<Announcement>();
    }
}
