using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using OnRecord.Front;
using OnRecord.Media;
using OnRecord.Stories;

namespace OnRecord.Tests.Media;

public class RenditionTests
{
    [Theory]
    [InlineData(1200, 800, 1200, 800)]
    [InlineData(1600, 800, 1200, 800)]
    [InlineData(800, 1600, 800, 533)]
    [InlineData(1, 1, 1, 1)]
    public void A_piece_is_as_large_as_the_picture_allows(int width, int height, int pieceWidth, int pieceHeight) =>
        PictureRatio.Wide.Within(width, height).ShouldBe((pieceWidth, pieceHeight));

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("avif")]
    public void A_cut_keeps_the_focal_point_in_sight(string format)
    {
        var original = TestPictures.Halves(1500, 500, format);
        foreach (var (x, share) in new[] { (0, 2.0 / 3), (16, 2.0 / 3), (50, 1.0 / 6), (100, 0) })
        {
            using var cut = Cut(original, (1500, 500), 480, PictureRatio.Wide, x, 50);
            (cut.Width, cut.Height).ShouldBe((480, 320));
            // Red is the left third of the whole.
            using var red = cut.ExtractBand(0) > 128;
            (red.Avg() / 255).ShouldBe(share, 0.01, $"{x}");
        }
    }

    [Fact]
    public void A_cut_has_the_size_its_address_says_for_any_original()
    {
        foreach (
            var (width, height) in new[]
            {
                (481, 319),
                (3001, 77),
                (77, 3001),
                (1, 900),
                (5, 5),
                (1201, 801),
                (2003, 1127),
            }
        )
        {
            var original = TestPictures.Halves(width < 3 ? 3 : width, height, "png");
            var size = (width < 3 ? 3 : width, height);
            foreach (var ratio in new[] { PictureRatio.Wide, PictureRatio.Card })
            foreach (var offered in RenditionSizes.For(ratio.Within(size.Item1, size.height).Width))
            {
                using var cut = Cut(original, size, offered, ratio, 100, 0);
                cut.Width.ShouldBe(offered);
                Math.Abs(cut.Height - ratio.HeightAt(offered)).ShouldBeLessThanOrEqualTo(1);
            }
        }
    }

    [Fact]
    public void A_picture_turned_by_its_camera_is_cut_as_it_is_shown()
    {
        using var lying = Image.NewFromBuffer(TestPictures.Halves(900, 600));
        using var turned = lying.Mutate(image => image.Set(GValue.GIntType, "orientation", 6));
        var file = turned.JpegsaveBuffer();
        PictureFile.Measure(file).ShouldBe((600, 900));
        // Turned to the right, the red third lies above.
        using var above = Cut(file, (600, 900), 480, PictureRatio.Wide, 50, 0);
        (above.Width, above.Height).ShouldBe((480, 320));
        ((above.ExtractBand(0) > 128).Avg() / 255).ShouldBe(0.75, 0.01);
    }

    [Fact]
    public async Task Only_cuts_around_a_focal_point_that_was_given_are_made()
    {
        await using var app = await OnRecordApp.Start();
        var sha256 = (await app.Add(TestPictures.Halves(1500, 500), "p.jpg")).Value!.Sha256;
        foreach (var right in new[] { "480-3x2-50-50.avif", "750-3x2-50-50.webp", "480-16x9-50-50.jpg" })
            (await app.Http.GetAsync($"/media/{sha256}/{right}")).StatusCode.ShouldBe(HttpStatusCode.OK, right);
        foreach (
            var wrong in new[]
            {
                "480-3x2-10-50.webp",
                "1500-3x2-50-50.webp",
                "480-4x3-50-50.webp",
                "480-3x2-050-50.webp",
                "480-3x2-50.webp",
                "480-3x2-50-50-.webp",
                "480-3x2-50-101.webp",
                "480-3x2--1-50.webp",
            }
        )
            (await app.Http.GetAsync($"/media/{sha256}/{wrong}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, wrong);
        await app.InDatabase(async db =>
        {
            await AllowFocus.For(db, sha256, 10, 50);
            await AllowFocus.For(db, sha256, 10, 50);
            await AllowFocus.For(db, new string('0', 64), 10, 50);
            return 0;
        });
        (await app.Http.GetAsync($"/media/{sha256}/480-3x2-10-50.webp")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void Lists_and_cards_show_a_piece_around_the_storys_own_focal_point()
    {
        var sha256 = new string('a', 64);
        var lead = new LeadPicture(sha256, 1500, 500, "", null, null, 10, 20);
        StoryPictures.InList(lead, tones: null)!.Address.ShouldBe($"/media/{sha256}/750-3x2-10-20.jpg");
        StoryPictures.Card(lead).ShouldBe(new PictureCard($"/media/{sha256}/888-16x9-10-20.jpg", 888, 500));
        StoryPictures
            .Card(lead with { Width = 4000, Height = 3000, FocusX = null, FocusY = null })
            .ShouldBe(new PictureCard($"/media/{sha256}/1200-16x9-50-50.jpg", 1200, 675));
        StoryPictures.InList(lead with { Sha256 = null }, tones: null).ShouldBeNull();
    }

    [Fact]
    public async Task A_changed_credit_is_in_the_next_rendition()
    {
        await using var app = await OnRecordApp.Start();
        var sha256 = (await app.Add(TestPictures.Halves(900, 600), "p.jpg")).Value!.Sha256;
        foreach (var credit in new[] { "M. Reyes", "Ines Okafor", "M. Reyes" })
        {
            await app.Change(sha256, picture => picture.Describe(new PictureWords(credit)));
            var shown = await app.Http.GetByteArrayAsync($"/media/{sha256}/480.jpg");
            Encoding.UTF8.GetString(shown).ShouldContain(credit);
        }
        await app.Change(sha256, picture => picture.Describe(new PictureWords()));
        Encoding.UTF8.GetString(await app.Http.GetByteArrayAsync($"/media/{sha256}/480.jpg")).ShouldNotContain("Reyes");
    }

    private static Image Cut(byte[] original, (int, int) size, int width, PictureRatio ratio, int x, int y) =>
        Image.NewFromBuffer(
            PictureFile.Render(
                original,
                size,
                new RenditionName(width, new PictureCut(ratio, x, y), "jpg"),
                new PictureWords()
            )
        );
}
