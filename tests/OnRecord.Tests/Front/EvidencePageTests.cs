using System.Net;
using OnRecord.People.Staff;
using OnRecord.Sources;
using OnRecord.Tests.Desk;
using OnRecord.Tests.Desk.Sources;
using static OnRecord.Tests.Desk.Sources.EvidenceErrands;

namespace OnRecord.Tests.Front;

public class EvidencePageTests
{
    [Fact]
    public async Task Readers_open_a_public_copy_that_a_live_version_shows_and_no_other()
    {
        await using var app = await Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var (story, entry) = await tom.Cited(app);
        var text = "<b>The board</b> met on Monday."u8.ToArray();
        await tom.Copy(CopiesOf(story, entry), file: ("minutes.txt", text), title: "Minutes of the <board>");
        var copy = await app.OnlyCopy();
        await Nobody(app, copy.Id);
        await tom.Publish(app, story);
        (await app.Story(story))
            .Versions.Single()
            .Content.Ledger.Single()
            .Evidence.Single()
            .ShouldBe(new LedgerEvidence(null, null, copy.TakenAt));
        await Nobody(app, copy.Id);

        await tom.Post($"/desk/copies/{copy.Id}/public", []);
        await Nobody(app, copy.Id);
        await tom.Publish(app, story);
        var page = await app.Page($"/evidence/{copy.Id}");
        page.ShouldContain("Minutes of the &lt;board&gt;");
        page.ShouldContain(copy.Sha256);
        page.ShouldContain("&lt;b&gt;The board&lt;/b&gt; met on Monday.");
        page.ShouldContain("sha256sum");
        page.ShouldContain("The mill closes");
        page.ShouldContain("14 March 2026, 09:12");
        page.ShouldContain("<meta name=\"robots\" content=\"noindex\">");
        var file = await app.Http.GetAsync($"/evidence/{copy.Id}/file");
        (await file.Content.ReadAsByteArrayAsync()).ShouldBe(text);
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        file.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");

        await tom.Post($"/desk/copies/{copy.Id}/private", []);
        await Nobody(app, copy.Id);
    }

    [Fact]
    public async Task A_copy_closes_at_once_when_its_source_is_not_named_any_more()
    {
        await using var app = await Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var (story, entry) = await tom.Cited(app);
        await tom.Copy(CopiesOf(story, entry), file: ("minutes.txt", "The board met."u8.ToArray()));
        var copy = await app.OnlyCopy();
        await tom.Post($"/desk/copies/{copy.Id}/public", []);
        await tom.Publish(app, story);
        await app.Page($"/evidence/{copy.Id}");
        await app.InDatabase(async db =>
        {
            (await db.Set<Source>().FindAsync(copy.SourceId))!.IsNamed = false;
            return await db.SaveChangesAsync();
        });
        await Nobody(app, copy.Id);
    }

    [Fact]
    public async Task A_web_page_is_handed_out_with_its_record_and_never_as_a_page_of_ours()
    {
        await using var app = await Start();
        await using var server = Sources.Evidence.RawServer.Sending(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 32\r\n\r\n<script>alert(1)</script><p>Here."
        );
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var (story, entry) = await tom.Cited(app);
        await tom.Copy(CopiesOf(story, entry), server.Address.AbsoluteUri);
        var copy = await app.OnlyCopy();
        await tom.Post($"/desk/copies/{copy.Id}/public", []);
        await tom.Publish(app, story);
        (await app.Page($"/evidence/{copy.Id}")).ShouldNotContain("alert(1)");
        foreach (var path in new[] { "file", "warc" })
        {
            var file = await app.Http.GetAsync($"/evidence/{copy.Id}/{path}");
            file.StatusCode.ShouldBe(HttpStatusCode.OK);
            file.Content.Headers.ContentType!.MediaType.ShouldBe(
                path == "file" ? "application/octet-stream" : "application/gzip"
            );
            file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        }
    }

    private static async Task Nobody(OnRecordApp app, Guid copy)
    {
        using var stranger = app.Stranger();
        foreach (var path in new[] { $"/evidence/{copy}", $"/evidence/{copy}/file", $"/evidence/{copy}/warc" })
            (await app.Http.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        foreach (var path in new[] { $"/desk/copies/{copy}", $"/desk/copies/{copy}/file", $"/desk/copies/{copy}/warc" })
            (await stranger.Http.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
    }
}
