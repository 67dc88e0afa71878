using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Sources;
using OnRecord.Sources.Evidence;
using OnRecord.Tests.Sources.Evidence;
using static OnRecord.Tests.Desk.Sources.EvidenceErrands;

namespace OnRecord.Tests.Desk.Sources;

public class EvidenceTests
{
    private const string Page =
        "<!doctype html><title>Board minutes &amp; more</title><script>alert(1)</script><p>The board met on <b>Monday</b>.</p>";

    [Fact]
    public async Task A_copy_of_an_address_is_saved_with_its_digest_its_record_and_its_text()
    {
        await using var app = await Start();
        await using var server = RawServer.Sending(Html(Page));
        using var ines = await app.Colleague(Roles.Reporter);
        var (story, entry) = await ines.Cited(app);
        var answer = await ines.Copy(CopiesOf(story, entry), $"{server.Address}minutes");
        var copy = await app.OnlyCopy();
        answer.ShouldLead($"/desk/copies/{copy.Id}?done=CopySaved");
        (copy.Title, copy.MediaType, copy.Length, copy.IsPublic).ShouldBe(
            ("Board minutes & more", "text/html", Page.Length, false)
        );
        copy.Address.ShouldBe($"{server.Address}minutes");
        copy.Sha256.ShouldBe(Digest(Page));
        (copy.TakenAt, copy.TakenBy, copy.EntryId).ShouldBe((app.Clock.GetUtcNow(), ines.Id, (Guid?)entry));
        var page = await ines.Page($"/desk/copies/{copy.Id}?done=CopySaved");
        page.ShouldContain("The copy is saved.");
        page.ShouldContain(copy.Sha256);
        page.ShouldContain("The board met on Monday.");
        page.ShouldNotContain("alert(1)");
        var warc = app.Files().Single(path => path.EndsWith(".warc.gz", StringComparison.Ordinal));
        var records = WarcReader.Read(warc);
        records.Select(record => record.Type).ShouldBe(["warcinfo", "response", "request"]);
        records[1]["WARC-Payload-Digest"].ShouldBe($"sha256:{copy.Sha256}");
        (await ines.Http.GetByteArrayAsync($"/desk/copies/{copy.Id}/warc")).ShouldBe(
            await File.ReadAllBytesAsync(warc)
        );
        (await Acts(app)).ShouldContain(("source.copy-saved", $"{server.Address}minutes"));
        (await ines.Page(CopiesOf(story, entry))).ShouldContain("Board minutes &amp; more");
    }

    [Fact]
    public async Task A_document_is_handed_out_to_be_saved_and_never_shown()
    {
        await using var app = await Start();
        using var ines = await app.Colleague(Roles.Reporter);
        var (story, entry) = await ines.Cited(app);
        var html = "<script>document.title = 'ours'</script><p>A letter.</p>"u8.ToArray();
        var answer = await ines.Copy(CopiesOf(story, entry), file: ("C:\\letters\\lettre été\0.html", html));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        var copy = await app.OnlyCopy();
        (copy.Kind, copy.Address, copy.MediaType).ShouldBe((SavedCopyKind.Brought, null, "text/html"));
        copy.Title.ShouldContain("lettre");
        copy.Title.ShouldNotContain("\\");
        var file = await ines.Http.GetAsync($"/desk/copies/{copy.Id}/file");
        (await file.Content.ReadAsByteArrayAsync()).ShouldBe(html);
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Content.Headers.ContentDisposition.FileName.ShouldBe($"evidence-{copy.Sha256[..12]}.html");
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        file.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        file.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await ines.Http.GetAsync($"/desk/copies/{copy.Id}/warc")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var page = await ines.Http.GetAsync($"/desk/copies/{copy.Id}");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("sandbox");
    }

    [Fact]
    public async Task Identical_bytes_are_kept_once_and_go_with_the_last_copy()
    {
        await using var app = await Start();
        using var ines = await app.Colleague(Roles.Reporter);
        var (story, entry) = await ines.Cited(app);
        var pdf = "%PDF-1.7 minutes"u8.ToArray();
        await ines.Copy(CopiesOf(story, entry), file: ("one.pdf", pdf), title: "Minutes");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await ines.Copy(CopiesOf(story, entry), file: ("two.pdf", pdf));
        var copies = await app.InDatabase(db => db.Set<SavedCopy>().OrderBy(row => row.Id).ToListAsync());
        copies.Select(row => row.Title).ShouldBe(["Minutes", "two.pdf"]);
        var kept = app.Files().Single();
        kept.ShouldEndWith(Path.Combine(copies[0].Sha256[..2], copies[0].Sha256));
        (await ines.Post($"/desk/copies/{copies[0].Id}/remove", [])).ShouldLead($"{CopiesOf(story, entry)}?done=");
        app.Files().Single().ShouldBe(kept);
        (await ines.Page($"/desk/copies/{copies[0].Id}", HttpStatusCode.NotFound)).ShouldNotContain("Minutes");
        await ines.Post($"/desk/copies/{copies[1].Id}/remove", []);
        app.Files().ShouldBeEmpty();
        (await Acts(app)).Count(act => act.Act == "source.copy-removed").ShouldBe(2);
    }

