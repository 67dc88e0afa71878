using System.Net;
using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.Stories;

namespace OnRecord.Tests.Imports;

public class ImportTests
{
    [Fact]
    public async Task A_saved_page_becomes_a_published_story()
    {
        await using var app = await OnRecordApp.Start();
        var report = await app.Import(app.File("ferry.html", TestPages.Html()));
        var row = report.Stories.Single();
        (row.Status, row.Headline, row.Section, row.Paragraphs).ShouldBe(
            ("created", "Ferry returns after nine days", "Water", 4)
        );
        row.Url.ShouldBe("/2026/03/ferry-returns-after-nine-days");
        row.Byline.ShouldBe(["Ines Okafor"]);
        row.Removed.ShouldContain(left => left.Why == "tracking" && left.Text.StartsWith('2'));
        row.Removed.ShouldContain(left => left.Why == "third-party script");
        report.Problems.ShouldBeEmpty();
        var page = await app.Page(row.Url!);
        page.ShouldContain("wardrobe aboard.");
        page.ShouldNotContain("example/p.gif");
        page.ShouldNotContain("Friday letter");
    }

    [Fact]
    public async Task The_same_import_twice_changes_nothing_the_second_time()
    {
        await using var app = await OnRecordApp.Start();
        var file = app.File("ferry.html", TestPages.Html());
        await app.Import(file);
        var before = await Count(app);
        var second = await app.Import(file);
        second.Stories.Single().Status.ShouldBe("unchanged");
        second.Problems.ShouldBeEmpty();
        (await Count(app)).ShouldBe(before);
    }

    [Fact]
    public async Task A_changed_page_is_an_update_of_the_same_story()
    {
        await using var app = await OnRecordApp.Start();
        var first = await app.Import(app.File("ferry.html", TestPages.Html()));
        app.Clock.Advance(TimeSpan.FromHours(1));
        var second = await app.Import(
            app.File(
                "ferry.html",
                TestPages.Html(second: "A winch drum and a chain cracked in the frost, the county said.")
            )
        );
        (second.Stories.Single().Status, second.Stories.Single().Id).ShouldBe(("updated", first.Stories.Single().Id));
        var versions = await app.InDatabase(db => db.Set<StoryVersion>().OrderBy(row => row.Number).ToListAsync());
        versions
            .Select(version => (version.Number, version.Kind))
            .ShouldBe([(1, VersionKind.First), (2, VersionKind.Update)]);
        PlainText.Of(versions[0].Content.Text).ShouldNotContain("a chain");
        (await app.Page(second.Stories.Single().Url!)).ShouldContain("a chain");
    }

    [Fact]
    public async Task What_the_desk_has_edited_is_not_overwritten()
    {
        await using var app = await OnRecordApp.Start();
        await app.Import(app.File("ferry.html", TestPages.Html()));
        await app.InDatabase(async db =>
        {
            var story = await db.Set<Story>().SingleAsync();
            story.Draft = story.Draft with { Headline = "Ferry back, says the desk" };
            return await db.SaveChangesAsync();
        });
        var report = await app.Import(
            app.File("ferry.html", TestPages.Html(second: "The page was changed by whoever keeps it, the county said."))
        );
        report.Stories.Single().Status.ShouldBe("unchanged");
        report.Problems.Single().Message.ShouldContain("edited at the desk");
        report.Refused.ShouldBeTrue();
        (await app.InDatabase(db => db.Set<Story>().SingleAsync())).Draft.Headline.ShouldBe(
            "Ferry back, says the desk"
        );
    }

    [Fact]
    public async Task A_draft_is_published_when_it_is_imported_again_with_publish()
    {
        await using var app = await OnRecordApp.Start();
        var file = app.File("ferry.html", TestPages.Html());
        (await app.Import(file, publish: false)).Stories.Single().Url.ShouldBeNull();
        (await app.Http.GetAsync("/2026/03/ferry-returns-after-nine-days")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await app.Import(file)).Stories.Single().Url.ShouldNotBeNull();
        (await app.Import(file)).Stories.Single().Status.ShouldBe("unchanged");
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        await using var app = await OnRecordApp.Start();
        var report = await app.Import(app.File("ferry.html", TestPages.Html()), dryRun: true);
        report.Stories.Single().Status.ShouldBe("created");
        (await Count(app)).ShouldBe((0, 0, 0, 0));
    }

    [Fact]
    public async Task What_the_checks_would_miss_is_warned_of_and_the_story_is_published()
    {
        await using var app = await OnRecordApp.Start();
        var report = await app.Import(Shared.Path("samples", "scraped-story.txt"));
        report.Refused.ShouldBeFalse();
        report
            .Problems.Select(problem => problem.Message)
            .ShouldContain(message => message.Contains("without a byline"));
        report.Problems.Select(problem => problem.Message).ShouldContain(message => message.Contains("time of import"));
        report.Problems.Select(problem => problem.Message).ShouldContain(message => message.Contains("alt text"));
        var url = report.Stories.Single().Url!;
        url.ShouldBe("/2026/03/china-denies-russias-request-for-military-aid-in-invasion-of-ukraine");
        (await app.Page(url)).ShouldNotContain("<figure");
    }

