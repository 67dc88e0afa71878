using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.Stories;
using OnRecord.Tests.Media;

namespace OnRecord.Tests.Front;

/// <summary>What stands in a picture's place until it has arrived.</summary>
public class PicturePlaceTests
{
    [Fact]
    public async Task A_pictures_place_has_its_colour_on_the_story_and_in_lists()
    {
        await using var app = await OnRecordApp.Start();
        var (red, blue) = (Plain(app, 200, 30, 20), Plain(app, 20, 40, 200));
        var path = await Show(app, await red, await blue);
        var page = await app.Read(path);
        Classes(page.QuerySelector(".lead-picture img")).ShouldBe("tone l3 h1 strong");
        Classes(page.QuerySelector(".body img")).ShouldBe("tone l2 h9 strong");
        foreach (var list in new[] { "/", "/section/water" })
            Classes((await app.Read(list)).QuerySelector("main img")).ShouldBe("tone l3 h1 strong", list);
    }

    [Fact]
    public async Task A_picture_without_a_colour_is_shown_as_it_always_was()
    {
        await using var app = await OnRecordApp.Start();
        var clear = await Plain(app, 200, 30, 20, 128);
        clear.Tone.ShouldBe(0);
        var path = await Show(app, clear, clear);
        foreach (var picture in (await app.Read(path)).QuerySelectorAll("main img"))
            picture.HasAttribute("class").ShouldBeFalse();
        (await Tones(app)).ShouldBeNull();
    }

    [Fact]
    public async Task A_pictures_colour_is_no_part_of_what_is_sealed_and_goes_with_the_picture()
    {
        await using var app = await OnRecordApp.Start();
        var path = await Show(app, await Plain(app, 200, 30, 20), await Plain(app, 20, 40, 200));
        (await Tones(app)).ShouldNotBeNull();
        var version = await app.InDatabase(db => db.Set<StoryVersion>().AsNoTracking().SingleAsync());
        var sealedBytes = OnRecord.Stories.Sealing.VersionStatement.Of(version, version.At, null, "Water");
        System.Text.Encoding.UTF8.GetString(sealedBytes).ShouldNotContain("tone");
        await app.InDatabase(async db =>
        {
            var story = await db.Set<Story>().Include(row => row.Versions).SingleAsync();
            await db.Transact(async () =>
            {
                story.Draft = story.Draft with { Lead = null, Text = HtmlReader.Read("<p>Text.</p>") };
                var shown = story.Update("Without pictures.", app.Clock.GetUtcNow());
                await ShowVersion.Into(db, story, shown.Value!);
            });
            return 0;
        });
        (await Tones(app)).ShouldBeNull();
        (await app.Read(path)).QuerySelector("main img").ShouldBeNull();
    }

    private static string? Classes(IElement? picture) => picture.ShouldNotBeNull().ClassName;

    private static Task<string?> Tones(OnRecordApp app) =>
        app.InDatabase(db => db.Set<Story>().Select(row => row.PictureTones).SingleAsync());

    private static async Task<Picture> Plain(OnRecordApp app, params double[] colour)
    {
        using var black = NetVips.Image.Black(600, 400, colour.Length);
        using var coloured = black + colour;
        using var cast = coloured.Cast(NetVips.Enums.BandFormat.Uchar);
        using var image = cast.Copy(interpretation: NetVips.Enums.Interpretation.Srgb);
        return (await app.Add(image.PngsaveBuffer(), "plain.png")).Value!;
    }

    private static async Task<string> Show(OnRecordApp app, Picture lead, Picture inText)
    {
        var id = await app.Show(
            "The dam",
            app.Clock.GetUtcNow(),
            change: content =>
                content with
                {
                    Lead = new LeadPicture(lead.Sha256, lead.Width, lead.Height, "A dam", null, "Ines Okafor"),
                    Text = new StoryDocument([
                        .. content.Text.Blocks,
                        new Figure(inText.Source, "Water", [], "Ines Okafor"),
                    ]),
                }
        );
        return await app.InDatabase(db =>
            db.Set<Story>().Where(row => row.Id == id).Select(row => row.Path!).SingleAsync()
        );
    }
}