    [Fact]
    public async Task The_draft_says_that_a_copy_is_kept_and_which_only_when_it_is_public()
    {
        await using var app = await Start();
        using var ines = await app.Colleague(Roles.Reporter);
        var (story, entry) = await ines.Cited(app);
        var answer = await ines.Copy(
            CopiesOf(story, entry),
            file: ("minutes.txt", "The board met."u8.ToArray()),
            json: true
        );
        var copies = (await answer.Json())["entries"]![0]!["copies"]!.AsArray();
        var copy = await app.OnlyCopy();
        copies.Single()!["id"]!.GetValue<Guid>().ShouldBe(copy.Id);
        (await Line(app, story)).ShouldBe(new LedgerEvidence(null, null, copy.TakenAt));
        var shown = await Json(ines, $"/desk/copies/{copy.Id}/public");
        (await shown.Json())["entries"]![0]!["copies"]![0]!["isPublic"]!.GetValue<bool>().ShouldBeTrue();
        (await Line(app, story)).ShouldBe(new LedgerEvidence(copy.Id, copy.Sha256, copy.TakenAt));
        var refused = await ines.Post($"/desk/copies/{copy.Id}/remove", []);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Make it private first");
        (await ines.Post($"/desk/copies/{copy.Id}/private", [])).ShouldLead($"/desk/copies/{copy.Id}?done=CopyHidden");
        (await Line(app, story)).ShouldBe(new LedgerEvidence(null, null, copy.TakenAt));
        (await Json(ines, $"/desk/copies/{copy.Id}/remove")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Story(story)).Draft.Ledger.Single().Evidence.Count.ShouldBe(0);
        app.Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_copy_of_somebody_not_named_stays_private_and_its_title_out_of_the_log()
    {
        await using var app = await Start();
        using var ines = await app.Colleague(Roles.Reporter);
        var (story, entry) = await ines.Cited(app, named: false);
        await ines.Copy(CopiesOf(story, entry), file: ("letter of Jonas Wend.txt", "I am Jonas Wend."u8.ToArray()));
        var copy = await app.OnlyCopy();
        var refused = await Json(ines, $"/desk/copies/{copy.Id}/public");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("It stays private.");
        (await app.OnlyCopy()).IsPublic.ShouldBeFalse();
        (await app.Story(story)).Draft.Ledger.Single().Evidence.Count.ShouldBe(0);
        var log = await app.InDatabase(db => db.Set<AuditEntry>().ToListAsync());
        log.ShouldAllBe(row => !$"{row.Label} {row.Detail}".Contains("Wend", StringComparison.Ordinal));
        using var other = await app.Colleague(Roles.Reporter, "Marta Reyes");
        foreach (var path in new[] { "", "/file" })
            await other.Page($"/desk/copies/{copy.Id}{path}", HttpStatusCode.NotFound);
        (await other.Page(CopiesOf(story, entry))).ShouldNotContain("Wend");
        using var editor = await app.Colleague(Roles.Editor, "Tom Brandt");
        (await editor.Page($"/desk/copies/{copy.Id}")).ShouldContain("Its source is not named");
    }

    [Fact]
    public async Task Only_who_may_write_the_story_adds_or_changes_a_copy()
    {
        await using var app = await Start();
        using var ines = await app.Colleague(Roles.Reporter);
        using var marta = await app.Colleague(Roles.Reporter, "Marta Reyes");
        var (story, entry) = await ines.Cited(app);
        var file = ("minutes.txt", "The board met."u8.ToArray());
        var refused = await marta.Copy(CopiesOf(story, entry), file: file);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        app.Files().ShouldBeEmpty();
        await ines.Copy(CopiesOf(story, entry), file: file);
        var copy = await app.OnlyCopy();
        foreach (var act in new[] { "public", "private", "remove" })
            (await Json(marta, $"/desk/copies/{copy.Id}/{act}")).StatusCode.ShouldBe(
                HttpStatusCode.UnprocessableEntity
            );
        (await marta.Page($"/desk/copies/{copy.Id}")).ShouldNotContain($"/desk/copies/{copy.Id}/public");
        (await app.OnlyCopy()).IsPublic.ShouldBeFalse();
    }

    [Fact]
    public async Task A_copy_behind_a_source_as_a_whole_stays_in_the_newsroom()
    {
        await using var app = await Start();
        using var ines = await app.Colleague(Roles.Reporter, language: "uk");
        await ines.Cited(app);
        var source = await app.InDatabase(db => db.Set<Source>().SingleAsync());
        var path = $"/desk/sources/{source.Id}/copies";
        var answer = await ines.Copy(path, file: ("card.png", [1, 2, 3]), json: true, title: "Її візитівка");
        (await answer.Json())["title"]!.GetValue<string>().ShouldBe("Її візитівка");
        var copy = await app.OnlyCopy();
        (copy.EntryId, copy.SourceId).ShouldBe((null, source.Id));
        (await ines.Page(path)).ShouldContain("Її візитівка");
        var refused = await ines.Post($"/desk/copies/{copy.Id}/public", []);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Ця копія стосується джерела загалом");
        (await ines.Post($"/desk/copies/{copy.Id}/remove", [])).ShouldLead($"{path}?done=CopyRemoved");
        app.Files().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", "answered 403 Forbidden.")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", "answered with nothing")]
    [InlineData("garbage\r\n\r\n", "could not be reached")]
    [InlineData(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 7\r\n\r\nno gzip",
        "not compressed as it says"
    )]
    public async Task What_cannot_be_fetched_is_told_and_what_was_typed_stays(string answer, string says)
    {
        await using var app = await Start();
        await using var server = RawServer.Sending(answer);
        using var ines = await app.Colleague(Roles.Reporter);
        var (story, entry) = await ines.Cited(app);
        var refused = await ines.Copy(CopiesOf(story, entry), $"{server.Address}minutes");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await refused.Content.ReadAsStringAsync();
        page.ShouldContain(says);
        page.ShouldContain($"value=\"{server.Address}minutes\"");
        (await app.InDatabase(db => db.Set<SavedCopy>().CountAsync())).ShouldBe(0);
        app.Files().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("minutes")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://example.org/a\r\nX-Injected: 1")]
    [InlineData("http://example.org/a b")]
    public async Task What_is_no_address_is_told(string address)
    {
        await using var app = await Start();
        using var ines = await app.Colleague(Roles.Reporter);
        var (story, entry) = await ines.Cited(app);
        var refused = await ines.Copy(CopiesOf(story, entry), address, json: true);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Json())["problems"]![0]!["field"]!.GetValue<string>().ShouldBe("address");
    }

