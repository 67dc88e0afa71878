using System.Globalization;
using OnRecord.Platform.Pages;

namespace OnRecord.Desk.Sources;

/// <summary>Days and months as people write them.</summary>
internal static class SourceDays
{
    public static string Day(Words words, DateOnly day) =>
        day.ToString(words.Language == "uk" ? "d MMMM yyyy 'р.'" : "d MMMM yyyy", Culture(words));

    public static string Month(Words words, DateOnly month) => words.Month(month.ToDateTime(TimeOnly.MinValue));

    public static string ShortMonth(Words words, DateOnly month) => month.ToString("MMM", Culture(words));

    public static string Number(Words words, int number) => number.ToString("N0", Culture(words));

    public static string Percent(Words words, int part, int whole) =>
        whole == 0 ? "–" : ((double)part / whole).ToString("P0", Culture(words));

    private static CultureInfo Culture(Words words) => CultureInfo.GetCultureInfo(words.Language);
}
