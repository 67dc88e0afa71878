using System.Globalization;
using System.Resources;
using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Desk;

/// <summary>Problems that entities and use cases tell in English, in the desk's other languages. The English sentence is the key.</summary>
internal static class ProblemWords
{
    private static readonly ResourceManager Strings = new("OnRecord.Desk.ProblemWords", typeof(ProblemWords).Assembly);

    public static string In(string language, Problem problem)
    {
        var culture = CultureInfo.GetCultureInfo(Words.Supported(language));
        var pattern = Strings.GetString(problem.Pattern, culture) ?? problem.Pattern;
        return string.Format(culture, pattern, [.. problem.Values]);
    }
}
