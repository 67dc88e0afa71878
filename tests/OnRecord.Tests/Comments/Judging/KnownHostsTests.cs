using OnRecord.Comments.Judging;

namespace OnRecord.Tests.Comments.Judging;

public class KnownHostsTests
{
    [Theory]
    [InlineData("http://a.example/b?c=d", 1)]
    [InlineData("see www.a.example, and https://b.example.", 2)]
    [InlineData("cheapshoes.com is a shop", 1)]
    [InlineData("bit.ly/3x4mpl", 1)]
    [InlineData("Look at t.me/kanal_24", 1)]
    [InlineData("It is done.In the end nobody paid.Me neither.", 0)]
    [InlineData("e.g. this, i.e. that, at 3.30 p.m.", 0)]
    [InlineData("write to desk@paper.com", 0)]
    [InlineData("Price: 3.50, page 4.2", 0)]
    public void Links_are_found_with_and_without_a_scheme(string text, int links) =>
        KnownHosts.LinksOf(text).Links.ShouldBe(links);

    [Theory]
    [InlineData("bit.ly", "Shortener")]
    [InlineData("BIT.LY", "Shortener")]
    [InlineData("1xslot-casino.ru", "Spam")]
    [InlineData("m.1xslot-casino.ru", "Spam")]
    [InlineData("not1xslot-casino.ru", "Unknown")]
    [InlineData("en.wikipedia.org", "Unknown")]
    [InlineData("t.me", "Unknown")]
    public void A_host_and_what_belongs_to_it_is_known(string host, string kind) =>
        KnownHosts.KindOf(host).ToString().ShouldBe(kind);

    [Fact]
    public void The_worst_link_of_a_comment_is_named()
    {
        var (links, worst, host) = KnownHosts.LinksOf(
            "https://en.wikipedia.org/wiki/Dam and https://bit.ly/x and http://www.1xslot-casino.ru/?ref=1"
        );
        links.ShouldBe(3);
        worst.ShouldBe(HostKind.Spam);
        host.ShouldBe("1xslot-casino.ru");
    }

    [Fact]
    public void A_link_whose_words_hide_it_is_found() =>
        KnownHosts.LinksOf("""<a href="http://1xslot-casino.ru/">the report</a>""").Worst.ShouldBe(HostKind.Spam);
}
