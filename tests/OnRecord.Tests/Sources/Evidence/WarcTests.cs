using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using OnRecord.Platform.Fetching;
using OnRecord.Sources.Evidence;
using OnRecord.Sources.Evidence.Warc;

namespace OnRecord.Tests.Sources.Evidence;

public class WarcTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 3, 14, 9, 12, 5, TimeSpan.Zero));

    [Fact]
    public async Task An_exchange_is_kept_byte_for_byte()
    {
        const string Answer =
            "HTTP/1.1 200 All is w\u00e9ll\r\nContent-TYPE: text/html;charset=utf-8\r\nx-odd:   spaces  \r\nX-Odd: twice\r\nContent-Length: 10\r\n\r\n<p>H\u00c3\u00a9</p>";
        await using var server = RawServer.Sending(Answer);
        var records = await Record(server.Address);
        records.Select(record => record.Type).ShouldBe(["warcinfo", "response", "request"]);
        var (about, response, request) = (records[0], records[1], records[2]);
        about["Content-Type"].ShouldBe("application/warc-fields");
        about["WARC-Filename"].ShouldBe("trial.warc.gz");
        about.Text.ShouldContain("format: WARC File Format 1.1\r\n");
        response.Text.ShouldBe(Answer);
        response["Content-Type"].ShouldBe("application/http;msgtype=response");
        response["WARC-Target-URI"].ShouldBe(server.Address.AbsoluteUri);
        response["WARC-IP-Address"].ShouldBe("127.0.0.1");
        response["WARC-Date"].ShouldBe("2026-03-14T09:12:05Z");
        response["WARC-Warcinfo-ID"].ShouldBe(about["WARC-Record-ID"]);
        request["Content-Type"].ShouldBe("application/http;msgtype=request");
        request["WARC-Concurrent-To"].ShouldBe(response["WARC-Record-ID"]);
        request.Text.ShouldBe(server.Requests.Single());
        request.Text.ShouldStartWith("GET / HTTP/1.1\r\n");
        request.Text.ShouldContain("Accept-Encoding: identity\r\n");
    }

    [Fact]
    public async Task Chunks_are_taken_off_and_the_head_says_so()
    {
        await using var server = RawServer.Sending(
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\nContent-Type: text/plain\r\n\r\n5\r\nThe m\r\n4\r\nill.\r\n0\r\nX-Trailer: 1\r\n\r\n"
        );
        var response = (await Record(server.Address))[1];
        response.Text.ShouldBe(
            "HTTP/1.1 200 OK\r\nX-Orig-transfer-encoding: chunked\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\nThe mill."
        );
    }

    [Fact]
    public async Task Each_redirect_has_records_of_its_own()
    {
        await using var server = RawServer.Sending(path =>
            path == "/end"
                ? "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nend"u8.ToArray()
                : "HTTP/1.1 302 Found\r\nLocation: /end\r\nContent-Length: 5\r\n\r\nmoved"u8.ToArray()
        );
        var records = await Record(new Uri(server.Address, "/begin#part"));
        records.Select(record => record.Type).ShouldBe(["warcinfo", "response", "request", "response", "request"]);
        records[1]["WARC-Target-URI"].ShouldEndWith("/begin");
        records[1].Text.ShouldEndWith("moved");
        records[3]["WARC-Target-URI"].ShouldEndWith("/end");
        records[4]["WARC-Concurrent-To"].ShouldBe(records[3]["WARC-Record-ID"]);
        records.Select(record => record["WARC-Record-ID"]).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public async Task A_body_that_came_compressed_is_kept_as_it_came()
    {
        var packed = Packed("<p>The mill closes.</p>"u8.ToArray());
        await using var server = RawServer.Sending([
            .. Encoding.ASCII.GetBytes(
                $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n"
            ),
            .. packed,
        ]);
        var fetch = await Fetch(server.Address);
        fetch.Answer.Body.ShouldBe(packed);
        DecodedBody.Of(fetch.Answer, 1000).ShouldBe("<p>The mill closes.</p>"u8.ToArray());
        DecodedBody.Of(fetch.Answer, 10).ShouldBeNull("it grows beyond the limit");
        var response = WarcReader.Read(WarcFile.Of(fetch, "trial.warc.gz"))[1];
        response.Payload.ShouldBe(packed);
        response.Text.ShouldContain("\r\nContent-Encoding: gzip\r\n");
    }

    [Fact]
    public async Task Interim_answers_are_not_the_answer()
    {
        const string Answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
        await using var server = RawServer.Sending(
            "HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" + Answer
        );
        (await Record(server.Address))[1].Text.ShouldBe(Answer);
    }

    [Theory]
    [InlineData("місто?q=бюджет", "/%D0%BC%D1%96%D1%81%D1%82%D0%BE?q=%D0%B1%D1%8E%D0%B4%D0%B6%D0%B5%D1%82")]
    [InlineData("a%0d%0aWARC-Type:%20resource", "/a%0d%0aWARC-Type:%20resource")]
    [InlineData("a\r\nX-Injected: 1", null)]
    public async Task An_address_adds_no_line_to_a_record(string path, string? target)
    {
        await using var server = RawServer.Sending("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        var records = await Record(new Uri($"{server.Address}{path}"));
        records.Count.ShouldBe(3);
        server.Requests.Single().ShouldNotContain("\r\nX-Injected");
        if (target is not null)
            records[1]["WARC-Target-URI"].ShouldEndWith(target);
    }

    [Fact]
    public void A_field_with_a_line_end_in_it_is_never_written() =>
        Should.Throw<ArgumentException>(() =>
            new WarcRecord("response", Clock.GetUtcNow(), "text/plain", []).With("WARC-Target-URI", "a\r\nb: c")
        );

    [Theory]
    [InlineData("", "could not be reached")]
    [InlineData("This is no HTTP at all.\r\n\r\n", "could not be reached")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", "could not be reached")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n", "could not be reached")]
    [InlineData("HTTP/1.1 404 Not Here\r\nContent-Length: 0\r\n\r\n", "answered 404 Not Here.")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://[/\r\nContent-Length: 0\r\n\r\n", "302")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n", "redirected more than 5 times")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n", "not an http")]
    public async Task A_bad_answer_is_a_sentence(string answer, string says)
    {
        await using var server = RawServer.Sending(answer);
        (await Fetcher().Fetch(server.Address, "*/*")).Problems.Single().Message.ShouldContain(says);
    }

    [Fact]
    public async Task A_body_without_end_is_given_up_at_the_limit()
    {
        await using var server = RawServer.Endless("HTTP/1.1 200 OK\r\n\r\n", new byte[64 * 1024]);
        (await Fetcher().Fetch(server.Address, "*/*")).Problems.Single().Message.ShouldContain("larger than 2 MB");
    }

    [Fact]
    public async Task Header_lines_without_end_are_given_up()
    {
        await using var server = RawServer.Endless("HTTP/1.1 200 OK\r\n", "X-Again: and again\r\n"u8.ToArray());
        (await Fetcher().Fetch(server.Address, "*/*")).Problems.Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_drips_is_given_up()
    {
        await using var server = RawServer.Endless("HTTP/1.1 200 OK\r\n\r\n", [65], TimeSpan.FromMilliseconds(50));
        (await Fetcher(seconds: 1).Fetch(server.Address, "*/*"))
            .Problems.Single()
            .Message.ShouldContain("within 1 seconds");
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("http://localhost:9/")]
    [InlineData("http://[::1]:9/")]
    [InlineData("http://169.254.169.254/latest")]
    public async Task A_private_address_is_not_copied(string address) =>
        (await new RecordingFetcher(new FetchOptions(), Clock).Fetch(new Uri(address), "*/*"))
            .Problems.Single()
            .Message.ShouldContain("private network");

    private static RecordingFetcher Fetcher(int seconds = 20) =>
        new(
            new FetchOptions
            {
                AllowPrivateAddresses = true,
                MaximumMegabytes = 2,
                TimeoutSeconds = seconds,
            },
            Clock
        );

    private static async Task<RecordedFetch> Fetch(Uri address)
    {
        var outcome = await Fetcher().Fetch(address, "*/*");
        return outcome.Value.ShouldNotBeNull(string.Join(' ', outcome.Problems.Select(problem => problem.Message)));
    }

    private static async Task<IReadOnlyList<WarcReader>> Record(Uri address) =>
        WarcReader.Read(WarcFile.Of(await Fetch(address), "trial.warc.gz"));

    private static byte[] Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
            gzip.Write(plain);
        return packed.ToArray();
    }
}
