using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Documents;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories.Arrangement;

/// <summary>What the newsroom holds itself to, and tells its readers: ethics, corrections, who owns it. The desk works on the draft.</summary>
internal sealed class Policy
{
    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    /// <summary>Its place in the list.</summary>
    public required int Position { get; set; }

    public required string Title { get; set; }

    /// <summary>A BCP 47 tag.</summary>
    public required string Language { get; set; }

    public required StoryDocument Draft { get; set; }

    /// <summary>What it is about, as machines ask for it; null where it is none of those.</summary>
    public PolicyKind? Kind { get; set; }

    /// <summary>What readers see; null before the first publication.</summary>
    public Guid? LiveVersionId { get; private set; }

    /// <summary>Shows the draft to readers as a new version.</summary>
    /// <param name="number">One more than the last version's.</param>
    public PolicyVersion Publish(int number, DateTimeOffset now, Guid? by)
    {
        var version = new PolicyVersion
        {
            Id = Guid.CreateVersion7(now),
            PolicyId = Id,
            Number = number,
            Title = Title,
            Language = Language,
            Text = Draft,
            At = now,
            StaffId = by,
        };
        LiveVersionId = version.Id;
        return version;
    }

    /// <summary>Takes it from the site. Its versions stay.</summary>
    public void Withdraw() => LiveVersionId = null;
}

/// <summary>A policy as readers were shown it from one moment on. Never changed once made.</summary>
internal sealed class PolicyVersion
{
    public required Guid Id { get; init; }

    public required Guid PolicyId { get; init; }

    /// <summary>1 for the first, then one more for each.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    public required string Language { get; init; }

    public required StoryDocument Text { get; init; }

    public required DateTimeOffset At { get; init; }

    public Guid? StaffId { get; init; }
}

internal sealed class PolicyTable : IEntityTypeConfiguration<Policy>
{
    public void Configure(EntityTypeBuilder<Policy> policy)
    {
        policy.ToTable("Policies");
        policy.HasIndex(row => row.Slug).IsUnique();
        policy.Property(row => row.Draft).HasConversion(new StoryContentColumns.TextJson(), ByValue());
    }

    // Immutable values need no copy to be compared with later.
    internal static Microsoft.EntityFrameworkCore.ChangeTracking.ValueComparer<StoryDocument> ByValue() =>
        new((one, other) => Equals(one, other), text => text.GetHashCode(), text => text);
}

internal sealed class PolicyVersionTable : IEntityTypeConfiguration<PolicyVersion>
{
    public void Configure(EntityTypeBuilder<PolicyVersion> version)
    {
        version.ToTable("PolicyVersions");
        version.HasIndex(row => new { row.PolicyId, row.Number }).IsUnique();
        version.Property(row => row.Text).HasConversion(new StoryContentColumns.TextJson(), PolicyTable.ByValue());
        version.HasOne<Policy>().WithMany().HasForeignKey(row => row.PolicyId);
    }
}

internal static class PolicySet
{
    extension(OnRecordDb db)
    {
        public DbSet<Policy> Policies => db.Set<Policy>();

        public DbSet<PolicyVersion> PolicyVersions => db.Set<PolicyVersion>();
    }
}