    [Fact]
    public async Task A_folder_with_one_bad_file_brings_in_the_good_ones()
    {
        await using var app = await OnRecordApp.Start();
        app.File("good.html", TestPages.Html());
        app.File("good.txt", TestPages.Text);
        app.File("bad.html", [0, 1, 2, 3, 0, 0, 0, 255, 254, 9, 0, 0, 1]);
        app.File("empty.txt", "");
        app.File("good_files/frame.html", "<p>An advertisement's frame.</p>");
        var report = await app.Import(Path.Combine(app.Folder, "pages"));
        report.Stories.Count.ShouldBe(2);
        report
            .Problems.Where(problem => problem.IsRefusal)
            .Select(problem => Path.GetFileName(problem.Path))
            .ShouldBe(["bad.html", "empty.txt"]);
        report.Refused.ShouldBeTrue();
        (await Count(app)).Stories.ShouldBe(2);
    }

    [Fact]
    public async Task Pictures_come_into_the_library_with_caption_and_credit()
    {
        await using var app = await OnRecordApp.Start(
            new Remote(("https://ledger.example/p.jpg", "image/jpeg", TestPages.Jpeg(1400, 900)))
        );
        var report = await app.Import(
            app.File(
                "ferry.html",
                TestPages.Html(
                    extra: """<figure><img src="https://ledger.example/p.jpg" alt="A ferry"><figcaption>The ferry. Photo: M. Reyes</figcaption></figure>"""
                )
            )
        );
        report.Problems.ShouldBeEmpty();
        var picture = await app.InDatabase(db => db.Set<Picture>().SingleAsync());
        (picture.Width, picture.Height, picture.Credit).ShouldBe((1400, 900, "M. Reyes"));
        (await app.Page(report.Stories.Single().Url!)).ShouldContain($"/media/{picture.Sha256}/480.avif 480w");
    }

    [Fact]
    public async Task A_picture_that_cannot_be_had_is_reported_and_leaves_no_frame()
    {
        await using var app = await OnRecordApp.Start(new Remote());
        var report = await app.Import(
            app.File(
                "ferry.html",
                TestPages.Html(
                    extra: """<figure><img src="https://ledger.example/gone.jpg" alt="A ferry"><figcaption>The ferry.</figcaption></figure>"""
                )
            )
        );
        report.Problems.Single().Message.ShouldContain("could not be had");
        (await app.Page(report.Stories.Single().Url!)).ShouldNotContain("<figure");
    }

    [Fact]
    public async Task Pictures_saved_beside_a_page_are_taken_and_none_from_elsewhere()
    {
        await using var app = await OnRecordApp.Start(new Remote());
        app.File("ferry_files/p.jpg", TestPages.Jpeg(900, 600));
        System.IO.File.WriteAllBytes(System.IO.Path.Combine(app.Folder, "secret.jpg"), TestPages.Jpeg(700, 500));
        var report = await app.Import(
            app.File(
                "ferry.html",
                TestPages.Html(
                    extra: """<figure><img src="./ferry_files/p.jpg" srcset="/large.jpg 2000w" alt="A ferry"></figure><figure><img src="../secret.jpg" alt="No"></figure>"""
                )
            )
        );
        var picture = await app.InDatabase(db => db.Set<Picture>().SingleAsync());
        picture.Width.ShouldBe(900);
        report.Problems.ShouldHaveSingleItem().Message.ShouldContain("secret.jpg");
    }

    [Fact]
    public async Task Without_publish_a_changed_page_changes_the_draft_and_readers_see_it_when_it_is_published()
    {
        await using var app = await OnRecordApp.Start();
        await app.Import(app.File("ferry.html", TestPages.Html()));
        var file = app.File(
            "ferry.html",
            TestPages.Html(second: "A winch drum and a chain cracked in the frost, the county said.")
        );
        var url = "/2026/03/ferry-returns-after-nine-days";
        (await app.Import(file, publish: false)).Stories.Single().Status.ShouldBe("updated");
        (await app.Page(url)).ShouldNotContain("a chain");
        (await app.Import(file)).Stories.Single().Status.ShouldBe("updated");
        (await app.Page(url)).ShouldContain("a chain");
        (await app.Import(file)).Stories.Single().Status.ShouldBe("unchanged");
    }

    [Fact]
    public async Task Elements_laid_deep_in_one_another_are_published_and_read()
    {
        await using var app = await OnRecordApp.Start();
        var report = await app.Import(
            app.File(
                "deep.html",
                TestPages.Html(extra: string.Concat(Enumerable.Repeat("<blockquote><p>More</p>", 200)))
            )
        );
        report.Problems.ShouldBeEmpty();
        (await app.Page(report.Stories.Single().Url!)).ShouldContain("More");
        (await app.Page($"{report.Stories.Single().Url}/versions/1")).ShouldContain("More");
    }

