using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace OnRecord.Platform.Pages;

/// <summary>A resource file's strings in one language, with that language's plurals and dates.</summary>
public sealed class Words(ResourceManager strings, string language)
{
    private static readonly string[] Languages = ["en", "uk"];

    // To ask a resource file takes a lock each time, and a page has a hundred words.
    private static readonly ConcurrentDictionary<
        (ResourceManager Strings, string Language),
        ConcurrentDictionary<string, string?>
    > Read = new();

    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(Supported(language));

    private readonly ConcurrentDictionary<string, string?> read = Read.GetOrAdd(
        (strings, Supported(language)),
        _ => new(StringComparer.Ordinal)
    );

    /// <summary>The language the words are in: <c>en</c> or <c>uk</c>.</summary>
    public string Language => culture.Name;

    /// <exception cref="KeyNotFoundException">The resource file has no such string.</exception>
    public string this[string key] => Find(key) ?? throw new KeyNotFoundException($"{strings.BaseName} has no {key}.");

    public string With(string key, params object[] values) => string.Format(culture, this[key], values);

    /// <summary>A string that depends on a number: <c>Comments.one</c>, <c>.few</c>, <c>.many</c>, <c>.other</c> as Unicode CLDR has them.</summary>
    public string Count(string key, int number) =>
        string.Format(culture, Find($"{key}.{Plural(number)}") ?? this[$"{key}.other"], number);

    /// <summary>A day and time as people write it: 14 March 2026, 09:12.</summary>
    public string Moment(DateTimeOffset at) =>
        at.ToString(culture.Name == "uk" ? "d MMMM yyyy 'року', HH:mm" : "d MMMM yyyy, HH:mm", culture);

    /// <summary>As short as it can be understood today: 09:12; 14 Mar 09:12; 14 Mar 2025.</summary>
    public string Short(DateTimeOffset at, DateTimeOffset now) =>
        at.ToString(
            at.Date == now.Date ? "HH:mm"
                : at.Year == now.Year ? "d MMM HH:mm"
                : "d MMM yyyy",
            culture
        );

    /// <summary>A day as people write it: 14 March 2026.</summary>
    public string Date(DateTimeOffset at) =>
        at.ToString(culture.Name == "uk" ? "d MMMM yyyy 'року'" : "d MMMM yyyy", culture);

    /// <summary>An hour: 09:12.</summary>
    public string Hour(DateTimeOffset at) => at.ToString("HH:mm", culture);

    /// <summary>A month and its year: March 2026.</summary>
    public string Month(DateTime month) => month.ToString("Y", culture);

    /// <summary>Weekday and day: Saturday 14.</summary>
    public string Weekday(DateTime day) => day.ToString("ddd d", culture);

    public string Day(DateTimeOffset at) => at.ToString(culture.Name == "uk" ? "d MMMM" : "d MMMM", culture);

    /// <summary>The language of ours nearest to the one asked for: its own or English.</summary>
    public static string Supported(string? language) =>
        Languages.FirstOrDefault(ours =>
            string.Equals(language?.Split('-')[0], ours, StringComparison.OrdinalIgnoreCase)
        ) ?? "en";

    private string? Find(string key) =>
        read.TryGetValue(key, out var known) ? known : read[key] = strings.GetString(key, culture);

    // CLDR plural rules for whole numbers: English one/other; Ukrainian one/few/many.
    private string Plural(int number)
    {
        if (culture.Name != "uk")
            return number == 1 ? "one" : "other";
        return (number % 10, number % 100) switch
        {
            (1, not 11) => "one",
            (>= 2 and <= 4, not (>= 12 and <= 14)) => "few",
            _ => "many",
        };
    }
}
