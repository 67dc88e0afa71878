using System.Text.RegularExpressions;

namespace OnRecord.Imports.Reading;

/// The months that Ukrainian, Russian and German pages write, as the date reader knows them.
internal static partial class Months
{
    private static readonly Dictionary<string, string> English = new(StringComparer.OrdinalIgnoreCase)
    {
        ["січня"] = "January",
        ["лютого"] = "February",
        ["березня"] = "March",
        ["квітня"] = "April",
        ["травня"] = "May",
        ["червня"] = "June",
        ["липня"] = "July",
        ["серпня"] = "August",
        ["вересня"] = "September",
        ["жовтня"] = "October",
        ["листопада"] = "November",
        ["грудня"] = "December",
        ["января"] = "January",
        ["февраля"] = "February",
        ["марта"] = "March",
        ["апреля"] = "April",
        ["мая"] = "May",
        ["июня"] = "June",
        ["июля"] = "July",
        ["августа"] = "August",
        ["сентября"] = "September",
        ["октября"] = "October",
        ["ноября"] = "November",
        ["декабря"] = "December",
        ["januar"] = "January",
        ["jänner"] = "January",
        ["februar"] = "February",
        ["märz"] = "March",
        ["mai"] = "May",
        ["juni"] = "June",
        ["juli"] = "July",
        ["oktober"] = "October",
        ["dezember"] = "December",
    };

    public static string InEnglish(string text) =>
        NamedDay()
            .Replace(
                text,
                day =>
                    English.TryGetValue(day.Groups[2].Value, out var month)
                        ? $"{day.Groups[1].Value} {month} {day.Groups[3].Value}"
                        : day.Value
            );

    [GeneratedRegex(@"\b(\d{1,2})\.? (\p{L}{3,10}) (\d{4})( року| р\.| года| г\.)?")]
    private static partial Regex NamedDay();
}