    [Fact]
    public async Task Two_imports_at_once_bring_each_page_in_once()
    {
        await using var app = await OnRecordApp.Start();
        for (var number = 1; number <= 8; number++)
            app.File(
                $"{number}.html",
                TestPages.Html(
                    canonical: $"https://ledger.example/{number}",
                    second: $"Drum number {number} cracked in the frost, the county said."
                )
            );
        var pages = Path.Combine(app.Folder, "pages");
        var reports = await Task.WhenAll(app.Import(pages), app.Import(pages), app.Import(pages));
        reports.SelectMany(report => report.Problems).ShouldBeEmpty();
        reports.SelectMany(report => report.Stories).Count(row => row.Status == "created").ShouldBe(8);
        (await Count(app)).ShouldBe((8, 8, 1, 8));
    }

    [Fact]
    public async Task A_picture_stays_when_its_server_has_gone()
    {
        var remote = new Remote(("https://ledger.example/p.jpg", "image/jpeg", TestPages.Jpeg(900, 600)));
        await using var app = await OnRecordApp.Start(remote);
        const string Figure = """<figure><img src="https://ledger.example/p.jpg" alt="A ferry"></figure>""";
        await app.Import(app.File("ferry.html", TestPages.Html(extra: Figure)));
        remote.Gone = true;
        var report = await app.Import(
            app.File(
                "ferry.html",
                TestPages.Html(second: "A chain cracked in the frost too, the county said.", extra: Figure)
            )
        );
        report.Stories.Single().Status.ShouldBe("updated");
        (await app.Page(report.Stories.Single().Url!)).ShouldContain("<figure");
    }

    [Theory]
    [InlineData("2019-01-01T00:00:00Z")]
    [InlineData("2062-01-01T00:00:00Z")]
    public async Task An_update_is_dated_by_its_own_time_when_the_page_says_what_cannot_be(string modified)
    {
        await using var app = await OnRecordApp.Start();
        await app.Import(app.File("ferry.html", TestPages.Html()));
        await app.Import(
            app.File(
                "ferry.html",
                TestPages
                    .Html(second: "A chain cracked in the frost too, the county said.")
                    .Replace("\"datePublished\"", $"\"dateModified\":\"{modified}\",\"datePublished\"")
            )
        );
        (await app.InDatabase(db => db.Set<Story>().SingleAsync())).UpdatedAt.ShouldBe(app.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_date_that_is_still_to_come_is_not_believed()
    {
        await using var app = await OnRecordApp.Start();
        var report = await app.Import(
            app.File("ferry.html", TestPages.Html().Replace("2026-03-03T08", "2062-03-03T08"))
        );
        report.Stories.Single().Url.ShouldBe("/2026/03/ferry-returns-after-nine-days");
        report.Problems.Single().Message.ShouldContain("still to come");
    }

    [Fact]
    public async Task A_web_address_is_imported_and_known_again()
    {
        await using var app = await OnRecordApp.Start(
            new Remote(
                (
                    "https://ledger.example/live",
                    "text/html; charset=utf-8",
                    System.Text.Encoding.UTF8.GetBytes(TestPages.Html(canonical: "https://ledger.example/"))
                )
            )
        );
        (await app.Import("https://ledger.example/live")).Stories.Single().Status.ShouldBe("created");
        (await app.Import("https://ledger.example/live")).Stories.Single().Status.ShouldBe("unchanged");
        (await app.InDatabase(db => db.Set<OnRecord.Imports.ImportedStory>().SingleAsync())).Identity.ShouldBe(
            "url:https://ledger.example/live"
        );
    }

    [Theory]
    [InlineData("https://ledger.example/file.pdf", "application/pdf, not an HTML page")]
    [InlineData("https://ledger.example/gone", "answered 404")]
    [InlineData("/nowhere/at/all", "There is no file, folder or web address")]
    public async Task What_is_no_page_is_refused_with_a_sentence(string address, string says)
    {
        await using var app = await OnRecordApp.Start(
            new Remote(("https://ledger.example/file.pdf", "application/pdf", "%PDF"u8.ToArray()))
        );
        var report = await app.Import(address);
        report.Problems.Single().Message.ShouldContain(says);
        (await Count(app)).Stories.ShouldBe(0);
    }

    [Fact]
    public async Task Two_stories_with_one_headline_have_two_addresses()
    {
        await using var app = await OnRecordApp.Start();
        app.File("a.html", TestPages.Html());
        app.File(
            "b.html",
            TestPages.Html(
                canonical: "https://ledger.example/2026/03/other",
                second: "Another day, another drum, the county said in a note."
            )
        );
        var report = await app.Import(Path.Combine(app.Folder, "pages"));
        report
            .Stories.Select(row => row.Url)
            .ShouldBe(["/2026/03/ferry-returns-after-nine-days", "/2026/03/ferry-returns-after-nine-days-2"]);
    }

    private static Task<(int Stories, int Versions, int People, int Imported)> Count(OnRecordApp app) =>
        app.InDatabase(async db =>
            (
                await db.Set<Story>().CountAsync(),
                await db.Set<StoryVersion>().CountAsync(),
                await db.Set<OnRecord.People.Person>().CountAsync(),
                await db.Set<OnRecord.Imports.ImportedStory>().CountAsync()
            )
        );
}
