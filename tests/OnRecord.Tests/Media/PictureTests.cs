using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Media;
using OnRecord.Tests.Imports;

namespace OnRecord.Tests.Media;

public class PictureTests
{
    [Theory]
    [InlineData("avif")]
    [InlineData("webp")]
    [InlineData("jpg")]
    public void A_rendition_keeps_the_credit_and_loses_the_camera(string format)
    {
        var rendition = PictureFile.Render(
            TestPages.Jpeg(1000, 600),
            (1000, 600),
            new RenditionName(480, null, format),
            new PictureWords("M. Reyes / Річка", "На воді", "A white ferry")
        );
        using var image = NetVips.Image.NewFromBuffer(rendition);
        (image.Width, image.Height).ShouldBe((480, 288));
        var xmp = Encoding.UTF8.GetString((byte[])image.Get("xmp-data"));
        xmp.ShouldContain("M. Reyes / Річка");
        xmp.ShouldContain("На воді");
        xmp.ShouldContain("A white ferry");
        image.GetFields().ShouldNotContain(field => field.Contains("GPS") || field.Contains("Artist"));
    }

    [Theory]
    [InlineData(300, new[] { 300 })]
    [InlineData(1000, new[] { 480, 800, 1000 })]
    [InlineData(4000, new[] { 480, 800, 1200, 1800 })]
    public void No_picture_is_enlarged(int width, int[] widths) => RenditionSizes.For(width).ShouldBe(widths);

    [Fact]
    public async Task A_rendition_is_made_once_and_may_be_kept_for_ever()
    {
        await using var app = await OnRecordApp.Start();
        var sha256 = await Add(app, TestPages.Jpeg(900, 600));
        for (var time = 0; time < 2; time++)
        {
            var answer = await app.Http.GetAsync($"/media/{sha256}/480.webp");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
            answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
        }
        foreach (var wrong in new[] { "481.webp", "480.gif", "0480.webp", "480", "../../onrecord.db" })
            (await app.Http.GetAsync($"/media/{sha256}/{wrong}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Http.GetAsync($"/media/{new string('0', 64)}/480.webp")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public void A_hostile_file_is_refused_or_read_and_never_more()
    {
        foreach (
            var file in Directory
                .EnumerateFiles(Shared.Path("conformance", "image-hostile"))
                .Where(file => new FileInfo(file).Length < 10_000_000)
        )
            _ = PictureFile.Measure(File.ReadAllBytes(file));
    }

    [Fact]
    public void What_is_no_picture_is_not_measured()
    {
        PictureFile.Measure("not a picture"u8.ToArray()).ShouldBeNull();
        PictureFile.Measure([]).ShouldBeNull();
        PictureFile.Measure(TestPages.Jpeg(400, 300)[..900]).ShouldBeNull();
    }

    private static async Task<string> Add(OnRecordApp app, byte[] bytes)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecord.Platform.Storage.OnRecordDb>();
        var sha256 = "";
        await db.Transact(async () =>
            sha256 = (await scope.ServiceProvider.GetRequiredService<AddPicture>().From(bytes, "p.jpg", null, null))
                .Value!
                .Sha256
        );
        return sha256;
    }
}
