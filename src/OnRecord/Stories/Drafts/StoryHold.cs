using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Drafts;

/// <summary>Who has a story open for writing. It lapses when their browser is no longer heard.</summary>
internal sealed class StoryHold
{
    /// <summary>A window in front is heard every few seconds, one behind others once a minute: browsers slow its clock.</summary>
    public static readonly TimeSpan Lapse = TimeSpan.FromSeconds(90);

    public required Guid StoryId { get; init; }

    public required Guid StaffId { get; set; }

    /// <summary>Which of their windows.</summary>
    public required string Tab { get; set; }

    public required DateTimeOffset Since { get; set; }

    public required DateTimeOffset SeenAt { get; set; }

    public bool Stands(DateTimeOffset now) => SeenAt + Lapse > now;

    public bool IsOf(Guid staff, string tab) => StaffId == staff && Tab == tab;
}

/// <summary>Somebody would like to write on.</summary>
internal sealed class StoryRequest
{
    public required Guid StoryId { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTimeOffset At { get; set; }
}

internal sealed class StoryHoldTable : IEntityTypeConfiguration<StoryHold>
{
    public void Configure(EntityTypeBuilder<StoryHold> hold)
    {
        hold.ToTable("StoryHolds");
        hold.HasKey(row => row.StoryId);
        hold.HasOne<Story>().WithMany().HasForeignKey(row => row.StoryId);
    }
}

internal sealed class StoryRequestTable : IEntityTypeConfiguration<StoryRequest>
{
    public void Configure(EntityTypeBuilder<StoryRequest> request)
    {
        request.ToTable("StoryRequests");
        request.HasKey(row => new { row.StoryId, row.StaffId });
        request.HasOne<Story>().WithMany().HasForeignKey(row => row.StoryId);
    }
}

internal static class StoryHoldSet
{
    extension(OnRecordDb db)
    {
        public DbSet<StoryHold> StoryHolds => db.Set<StoryHold>();

        public DbSet<StoryRequest> StoryRequests => db.Set<StoryRequest>();
    }
}
