using OnRecord.Stories.Arrangement;

namespace OnRecord.Tests.Desk.Arrangement;

public class ColourTests
{
    [Theory]
    [InlineData("#000000", "#ffffff", 21.0)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#ff0000", "#ffffff", 4.00)]
    [InlineData("#0000ff", "#ffffff", 8.59)]
    [InlineData("#abc", "#abc", 1.0)]
    public void Contrast_is_what_WCAG_says(string text, string ground, double expected) =>
        Colour.Read(text)!.Value.Contrast(Colour.Read(ground)!.Value).ShouldBe(expected, 0.005);

    [Theory]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    [InlineData("#+12345")]
    [InlineData("url(x)")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_colour_is_none(string? written) => Colour.Read(written).ShouldBeNull();

    [Theory]
    [InlineData("#ffcc00", false)]
    [InlineData("#00bcd4", false)]
    [InlineData("#8c1d18", true)]
    [InlineData("#1a237e", true)]
    [InlineData("#777777", false)]
    public void The_nearest_colour_can_be_read_has_the_same_hue_and_is_no_further_than_needed(string picked, bool dark)
    {
        var wanted = Colour.Read(picked)!.Value;
        Theme.IsReadable(wanted, dark).ShouldBeFalse();
        var found = wanted.Nearest(colour => Theme.IsReadable(colour, dark))!.Value;
        Theme.IsReadable(found, dark).ShouldBeTrue();
        Hue(found).ShouldBe(Hue(wanted), 4);
        Theme.Grounds(dark).Min(ground => found.Contrast(ground.Colour)).ShouldBeLessThan(4.7);
    }

    [Fact]
    public void A_colour_that_can_be_read_is_left_as_it_is() =>
        Theme.AccentLight.Nearest(colour => Theme.IsReadable(colour, dark: false)).ShouldBe(Theme.AccentLight);

    [Fact]
    public async Task The_colours_that_are_counted_with_are_those_of_the_style_sheets()
    {
        await using var app = await OnRecordApp.Start();
        var front = await app.Page("/");
        var style = front[front.IndexOf("/assets/reader.", StringComparison.Ordinal)..].Split('"')[0];
        var css = await app.Page(style);
        css.ShouldContain($"--accent: light-dark({Theme.AccentLight}, {Theme.AccentDark})");
        foreach (var (at, name) in new[] { "paper", "raised" }.Index())
            css.ShouldContain(
                $"--{name}: light-dark({Theme.Grounds(false)[at].Colour}, {Theme.Grounds(true)[at].Colour})"
            );
    }

    private static double Hue(Colour colour) =>
        System.Drawing.Color.FromArgb(colour.Red, colour.Green, colour.Blue).GetHue();
}