    [Fact]
    public async Task A_private_address_is_refused_unless_the_operator_allows_it()
    {
        await using var app = await OnRecordApp.Start();
        using var ines = await app.Colleague(Roles.Reporter);
        var (story, entry) = await ines.Cited(app);
        var refused = await ines.Copy(CopiesOf(story, entry), "http://127.0.0.1:9/");
        (await refused.Content.ReadAsStringAsync()).ShouldContain("is on a private network and is not fetched");
    }

    [Fact]
    public async Task A_document_too_large_or_empty_is_told_and_leaves_nothing()
    {
        await using var app = await Start();
        using var ines = await app.Colleague(Roles.Reporter);
        var (story, entry) = await ines.Cited(app);
        var large = await ines.Copy(CopiesOf(story, entry), file: ("large.bin", new byte[50_000_001]));
        (await large.Content.ReadAsStringAsync()).ShouldContain("The document is larger than 50 MB.");
        var empty = await ines.Copy(CopiesOf(story, entry), file: ("empty.txt", []));
        (await empty.Content.ReadAsStringAsync()).ShouldContain("Write an address, or choose a document.");
        app.Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_s_odd_words_do_no_harm()
    {
        await using var app = await Start();
        await using var server = RawServer.Sending(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=no-such-thing; <b>\r\nSet-Cookie: a=b\r\nContent-Length: 32\r\n\r\n<title>\0 a\nb</title><p>\u00e9t\u00e9 \0 end"
        );
        using var ines = await app.Colleague(Roles.Reporter);
        var (story, entry) = await ines.Cited(app);
        (await ines.Copy(CopiesOf(story, entry), server.Address.AbsoluteUri)).StatusCode.ShouldBe(
            HttpStatusCode.SeeOther
        );
        var copy = await app.OnlyCopy();
        copy.Length.ShouldBe(32);
        copy.Title.ShouldNotContain("\0");
        await ines.Page($"/desk/copies/{copy.Id}");
    }

    private static byte[] Html(string page) =>
        Encoding.UTF8.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(page)}\r\n\r\n{page}"
        );

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static async Task<LedgerEvidence> Line(OnRecordApp app, Guid story) =>
        (await app.Story(story)).Draft.Ledger.Single().Evidence.Single();

    private static async Task<HttpResponseMessage> Json(Colleague who, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("RequestVerificationToken", await who.Token());
        request.Headers.Accept.ParseAdd("application/json");
        return await who.Http.SendAsync(request);
    }

    private static Task<List<(string Act, string? Detail)>> Acts(OnRecordApp app) =>
        app.InDatabase(async db => (await db.Set<AuditEntry>().ToListAsync()).ConvertAll(row => (row.Act, row.Detail)));
}
