using OnRecord.Imports.Reading;
using static OnRecord.Tests.Imports.Reading.SavedPage;

namespace OnRecord.Tests.Imports.Reading;

public sealed class SocialPostTests
{
    private const string Tweet = """
        <div class="social-media-embed"><blockquote class="twitter-tweet"><p lang="en">Trams run. The bridge does not. <a href="https://t.co/1">pic.twitter.com/1</a></p>&mdash; River City (@rivercity)
        <a href="https://twitter.com/rivercity/status/42?ref_src=x">March 2, 2026</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script></div>
        """;

    [Fact]
    public void A_social_post_is_held_as_text()
    {
        var post = Read(With(Tweet)).Body.QuerySelector("blockquote.social-post").ShouldNotBeNull();
        post.GetAttribute("data-network").ShouldBe("Twitter");
        post.GetAttribute("data-author").ShouldBe("River City");
        post.GetAttribute("data-handle").ShouldBe("@rivercity");
        post.GetAttribute("data-address").ShouldBe("https://twitter.com/rivercity/status/42");
        post.GetAttribute("data-date").ShouldBe("March 2, 2026");
        post.QuerySelector("script, iframe").ShouldBeNull();
    }

    [Fact]
    public void Its_wording_and_signature_are_in_the_text()
    {
        var text = Text(With(Tweet));
        text.ShouldContain("Trams run. The bridge does not.");
        text.ShouldContain("— River City (@rivercity) March 2, 2026");
    }

    [Fact]
    public void An_Instagram_post_keeps_its_author()
    {
        var post = Read(
            With(
                """<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Ab1/?utm=1"><div><a href="https://www.instagram.com/p/Ab1/">The bridge at dawn</a><p><a href="https://www.instagram.com/p/Ab1/">A post shared by Ada Bird (@ada)</a> on <time>Mar 2, 2026</time></p></div></blockquote>"""
            )
        )
            .Body.QuerySelector("blockquote")
            .ShouldNotBeNull();
        post.GetAttribute("data-network").ShouldBe("Instagram");
        post.GetAttribute("data-author").ShouldBe("Ada Bird");
        post.GetAttribute("data-address").ShouldBe("https://www.instagram.com/p/Ab1/");
    }

    [Fact]
    public void A_video_is_a_link_and_never_a_frame()
    {
        var read = Read(
            With(
                """<div class="embed"><iframe title="Bridge from above" src="https://www.youtube.com/embed/abc123?rel=0"></iframe></div>"""
            )
        );
        read.Body.QuerySelector("iframe").ShouldBeNull();
        read.Body.QuerySelector("blockquote.social-post a")
            .ShouldNotBeNull()
            .GetAttribute("href")
            .ShouldBe("https://www.youtube.com/watch?v=abc123");
        ArticleText.Of(read.Body).ShouldBe(Plain);
    }

    [Theory]
    [InlineData("Mastodon", """<iframe class="mastodon-embed" src="https://town.example/@ada/1/embed"></iframe>""")]
    [InlineData(
        "Bluesky",
        """<blockquote class="bluesky-embed" data-bluesky-uri="at://x"><p>The bridge is shut.</p>&mdash; Ada (<a href="https://bsky.app/profile/ada">@ada.example</a>) <a href="https://bsky.app/profile/ada/post/1">2 March 2026</a></blockquote>"""
    )]
    [InlineData(
        "TikTok",
        """<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@ada/video/1"><section><a href="https://www.tiktok.com/@ada">@ada</a><p>Bridge, shut.</p></section></blockquote>"""
    )]
    [InlineData(
        "Facebook",
        """<div class="fb-post" data-href="https://www.facebook.com/town/posts/1"><blockquote><p>The bridge is shut.</p></blockquote></div>"""
    )]
    [InlineData("Twitter", """<amp-twitter data-tweetid="42"></amp-twitter>""")]
    public void Every_network_is_known_by_its_embed(string network, string html)
    {
        var post = Read(With(html)).Body.QuerySelector("blockquote.social-post").ShouldNotBeNull();
        post.GetAttribute("data-network").ShouldBe(network);
        post.GetAttribute("data-address").ShouldNotBeNull();
    }
}
