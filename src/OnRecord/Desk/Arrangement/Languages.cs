using System.Globalization;

namespace OnRecord.Desk.Arrangement;

/// <summary>The languages that names and texts of the site may be in, each by its own name.</summary>
internal static class Languages
{
    private static readonly string[] Tags =
        "en uk ar az be bg bn cs crh da de el es et fa fi fr he hi hu hy it ja ka kk ko lt lv mk nl no pl pt ro ru sk sl sq sr sv tg tr ur uz vi zh".Split(
            ' '
        );

    public static IReadOnlyList<(string Tag, string Name)> All { get; } = [.. Tags.Select(tag => (tag, NameOf(tag)))];

    public static bool Has(string tag) =>
        tag.Length is > 1 and < 20 && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    public static string NameOf(string tag)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag);
            return culture.TextInfo.ToTitleCase(culture.NativeName);
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
