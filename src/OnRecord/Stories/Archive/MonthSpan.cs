namespace OnRecord.Stories.Archive;

/// <summary>A month on the newsroom's clock, as instants.</summary>
/// <param name="Until">The instant at which the next begins.</param>
internal sealed record MonthSpan(int Year, int Month, DateTimeOffset From, DateTimeOffset Until)
{
    /// <param name="month">From 1 to 12.</param>
    public static MonthSpan Of(Newsroom newsroom, int year, int month) =>
        new(year, month, Start(newsroom, (year * 12) + month - 1), Start(newsroom, (year * 12) + month));

    // A clock that leaps at midnight begins the month an hour later.
    private static DateTimeOffset Start(Newsroom newsroom, int count)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(newsroom.TimeZone);
        var local = new DateTime(count / 12, (count % 12) + 1, 1);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(30);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
