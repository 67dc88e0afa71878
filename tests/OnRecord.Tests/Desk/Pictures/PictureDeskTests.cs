using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Stories;
using OnRecord.Tests.Media;

namespace OnRecord.Tests.Desk.Pictures;

public class PictureDeskTests
{
    private static readonly byte[] Ferry = TestPictures.WithXmp(
        TestPictures.Halves(900, 600),
        "<photoshop:Credit>Marta Reyes</photoshop:Credit>"
    );

    [Fact]
    public async Task Several_files_come_in_by_a_form_and_each_is_judged_by_itself()
    {
        await using var app = await OnRecordApp.Start();
        using var reporter = await app.Colleague(Roles.Reporter);
        var answer = await Bring(
            reporter,
            "/desk/pictures",
            "files",
            ("ferry.jpg", Ferry),
            ("notes<script>.txt", "words"u8.ToArray()),
            ("meadow.png", TestPictures.Halves(90, 60, "png"))
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("notes&lt;script&gt;.txt is not a picture that can be read");
        page.ShouldContain("2 other pictures were added.");
        page.ShouldContain("Marta Reyes");
        (await app.InDatabase(db => db.Set<Picture>().Select(row => row.AddedBy).Distinct().ToListAsync())).ShouldBe([
            reporter.Id,
        ]);
        var logged = await app.InDatabase(db => db.Set<AuditEntry>().ToListAsync());
        logged
            .Select(entry => (entry.Act, entry.Label, entry.StaffId))
            .ShouldBe(
                [("picture.added", "ferry.jpg", reporter.Id), ("picture.added", "meadow.png", reporter.Id)],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task One_file_leads_to_its_own_page_and_the_same_file_again_too()
    {
        await using var app = await OnRecordApp.Start();
        using var reporter = await app.Colleague(Roles.Reporter, language: "uk");
        for (var time = 0; time < 2; time++)
        {
            var answer = await Bring(reporter, "/desk/pictures", "files", ("пором.jpg", Ferry));
            answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            var page = await reporter.Page(answer.Headers.Location!.ToString());
            page.ShouldContain("пором.jpg");
            page.ShouldContain("value=\"Marta Reyes\"");
            page.ShouldContain("Центр уваги");
        }
        (await app.InDatabase(db => db.Set<AuditEntry>().CountAsync())).ShouldBe(1);
        var none = await Bring(reporter, "/desk/pictures", "files");
        none.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await none.Content.ReadAsStringAsync()).ShouldContain("Файл не вибрано");
    }

    [Fact]
    public async Task The_library_is_searched_narrowed_and_paged()
    {
        await using var app = await OnRecordApp.Start();
        using var editor = await app.Colleague(Roles.Editor);
        (await editor.Page("/desk/pictures")).ShouldContain("The library is empty.");
        for (var at = 0; at < 50; at++)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            await app.Add(TestPictures.Halves(60 + at, 40), $"meadow-{at:00}.jpg");
        }
        var first = await editor.Page("/desk/pictures?show=NoCredit");
        first.ShouldContain("meadow-49.jpg");
        first.ShouldNotContain("meadow-01.jpg");
        var next = System.Text.RegularExpressions.Regex.Match(first, "href=\"([^\"]+)\" rel=\"next\"").Groups[1].Value;
        var second = await editor.Page(WebUtility.HtmlDecode(next));
        second.ShouldContain("meadow-01.jpg");
        second.ShouldNotContain("rel=\"next\"");
        (await editor.Page("/desk/pictures?q=MEADOW-07")).ShouldContain("meadow-07.jpg");
        (await editor.Page("/desk/pictures?q=zzz")).ShouldContain("No picture fits");
        (await editor.Page("/desk/pictures?show=Mine")).ShouldContain("No picture fits");
        (await editor.Page("/desk/pictures?show=Sideways&after=x&q=")).ShouldContain("meadow-49.jpg");
    }

    [Fact]
    public async Task Words_and_focal_point_are_kept_and_reach_the_renditions()
    {
        await using var app = await OnRecordApp.Start();
        using var reporter = await app.Colleague(Roles.Reporter);
        var sha256 = (await app.Add(Ferry, "ferry.jpg")).Value!.Sha256;
        await app.Http.GetByteArrayAsync($"/media/{sha256}/480.jpg");
        var path = $"/desk/pictures/{sha256}";
        var answer = await reporter.Post(path, Words("Ines <b> & Okafor", "A white ferry", "10", "100"));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var page = await reporter.Page(answer.Headers.Location!.ToString());
        page.ShouldContain("Saved.");
        page.ShouldContain("value=\"Ines &lt;b&gt; &amp; Okafor\"");
        page.ShouldContain($"/media/{sha256}/480-3x2-10-100.webp");
        (await app.Http.GetAsync($"/media/{sha256}/480-16x9-10-100.jpg")).StatusCode.ShouldBe(HttpStatusCode.OK);
        System
            .Text.Encoding.UTF8.GetString(await app.Http.GetByteArrayAsync($"/media/{sha256}/480.jpg"))
            .ShouldContain("A white ferry");
        var files = Directory.EnumerateFiles(
            Path.Combine(app.Folder, "data", "media", "renditions"),
            $"{sha256}-480-??????????.jpg",
            SearchOption.AllDirectories
        );
        files.Count().ShouldBe(1, "the one with the old credit is gone");
        var logged = await app.InDatabase(db => db.Set<AuditEntry>().SingleAsync());
        (logged.Act, logged.Detail).ShouldBe(("picture.described", "Marta Reyes → Ines <b> & Okafor"));
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_what_was_typed()
    {
        await using var app = await OnRecordApp.Start();
        using var reporter = await app.Colleague(Roles.Reporter);
        var sha256 = (await app.Add(Ferry, "ferry.jpg")).Value!.Sha256;
        var answer = await reporter.Post($"/desk/pictures/{sha256}", Words(new string('x', 501), "seen", "101", "-1"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("The credit is too long: 500 characters fit.");
        page.ShouldContain("<a href=\"#focus-x\">");
        page.ShouldContain("<a href=\"#focus-y\">");
        page.ShouldContain(">seen</textarea>");
        (await app.InDatabase(db => db.Set<Picture>().SingleAsync())).Credit.ShouldBe("Marta Reyes");
    }

    [Fact]
    public async Task A_picture_in_use_is_not_deleted_and_says_where_it_is_used()
    {
        await using var app = await OnRecordApp.Start();
        using var editor = await app.Colleague(Roles.Editor);
        var sha256 = (await app.Add(Ferry, "ferry.jpg")).Value!.Sha256;
        var story = await AddStory(app, "The ferry is back");
        await Use(app, story, sha256);
        var refused = await editor.Post($"/desk/pictures/{sha256}/delete", []);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await refused.Content.ReadAsStringAsync();
        page.ShouldContain("This picture is used in 1 story, so it stays.");
        page.ShouldContain($"<a href=\"/desk/stories/{story}\" dir=\"auto\">The ferry is back</a>");
        await Use(app, story);
        var gone = await editor.Post($"/desk/pictures/{sha256}/delete", []);
        (await editor.Page(gone.Headers.Location!.ToString())).ShouldContain("The picture is deleted.");
        await editor.Page($"/desk/pictures/{sha256}", HttpStatusCode.NotFound);
        (await editor.Post($"/desk/pictures/{sha256}/delete", [])).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.InDatabase(db => db.Set<AuditEntry>().CountAsync(row => row.Act == "picture.deleted"))).ShouldBe(1);
    }

    [Fact]
    public async Task What_a_picture_says_of_itself_is_shown_as_that()
    {
        await using var app = await OnRecordApp.Start();
        using var editor = await app.Colleague(Roles.Editor);
        var file = TestManifests.InJpeg(
            TestPictures.Halves(90, 60),
            TestManifests.Store(("c2pa.created", "trainedAlgorithmicMedia"), ("org.harrow.dodged", null))
        );
        var sha256 = (await app.Add(file, "dream.jpg")).Value!.Sha256;
        var page = await editor.Page($"/desk/pictures/{sha256}");
        page.ShouldContain("OnRecord does not check its signature");
        page.ShouldContain("According to the manifest a model made all or part of it.");
        page.ShouldContain("created · made by a model · Harrow Darkroom 4 · 1 March 2026, 07:45");
        page.ShouldContain("org.harrow.dodged");
        page.ShouldContain("Harrow Camera Works (Signing 7)");
        (await editor.Page("/desk/pictures")).ShouldContain("says a model made it");
    }

    [Fact]
    public async Task The_editor_finds_and_brings_pictures_as_json()
    {
        await using var app = await OnRecordApp.Start();
        using var reporter = await app.Colleague(Roles.Reporter);
        var brought = await (
            await Bring(reporter, "/desk/pictures.json", "file", ("ferry.jpg", Ferry))
        ).Content.ReadFromJsonAsync<JsonElement>();
        var sha256 = brought.GetProperty("sha256").GetString()!;
        brought.GetProperty("credit").GetString().ShouldBe("Marta Reyes");
        (brought.GetProperty("width").GetInt32(), brought.GetProperty("focusX").GetInt32()).ShouldBe((900, 50));
        (await app.Http.GetAsync(brought.GetProperty("thumb").GetString())).StatusCode.ShouldBe(HttpStatusCode.OK);
        var list = await reporter.Http.GetFromJsonAsync<JsonElement>("/desk/pictures.json?q=reyes");
        list.GetProperty("pictures")[0].GetProperty("sha256").GetString().ShouldBe(sha256);
        list.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
        var refused = await Bring(reporter, "/desk/pictures.json", "file", ("notes.txt", "words"u8.ToArray()));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("problems")[0];
        problem.GetProperty("field").GetString().ShouldBe("file");
        problem.GetProperty("message").GetString()!.ShouldStartWith("notes.txt is not a picture");
        (await reporter.Send(HttpMethod.Post, "/desk/pictures.json", new { })).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
    }

    [Fact]
    public async Task Who_may_only_see_pictures_gets_no_forms()
    {
        await using var app = await OnRecordApp.Start();
        using var lawyer = await app.Colleague(Roles.Legal);
        var sha256 = (await app.Add(Ferry, "ferry.jpg")).Value!.Sha256;
        (await lawyer.Page("/desk/pictures")).ShouldNotContain("type=\"file\"");
        var page = await lawyer.Page($"/desk/pictures/{sha256}");
        page.ShouldContain("Marta Reyes");
        page.ShouldNotContain("name=\"Credit\"");
        page.ShouldNotContain("/delete");
        using var reporter = await app.Colleague(Roles.Reporter);
        (await reporter.Post($"/desk/pictures/{sha256}/delete", [])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await lawyer.Post($"/desk/pictures/{sha256}", [])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Bring(lawyer, "/desk/pictures", "files", ("a.jpg", Ferry))).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        using var moderator = await app.Colleague(Roles.Moderator);
        await moderator.Page("/desk/pictures", HttpStatusCode.Forbidden);
        (await app.Http.GetAsync("/desk/pictures.json")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static (string, string)[] Words(string credit, string alt, string x, string y) =>
        [
            ("Credit", credit),
            ("Alt", alt),
            ("Caption", "At the landing"),
            ("Licence", ""),
            ("FocusX", x),
            ("FocusY", y),
        ];

    private static async Task<HttpResponseMessage> Bring(
        Colleague who,
        string path,
        string field,
        params (string Name, byte[] Bytes)[] files
    )
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), field, name);
        form.Add(new StringContent(await who.Token()), "__RequestVerificationToken");
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return await who.Http.SendAsync(request);
    }

    private static async Task<Guid> AddStory(OnRecordApp app, string headline)
    {
        var id = Guid.CreateVersion7();
        await app.InDatabase(async db =>
        {
            db.Stories.Add(
                new Story
                {
                    Id = id,
                    CreatedAt = app.Clock.GetUtcNow(),
                    Draft = new StoryContent
                    {
                        Headline = headline,
                        Language = "en",
                        Byline = [],
                        Text = new StoryDocument([]),
                    },
                }
            );
            return await db.SaveChangesAsync();
        });
        return id;
    }

    private static Task<int> Use(OnRecordApp app, Guid story, params string[] shas) =>
        app.InDatabase(async db =>
        {
            await db.Transact(() => PictureUses.Set(db, story, PictureUsedIn.Draft, shas));
            return shas.Length;
        });
}
