using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories;

/// <summary>The newsroom itself. There is one.</summary>
internal sealed class Newsroom
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required string Name { get; set; }

    public required string Tagline { get; set; }

    /// <summary>The language of its front, a BCP 47 tag.</summary>
    public required string Language { get; set; }

    /// <summary>The IANA time zone its clocks show.</summary>
    public required string TimeZone { get; set; }

    public DateTimeOffset Local(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
}

internal sealed class NewsroomTable : IEntityTypeConfiguration<Newsroom>
{
    public void Configure(EntityTypeBuilder<Newsroom> newsroom)
    {
        newsroom.ToTable("Newsroom");
        newsroom.Property(row => row.Id).ValueGeneratedNever();
        newsroom.HasData(
            new Newsroom
            {
                Name = "The newsroom",
                Tagline = "A non-profit newsroom",
                Language = "en",
                TimeZone = "UTC",
            }
        );
    }
}

internal static class NewsroomSet
{
    extension(OnRecordDb db)
    {
        public Task<Newsroom> Newsroom(CancellationToken stop = default) =>
            db.Set<Newsroom>().SingleAsync(row => row.Id == Stories.Newsroom.OnlyId, stop);
    }
}
