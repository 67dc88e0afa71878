using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories;

/// <summary>An address that a story ever had. None is given to another story: links live longer than headlines.</summary>
internal sealed class StoryAddress
{
    public required string Path { get; init; }

    public required Guid StoryId { get; init; }

    /// <summary>A free address for a story of this date and headline, and its row.</summary>
    public static async Task<string> Reserve(OnRecordDb db, Guid story, DateTimeOffset local, string headline)
    {
        var wanted = Story.AddressOf(local, Slug.From(headline, story.ToString("N")[..12]));
        var taken = await db.StoryAddresses.Where(row => row.Path.StartsWith(wanted)).ToListAsync();
        var free = Slug.Free(wanted, path => taken.Exists(row => row.Path == path && row.StoryId != story));
        if (!taken.Exists(row => row.Path == free))
            db.StoryAddresses.Add(new StoryAddress { Path = free, StoryId = story });
        return free;
    }
}

internal sealed class StoryAddressTable : IEntityTypeConfiguration<StoryAddress>
{
    public void Configure(EntityTypeBuilder<StoryAddress> address)
    {
        address.ToTable("StoryAddresses");
        address.HasKey(row => row.Path);
        address.HasOne<Story>().WithMany().HasForeignKey(row => row.StoryId);
    }
}

internal static class StoryAddressSet
{
    extension(OnRecordDb db)
    {
        public DbSet<StoryAddress> StoryAddresses => db.Set<StoryAddress>();
    }
}
