using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using OnRecord.Platform.Pages;

namespace OnRecord.Tests.Platform;

public partial class WordsTests
{
    [Theory]
    [InlineData("OnRecord.Front.Furniture")]
    [InlineData("OnRecord.Desk.DeskWords")]
    [InlineData("OnRecord.Desk.Writing.EditorWords")]
    [InlineData("OnRecord.Imports.ImportWords")]
    public void Ukrainian_says_everything_that_English_says(string file)
    {
        var strings = new ResourceManager(file, typeof(Site).Assembly);
        var (english, ukrainian) = (Strings(strings, "en", true), Strings(strings, "uk", false));
        foreach (var (key, text) in english)
        {
            ukrainian.ShouldContainKey(key);
            Places(ukrainian[key]).ShouldBe(Places(text), key);
        }
        foreach (var key in ukrainian.Keys.Where(key => key.EndsWith(".few", StringComparison.Ordinal)))
            ukrainian.ShouldContainKey(key[..^4] + ".many");
    }

    [Theory]
    [InlineData(1, "1 хвилина читання")]
    [InlineData(2, "2 хвилини читання")]
    [InlineData(5, "5 хвилин читання")]
    [InlineData(11, "11 хвилин читання")]
    [InlineData(21, "21 хвилина читання")]
    [InlineData(112, "112 хвилин читання")]
    public void Ukrainian_counts_as_Ukrainian_does(int number, string said) =>
        OnRecord.Front.Shell.Words("uk").Count("Minutes", number).ShouldBe(said);

    [Fact]
    public void Dates_are_written_as_people_write_them()
    {
        var at = new DateTimeOffset(2026, 3, 14, 9, 12, 0, TimeSpan.Zero);
        OnRecord.Front.Shell.Words("en").Moment(at).ShouldBe("14 March 2026, 09:12");
        OnRecord.Front.Shell.Words("uk-UA").Moment(at).ShouldBe("14 березня 2026 року, 09:12");
        Words.Supported("ar").ShouldBe("en");
    }

    private static Dictionary<string, string> Strings(ResourceManager strings, string language, bool parents) =>
        strings
            .GetResourceSet(CultureInfo.GetCultureInfo(language), true, parents)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> Places(string text) =>
        Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
