using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories;

/// <summary>The newsroom itself. There is one.</summary>
internal sealed partial class Newsroom
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required string Name { get; set; }

    public required string Tagline { get; set; }

    /// <summary>The language of its front, a BCP 47 tag.</summary>
    public required string Language { get; set; }

    /// <summary>The IANA time zone its clocks show.</summary>
    public required string TimeZone { get; set; }

    /// <summary>The e-mail address at which readers reach it; null where it names none.</summary>
    public string? Contact { get; set; }

    /// <summary>Its colour on light paper, such as <c>#8c1d18</c>; null for OnRecord's own.</summary>
    public string? AccentLight { get; set; }

    /// <summary>Its colour on dark paper; null for OnRecord's own.</summary>
    public string? AccentDark { get; set; }

    /// <summary>Its logo as <see cref="LogoPicture"/> writes it; null where the name stands instead.</summary>
    public string? Logo { get; set; }

    /// <summary>The logo for dark paper; null where the other serves both.</summary>
    public string? LogoDark { get; set; }

    /// <summary>Whether the sources of all stories are switched off.</summary>
    public bool HidesSources { get; set; }

    /// <summary>What the newsroom set of the checks on sources, as <see cref="Ledger.CheckLevels"/> writes it; empty where it set nothing.</summary>
    public string SourceChecks { get; set; } = "";

    /// <summary>Within how many hours it answers a reader who reports an error.</summary>
    public int AnswerHours { get; set; } = 72;

    public Masthead Masthead { get; set; }

    public DateTimeOffset Local(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));

    /// <summary>The instant of a time on the newsroom's clock, as a form gives it: <c>2026-03-14T09:12</c>.</summary>
    /// <returns>Null where it is no time, or one that the clock leaps over in spring. Of an hour that comes twice in autumn, the first.</returns>
    public DateTimeOffset? Instant(string written)
    {
        if (!DateTime.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return null;
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        if (zone.IsInvalidTime(local) || local.Year is < 1900 or > 9000)
            return null;
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>An instant on the newsroom's clock as a form takes it.</summary>
    public string Written(DateTimeOffset? at) =>
        at is { } instant ? Local(instant).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) : "";
}

/// <summary>How the name stands above a page.</summary>
internal enum Masthead
{
    /// <summary>Name and sections in one line.</summary>
    Line = 0,

    /// <summary>The name large in the middle, the sections below it.</summary>
    Centred = 1,
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
