using System.Globalization;

namespace OnRecord.Commands.Demonstration;

/// <summary>Moments of the demonstration, written as days from today and a time by the newsroom's clock.</summary>
internal sealed record DemonstrationClock(DateTimeOffset Now, TimeZoneInfo Zone)
{
    /// <summary>"-3 09:12": three days before today, at 09:12; a moment still to come is taken a day earlier.</summary>
    public DateTimeOffset Past(string written)
    {
        var moment = At(written);
        return (moment > Now ? moment.AddDays(-1) : moment).ToUniversalTime();
    }

    /// <summary>"+1 06:00": tomorrow at six; a moment of today that is over is taken at the end of today.</summary>
    public DateTimeOffset Wanted(string written)
    {
        var moment = At(written);
        return (written[0] == '+' && moment <= Now ? At($"{written.Split(' ')[0]} 23:59") : moment).ToUniversalTime();
    }

    public DateTimeOffset Before(double hours) => Now.AddHours(-hours);

    private DateTimeOffset At(string written)
    {
        var (days, time) = (written.Split(' ')[0], written.Split(' ')[1]);
        var today = TimeZoneInfo.ConvertTime(Now, Zone).Date;
        var local = today
            .AddDays(int.Parse(days, CultureInfo.InvariantCulture))
            .Add(TimeSpan.Parse(time, CultureInfo.InvariantCulture));
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }
}
