using System.Net;
using OnRecord.Platform.Fetching;

namespace OnRecord.Tests.Platform;

public class FetchingTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    public void Private_addresses_are_known(string address) =>
        PrivateNetworks.Contain(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:2800:220:1::")]
    [InlineData("64:ff9b::5db8:d822")]
    public void Public_addresses_are_not_private(string address) =>
        PrivateNetworks.Contain(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("http://localhost:9/")]
    [InlineData("http://[::1]:9/")]
    [InlineData("http://2130706433:9/")]
    [InlineData("http://0x7f.1:9/")]
    public async Task A_private_address_is_not_fetched(string address)
    {
        using var fetcher = new GuardedFetcher(new FetchOptions());
        var outcome = await fetcher.Fetch(new Uri(address), "*/*");
        outcome.Problems.Single().Message.ShouldContain("private network");
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/")]
    public async Task Only_http_is_fetched(string address)
    {
        using var fetcher = new GuardedFetcher(new FetchOptions());
        (await fetcher.Fetch(new Uri(address), "*/*"))
            .Problems.Single()
            .Message.ShouldContain("not an http or https address");
    }

    [Fact]
    public async Task A_server_in_the_house_is_fetched_when_the_operator_allows_it()
    {
        await using var server = await LocalServer.Start(_ => ("text/html", "<p>here</p>"u8.ToArray()));
        using var fetcher = new GuardedFetcher(new FetchOptions { AllowPrivateAddresses = true });
        var fetched = await fetcher.Fetch(server.Address, "text/html");
        fetched.Value!.MediaType.ShouldBe("text/html");
        fetched.Value.Bytes.ShouldBe("<p>here</p>"u8.ToArray());
    }

    [Fact]
    public async Task A_form_is_sent_to_no_private_address_and_along_no_redirect()
    {
        using var fetcher = new GuardedFetcher(new FetchOptions());
        (await fetcher.Post(new Uri("http://127.0.0.1:9/"), [new("hub.mode", "publish")]))
            .Problems.Single()
            .Message.ShouldContain("private network");
        using var moved = new GuardedFetcher(new MovedAway(), new FetchOptions());
        (await moved.Post(new Uri("https://hub.example.net/"), [new("hub.mode", "publish")]))
            .Problems.Single()
            .Message.ShouldContain("answered 308");
    }

    private sealed class MovedAway : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            request.RequestUri!.Host.ShouldBe("hub.example.net");
            var answer = new HttpResponseMessage(HttpStatusCode.PermanentRedirect);
            answer.Headers.Location = new Uri("https://elsewhere.example.net/");
            return Task.FromResult(answer);
        }
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_six_are_not()
    {
        using var fetcher = new GuardedFetcher(new Redirects(), new FetchOptions());
        (await fetcher.Fetch(new Uri("https://news.example.org/5"), "*/*")).Value!.Address.AbsolutePath.ShouldBe("/0");
        (await fetcher.Fetch(new Uri("https://news.example.org/6"), "*/*"))
            .Problems.Single()
            .Message.ShouldContain("redirected more than 5 times");
    }

    [Fact]
    public async Task A_redirect_into_the_house_is_refused()
    {
        using var fetcher = new GuardedFetcher(new Redirects("http://169.254.169.254/latest"), new FetchOptions());
        (await fetcher.Fetch(new Uri("https://news.example.org/1"), "*/*"))
            .Problems.Single()
            .Message.ShouldContain("private network");
    }

    [Theory]
    [InlineData("//")]
    [InlineData("http://[/")]
    public async Task A_redirect_to_nonsense_is_a_sentence(string target)
    {
        using var fetcher = new GuardedFetcher(new Redirects(target), new FetchOptions { TimeoutSeconds = 5 });
        (await fetcher.Fetch(new Uri("https://news.example.org/1"), "*/*")).Problems.Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_body_that_is_not_what_it_says_is_a_sentence(string encoding)
    {
        await using var server = await LocalServer.Start(_ =>
            ($"text/html;{encoding}", "this is not compressed"u8.ToArray())
        );
        using var fetcher = new GuardedFetcher(new FetchOptions { AllowPrivateAddresses = true });
        (await fetcher.Fetch(server.Address, "text/html")).Problems.Length.ShouldBe(1);
    }

    [Fact]
    public async Task More_than_the_limit_is_refused()
    {
        await using var server = await LocalServer.Start(_ => ("text/html", new byte[3 * 1024 * 1024]));
        using var fetcher = new GuardedFetcher(new FetchOptions { AllowPrivateAddresses = true, MaximumMegabytes = 2 });
        (await fetcher.Fetch(server.Address, "text/html")).Problems.Single().Message.ShouldContain("larger than 2 MB");
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up()
    {
        using var fetcher = new GuardedFetcher(new Silent(), new FetchOptions { TimeoutSeconds = 1 });
        (await fetcher.Fetch(new Uri("https://news.example.org/"), "*/*"))
            .Problems.Single()
            .Message.ShouldContain("within 1 seconds");
    }

    private sealed class Redirects(string? target = null) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
        {
            var left = int.Parse(
                request.RequestUri!.AbsolutePath.TrimStart('/'),
                System.Globalization.CultureInfo.InvariantCulture
            );
            var answer = new HttpResponseMessage(left == 0 ? HttpStatusCode.OK : HttpStatusCode.Found)
            {
                Content = new ByteArrayContent([]),
            };
            if (left > 0)
                answer.Headers.TryAddWithoutValidation("Location", target ?? $"/{left - 1}");
            return Task.FromResult(answer);
        }
    }

    private sealed class Silent : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
        {
            await Task.Delay(Timeout.Infinite, stop);
            return new HttpResponseMessage();
        }
    }
}
