using OnRecord.Imports.Reading;
using static OnRecord.Tests.Imports.Reading.SavedPage;

namespace OnRecord.Tests.Imports.Reading;

public sealed class LeftOutTests
{
    [Theory]
    [InlineData("related stories", """<p><strong>Related: </strong><a href="/ferry">Ferry is free all week</a></p>""")]
    [InlineData("related stories", """<p>READ ALSO: <a href="/ferry">Ferry is free all week</a></p>""")]
    [InlineData("related stories", """<p><b><a href="/ferry">Ferry is free for all of the week</a></b></p>""")]
    [InlineData(
        "related stories",
        """<div class="related-posts"><h3>More</h3><ul><li><a href="/a">Ferry is free</a></li><li><a href="/b">Trams are late</a></li></ul></div>"""
    )]
    [InlineData(
        "related stories",
        """<ul><li><a href="/a">Ferry is free all week</a></li><li><a href="/b">Trams are late again</a></li></ul>"""
    )]
    [InlineData("related stories", """<h3>Lesen Sie auch</h3><ul><li><a href="/a">Die Fähre ist frei</a></li></ul>""")]
    [InlineData(
        "newsletter sign-up",
        """<div class="newsletter-box"><h4>Our week in your inbox</h4><p>Every Friday we send you what the town talked about.</p><form><input name=email></form></div>"""
    )]
    [InlineData("newsletter sign-up", """<p>Subscribe to <a href="/letter">our Friday letter</a>.</p>""")]
    [InlineData(
        "donation appeal",
        """<div><h3>Support our work</h3><p>We have no paywall, and no owner but you.</p><a href="/give">Give now</a></div>"""
    )]
    [InlineData("advertisement", "<div>Advertisement</div>")]
    [InlineData("share buttons", """<div class="share-bar"><a href="https://x.example">Share on X</a></div>""")]
    [InlineData("share buttons", """<p>Follow us on <a href="https://t.example/">Telegram</a></p>""")]
    [InlineData(
        "tags",
        """<div class="post-tags">Tags: <a href="/t/bridges">bridges</a>, <a href="/t/roads">roads</a></div>"""
    )]
    [InlineData(
        "author box",
        """<div class="author-bio"><p>Iryna Bondar writes about the river and has done so for twelve years.</p></div>"""
    )]
    [InlineData("app prompt", """<p>Download the app to <a href="/app">read on the road</a></p>""")]
    [InlineData(
        "cookie notice",
        """<div id="cookie-notice"><p>We use cookies to make this page work better for you.</p></div>"""
    )]
    [InlineData("hidden text", """<p style="display:none">Nobody sees this sentence on the page at all.</p>""")]
    public void What_is_not_the_story_is_left_out_and_said_so(string why, string html)
    {
        var read = Read(With(html));
        ArticleText.Of(read.Body).ShouldBe(Plain);
        read.LeftOut.ShouldContain(left => left.Why == why);
    }

    [Fact]
    public void Comments_below_the_story_are_left_out_even_when_longer()
    {
        var comments = string.Concat(
            Enumerable
                .Range(1, 20)
                .Select(one =>
                    $"<li><p>I have driven over that bridge for {one} years and never once felt it move, so why close it now?</p></li>"
                )
        );
        var read = Read(With("", after: $"<section id=\"comments\"><h2>20 comments</h2><ol>{comments}</ol></section>"));
        ArticleText.Of(read.Body).ShouldBe(Plain);
        read.LeftOut.ShouldContain(left => left.Why == "comment form");
    }

    [Fact]
    public void A_sentence_that_only_begins_like_furniture_is_kept()
    {
        const string sentence = "More than two hundred people wrote to the council about the bridge this winter alone.";
        Text(
                With(
                    $"<p>{sentence}</p><p>Related work on the <a href='/quay'>quay</a> will go on through the autumn, the council's engineers told the meeting, and no one objected to it.</p>"
                )
            )
            .ShouldContain(sentence);
        Text(With("<p>Follow the yellow signs, the council asks, and leave ten minutes more for the way to work.</p>"))
            .ShouldContain("yellow signs");
    }

    [Fact]
    public void Names_of_what_a_page_lacks_do_not_condemn_the_story() =>
        Text(
                $"<body class='has-sidebar no-comments'><h1>Bridge</h1><div class='post with-ads tag-share'><p>{First}</p><p>{Second}</p><p>{Third}</p></div></body>"
            )
            .ShouldBe(Plain);

    [Fact]
    public void Classes_that_hide_on_a_telephone_only_do_not_hide() =>
        Text(
                With(
                    "<div class=\"hidden md:block overflow-hidden\"><p>The ferry takes forty cars at a time and runs until midnight.</p></div>"
                )
            )
            .ShouldContain("forty cars");

    [Fact]
    public void Trackers_and_foreign_scripts_are_counted()
    {
        var read = Read(
            With(
                """<img src="https://t.example/p.gif" width="1" height="1"><noscript><img height="1" width="1" src="https://www.facebook.com/tr?id=1"></noscript>""",
                """<script src="https://cdn.ads.example/a.js"></script><script src="/own.js"></script><script src="https://static.river.example/b.js"></script>"""
            )
        );
        read.Trackers.ShouldBe(2);
        read.ThirdPartyScripts.ShouldBe(1);
        read.Body.QuerySelector("img").ShouldBeNull();
    }
}
