using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.Media;
using OnRecord.Platform;
using OnRecord.Platform.Storage;

namespace OnRecord.Tests.Media;

public class LibraryTests
{
    [Fact]
    public async Task A_picture_brings_its_words_with_it()
    {
        await using var app = await OnRecordApp.Start();
        var file = TestManifests.InJpeg(
            TestPictures.WithXmp(TestPictures.Halves(300, 200), "<photoshop:Credit>Ledger</photoshop:Credit>"),
            TestManifests.Store(("c2pa.created", "digitalCapture"))
        );
        var picture = (await app.Add(file, "пором.jpg")).Value!;
        picture.Credit.ShouldBe("Ledger");
        picture.Name.ShouldBe("пором.jpg");
        picture.Provenance!.ShouldContain("Harrow Camera");
        var folder = app.Services.GetRequiredService<MediaFolder>();
        File.Exists(folder.Manifest(picture.Sha256)).ShouldBeTrue();
        (await app.InDatabase(db => PictureCredit.Missing(db, [picture.Sha256]))).ShouldBeEmpty();
        var other = (await app.Add(TestPictures.Halves(90, 60), "https://a.example/b/c%20d.jpg?x=1")).Value!;
        other.Name.ShouldBe("c d.jpg");
        (await app.InDatabase(db => PictureCredit.Missing(db, [picture.Sha256, other.Sha256]))).ShouldBe([
            other.Sha256,
        ]);
    }

    [Fact]
    public async Task A_refusal_is_a_sentence_in_the_readers_language()
    {
        await using var app = await OnRecordApp.Start();
        (await app.Add("no picture"u8.ToArray(), "notes.txt"))
            .Problems.Single()
            .Message.ShouldStartWith("notes.txt is not a picture that can be read");
        (await app.Add(new byte[PictureFile.MaximumBytes + 1], "a.tif", language: "uk"))
            .Problems.Single()
            .Message.ShouldStartWith("Файл a.tif має 40 МБ");
    }

    [Fact]
    public async Task Words_are_found_whatever_their_case_accents_and_letters()
    {
        await using var app = await OnRecordApp.Start();
        var sha256 = (await app.Add(TestPictures.Halves(90, 60), "IMG_100%.jpg")).Value!.Sha256;
        await app.Change(
            sha256,
            picture =>
                picture.Describe(new PictureWords("Zoë Łaska", "Київ, ґанок і п’ять йоржів", "Ёлка у двора", "CC_BY"))
        );
        foreach (
            var word in new[] { "київ", "КИІВ", "ганок", "п'ять", "zoe laska", "елка", "img_100%", "cc_by", "йорж" }
        )
            (await Found(app, new PictureSearch { Words = word })).ShouldBe([sha256], word);
        foreach (var word in new[] { "img_100_", "img%jpg", "київ ферма", "\\", "иорж" })
            (await Found(app, new PictureSearch { Words = word })).ShouldBeEmpty(word);
    }

    [Fact]
    public async Task Pictures_from_before_there_was_a_search_are_made_findable()
    {
        await using var app = await OnRecordApp.Start();
        var sha256 = (await app.Add(TestPictures.Halves(90, 60), "ferry.jpg")).Value!.Sha256;
        await app.InDatabase(async db =>
        {
            await db.Set<Picture>().ExecuteUpdateAsync(row => row.SetProperty(picture => picture.Search, ""));
            return 0;
        });
        (await Found(app, new PictureSearch { Words = "ferry" })).ShouldBeEmpty();
        await app.InDatabase(async db =>
        {
            await RefoldPictures.Run(db);
            return 0;
        });
        (await Found(app, new PictureSearch { Words = "ferry" })).ShouldBe([sha256]);
    }

    [Fact]
    public void Words_that_no_index_would_take_are_left_out_whole()
    {
        SearchFold.Of("one two три", 11).ShouldBe("one two");
        SearchFold.Of("one two три", 14).ShouldBe("one two три");
        SearchFold.Of(new string('x', 50), 10).ShouldBe("");
    }

