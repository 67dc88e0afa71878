using FsCheck.Xunit;
using OnRecord.Search;

namespace OnRecord.Tests.Search;

public class TextWordsTests
{
    [Theory]
    [InlineData("Україна", "Украина")]
    [InlineData("Київ", "КИЇВ")]
    [InlineData("Ґанок", "ганок")]
    [InlineData("об’їзд", "об'їзд")]
    [InlineData("й", "и\u0306")]
    [InlineData("Zürich", "zurich")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Putin’s", "Putin")]
    [InlineData("ΌΡΟΣ", "ορος")]
    [InlineData("أحمد", "احمد")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("Ａ１", "a1")]
    public void Two_ways_to_write_a_word_are_one(string one, string other) => Words(one).ShouldBe(Words(other));

    [Fact]
    public void Different_letters_stay_different() => Words("йод").ShouldNotBe(Words("іод"));

    [Fact]
    public void Signs_part_words_and_apostrophes_do_not() =>
        Words("two-thirds, O’Connor: 2,140 (e.g. “п’ять”)")
            .ShouldBe(["two", "thirds", "oconnor", "2", "140", "e", "g", "пят"]);

    [Fact]
    public void Scripts_without_spaces_are_found_by_each_two_letters() =>
        Question.Read("東京都 dam").Words.Select(word => word.Folded).ShouldBe(["東京", "京都", "dam"]);

    [Property(MaxTest = 300)]
    public void Every_word_lies_where_it_says_in_any_text(string? text)
    {
        var at = 0;
        TextWords.Each(
            text ?? "",
            (start, end, word, _) =>
            {
                start.ShouldBeGreaterThanOrEqualTo(at);
                end.ShouldBeInRange(start + 1, text!.Length);
                word.Length.ShouldBeGreaterThan(0);
                word.ToString().ShouldNotContain(' ');
                at = end;
            }
        );
    }

    [Theory]
    [InlineData("rogozyn", "rogozin", 1)]
    [InlineData("sulivan", "sullivan", 1)]
    [InlineData("pushikn", "pushkin", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "abc", 0)]
    public void Mistakes_are_counted(string one, string other, int mistakes) =>
        NearWords.Mistakes(one, other).ShouldBe(mistakes);

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        TextWords.Each(text, (_, _, word, _) => words.Add(word.ToString()));
        return words;
    }
}
