using System.Text.RegularExpressions;
using NetVips;
using OnRecord.Media;
using OnRecord.Tests.Imports;

namespace OnRecord.Tests.Media;

public partial class PictureToneTests
{
    [Theory]
    [InlineData("20 40 200", "tone l2 h9 strong")]
    [InlineData("200 30 20", "tone l3 h1 strong")]
    [InlineData("120 110 95", "tone l3 h3")]
    [InlineData("128 128 128", "tone l3")]
    [InlineData("0 0 0", "tone l0")]
    [InlineData("255 255 255", "tone l5")]
    public void A_picture_of_one_colour_has_that_colour(string colour, string tone)
    {
        using var image = Solid(48, 32, colour);
        Tone(image.PngsaveBuffer()).ShouldBe(tone);
        Tone(image.TiffsaveBuffer()).ShouldBe(tone);
        Tone(image.JpegsaveBuffer(q: 95)).ShouldBe(tone);
        using var deep = image.Colourspace(Enums.Interpretation.Rgb16);
        Tone(deep.PngsaveBuffer()).ShouldBe(tone);
    }

    [Fact]
    public void A_picture_of_several_colours_has_their_average()
    {
        // A third red and two thirds blue.
        Tone(TestPictures.Halves(90, 60, "png")).ShouldBe(PictureTone.Of(80, 110.0 / 3, 140).Class);
        using var image = Solid(40, 40, "90 90 90");
        using var grey = image.Colourspace(Enums.Interpretation.Bw);
        Tone(grey.JpegsaveBuffer()).ShouldBe("tone l2");
        using var printed = image.Colourspace(Enums.Interpretation.Cmyk);
        Tone(printed.JpegsaveBuffer())!.ShouldStartWith("tone l2");
    }

    [Fact]
    public void What_lets_the_paper_through_has_no_colour()
    {
        using var image = Solid(40, 40, "20 40 200");
        using var clear = image.Bandjoin([128]);
        Tone(clear.PngsaveBuffer()).ShouldBeNull();
        Tone(clear.WebpsaveBuffer()).ShouldBeNull();
        using var opaque = image.Bandjoin([255]);
        Tone(opaque.PngsaveBuffer()).ShouldBe("tone l2 h9 strong");
        const string Drawing = """<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60">{0}</svg>""";
        Tone(Svg(Drawing, """<circle cx="45" cy="30" r="9"/>""")).ShouldBeNull();
        Tone(Svg(Drawing, """<rect width="90" height="60" fill="#808080"/>""")).ShouldBe("tone l3");
    }

    [Fact]
    public async Task The_library_keeps_a_pictures_colour()
    {
        await using var app = await OnRecordApp.Start();
        var picture = (await app.Add(TestPages.Jpeg(90, 60), "p.jpg")).Value!;
        new PictureTone(picture.Tone!.Value).Class.ShouldBe(PictureTone.Of(60, 90, 110).Class);
    }

    [Fact]
    public void Every_colour_is_written_and_read_again()
    {
        var pictures = PictureTone.All.Select((_, at) => Kept(at, at + 1)).ToList();
        pictures.Count.ShouldBe(PictureTone.Lightnesses * (1 + (2 * PictureTone.Hues)));
        var tones = PictureTones.Write([.. pictures, Kept(900, 0), Kept(901, null)]);
        foreach (var (picture, tone) in pictures.Zip(PictureTone.All))
            PictureTones.ClassOf(tones, picture.Sha256).ShouldBe(tone);
        foreach (var other in new[] { Kept(900, 0), Kept(901, null), Kept(902, null) })
            PictureTones.ClassOf(tones, other.Sha256).ShouldBeNull();
        PictureTones.Write([Kept(900, 0)]).ShouldBeNull();
        PictureTones.ClassOf(null, pictures[0].Sha256).ShouldBeNull();
        PictureTones.ClassOf($"{pictures[0].Sha256[..8]}ff", pictures[0].Sha256).ShouldBeNull();
    }

    [Fact]
    public async Task The_style_sheet_has_a_rule_for_every_class()
    {
        await using var app = await OnRecordApp.Start();
        var sheet = await app.Page(Sheet().Match(await app.Page("/")).Value);
        foreach (var name in PictureTone.All.SelectMany(tone => tone.Split(' ')).Distinct())
            Regex.IsMatch(sheet, $@"\.{name}\s*\{{").ShouldBeTrue(name);
    }

    private static string? Tone(byte[] file)
    {
        PictureFile.Measure(file, out var fault, out var tone).ShouldNotBeNull($"{fault}");
        return tone.Class;
    }

    private static Picture Kept(int hash, int? tone) =>
        new()
        {
            Sha256 = $"{hash:x8}{new string('0', 56)}",
            Width = 90,
            Height = 60,
            AddedAt = DateTimeOffset.UnixEpoch,
            Tone = tone,
        };

    private static byte[] Svg(string drawing, string inside) =>
        System.Text.Encoding.UTF8.GetBytes(drawing.Replace("{0}", inside, StringComparison.Ordinal));

    private static Image Solid(int width, int height, string colour)
    {
        using var black = Image.Black(width, height, 3);
        using var coloured = black + colour.Split(' ').Select(double.Parse).ToArray();
        using var cast = coloured.Cast(Enums.BandFormat.Uchar);
        return cast.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    [GeneratedRegex("/assets/reader[^\"]*css")]
    private static partial Regex Sheet();
}