    [Fact]
    public async Task The_library_is_shown_newest_first_page_by_page_and_filtered()
    {
        await using var app = await OnRecordApp.Start();
        var staff = Guid.CreateVersion7();
        var shas = new List<string>();
        for (var at = 0; at < 7; at++)
        {
            // Three of one moment: the hash must decide then.
            app.Clock.Advance(at is 3 or 4 ? TimeSpan.Zero : TimeSpan.FromSeconds(1));
            shas.Add(
                (await app.Add(TestPictures.Halves(60 + at, 40), $"{at}.jpg", addedBy: at < 2 ? staff : null))
                    .Value!
                    .Sha256
            );
        }
        await app.Change(shas[0], picture => picture.Describe(new PictureWords("A", null, "B")));
        await app.InDatabase(async db =>
        {
            await db.Transact(() => PictureUses.Set(db, staff, PictureUsedIn.Draft, [shas[1], "absent"]));
            return 0;
        });
        var paged = new List<string>();
        var next = (PicturePlace?)null;
        do
        {
            var page = await app.InDatabase(db =>
                FindPictures.Matching(db, new PictureSearch { Count = 2, After = PicturePlace.Read(next?.ToString()) })
            );
            paged.AddRange(page.Pictures.Select(picture => picture.Sha256));
            next = page.Next;
        } while (next is not null);
        paged.Distinct().Count().ShouldBe(7);
        paged[0].ShouldBe(shas[6]);
        paged[^1].ShouldBe(shas[0]);
        (await Found(app, new PictureSearch { AddedBy = staff })).ShouldBe([shas[1], shas[0]]);
        (await Found(app, new PictureSearch { Used = true })).ShouldBe([shas[1]]);
        (await Found(app, new PictureSearch { Used = false })).Count.ShouldBe(6);
        (await Found(app, new PictureSearch { WithoutCredit = true })).ShouldNotContain(shas[0]);
        (await Found(app, new PictureSearch { WithoutAlt = true })).Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_picture_in_use_stays_and_one_that_is_not_goes_with_all_its_files()
    {
        await using var app = await OnRecordApp.Start();
        var file = TestManifests.InJpeg(TestPictures.Halves(900, 600), TestManifests.Store(("c2pa.created", null)));
        var sha256 = (await app.Add(file, "p.jpg")).Value!.Sha256;
        (await app.Http.GetAsync($"/media/{sha256}/480.webp")).EnsureSuccessStatusCode();
        var story = Guid.CreateVersion7();
        await Use(app, story, PictureUsedIn.Draft, sha256);
        await Use(app, story, PictureUsedIn.Version, sha256);
        var refused = (await Delete(app, sha256))!;
        refused
            .Uses.Select(use => (use.StoryId, use.Where))
            .ShouldBe([(story, PictureUsedIn.Draft), (story, PictureUsedIn.Version)]);
        (await app.Http.GetAsync($"/media/{sha256}/480.webp")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Use(app, story, PictureUsedIn.Draft);
        await Use(app, story, PictureUsedIn.Version);
        (await Delete(app, sha256))!.Refused.ShouldBeFalse();
        (await app.Http.GetAsync($"/media/{sha256}/480.webp")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Directory
            .EnumerateFiles(Path.Combine(app.Folder, "data", "media"), "*", SearchOption.AllDirectories)
            .ShouldBeEmpty();
        (await Delete(app, sha256)).ShouldBeNull();
        (await app.Add(file, "p.jpg")).Refused.ShouldBeFalse();
        (await app.Http.GetAsync($"/media/{sha256}/480.webp")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_picture_brought_again_while_it_leaves_keeps_its_file()
    {
        await using var app = await OnRecordApp.Start();
        var folder = app.Services.GetRequiredService<MediaFolder>();
        var sha256 = new string('a', 64);
        await folder.Keep(sha256, new byte[3]);
        folder.BeginRemoval(sha256);
        await folder.Keep(sha256, new byte[3]);
        folder.Remove(sha256, rowIsGone: true);
        File.Exists(folder.Original(sha256)).ShouldBeTrue();
        folder.BeginRemoval(sha256);
        folder.Remove(sha256, rowIsGone: true);
        File.Exists(folder.Original(sha256)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_storys_uses_are_replaced_not_added_up()
    {
        await using var app = await OnRecordApp.Start();
        var one = (await app.Add(TestPictures.Halves(60, 40), "1.jpg")).Value!.Sha256;
        var two = (await app.Add(TestPictures.Halves(61, 40), "2.jpg")).Value!.Sha256;
        var story = Guid.CreateVersion7();
        await Use(app, story, PictureUsedIn.Draft, one, two, one);
        await Use(app, story, PictureUsedIn.Live, one);
        await Use(app, story, PictureUsedIn.Draft, two);
        (await app.InDatabase(db => PictureUses.Uses(db, one))).Single().Where.ShouldBe(PictureUsedIn.Live);
        (await app.InDatabase(db => PictureUses.Uses(db, two))).Single().Where.ShouldBe(PictureUsedIn.Draft);
    }

    private static Task<IReadOnlyList<string>> Found(OnRecordApp app, PictureSearch search) =>
        app.InDatabase(async db =>
            (IReadOnlyList<string>)
                [.. (await FindPictures.Matching(db, search)).Pictures.Select(picture => picture.Sha256)]
        );

    private static Task<int> Use(OnRecordApp app, Guid story, PictureUsedIn where, params string[] shas) =>
        app.InDatabase(async db =>
        {
            await db.Transact(() => PictureUses.Set(db, story, where, shas));
            return shas.Length;
        });

    private static async Task<PictureDeletion?> Delete(OnRecordApp app, string sha256)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DeletePicture>().Remove(sha256);
    }
}

/// <summary>The library as a test uses it.</summary>
internal static class TestLibrary
{
    public static async Task<Outcome<Picture>> Add(
        this OnRecordApp app,
        byte[] bytes,
        string name,
        string language = "en",
        Guid? addedBy = null
    )
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        var library = scope.ServiceProvider.GetRequiredService<AddPicture>();
        var outcome = default(Outcome<Picture>);
        await db.Transact(async () =>
            outcome = await library.Take(new BroughtPicture(bytes, name) { Language = language, AddedBy = addedBy })
        );
        return outcome;
    }

    public static async Task Change(this OnRecordApp app, string sha256, Action<Picture> change) =>
        await app.InDatabase(async db =>
        {
            await db.Transact(async () => change(await db.Set<Picture>().SingleAsync(row => row.Sha256 == sha256)));
            return 0;
        });
}
