using OnRecord.Imports.Reading;
using static OnRecord.Tests.Imports.Reading.SavedPage;

namespace OnRecord.Tests.Imports.Reading;

public sealed class PictureTests
{
    [Theory]
    [InlineData("""<img src="/a.jpg" alt="The bridge">""")]
    [InlineData("""<img src="data:image/gif;base64,AAAA" data-src="/a.jpg" alt="The bridge">""")]
    [InlineData("""<img srcset="/s.jpg 320w, /a.jpg 1280w" src="/s.jpg" alt="The bridge">""")]
    [InlineData("""<picture><source srcset="/a.jpg 1600w"><img src="/s.jpg" alt="The bridge"></picture>""")]
    [InlineData(
        """<img class="lazy" src="data:image/gif;base64,AAAA" alt="The bridge"><noscript><img src="/a.jpg" alt="The bridge"></noscript>"""
    )]
    [InlineData("""<p><img src="/a.jpg" alt="The bridge"></p>""")]
    public void The_picture_is_found_however_late_it_loads(string html)
    {
        var images = Read(With(html)).Body.QuerySelectorAll("figure img");
        images.Length.ShouldBe(1);
        images[0].GetAttribute("src").ShouldBe("https://river.example/a.jpg");
        images[0].GetAttribute("alt").ShouldBe("The bridge");
    }

    [Theory]
    [InlineData("The bridge in March | Image by Ada Bird", "The bridge in March", "Ada Bird")]
    [InlineData("The bridge in March. Photo: Ada Bird / Town Press", "The bridge in March.", "Ada Bird / Town Press")]
    [InlineData("The bridge in March. (AP Photo/Ada Bird)", "The bridge in March.", "AP Photo/Ada Bird")]
    [InlineData("Photo by Ada Bird", null, "Ada Bird")]
    [InlineData("The bridge (left) in March", "The bridge (left) in March", null)]
    [InlineData("Фото: Ада Берд", null, "Ада Берд")]
    public void A_line_under_a_picture_is_split_into_caption_and_credit(string line, string? caption, string? credit) =>
        CreditLine.Split(line, null).ShouldBe((caption, credit));

    [Fact]
    public void A_marked_credit_is_kept_in_cite()
    {
        var figure = Read(
            With(
                """<figure><img src="/a.jpg" alt=""><figcaption>The bridge in March <span class="credit">Ada Bird</span></figcaption></figure>"""
            )
        )
            .Body.QuerySelector("figcaption")
            .ShouldNotBeNull();
        figure.QuerySelector("cite").ShouldNotBeNull().TextContent.ShouldBe("Ada Bird");
        figure.TextContent.ShouldBe("The bridge in March Ada Bird");
    }

    [Fact]
    public void Captions_are_not_in_the_text() =>
        Text(
                With(
                    """<div class="wp-caption"><img src="/a.jpg" alt=""><p class="wp-caption-text">The bridge in March, from the left bank.</p></div>"""
                )
            )
            .ShouldBe(Plain);

    [Fact]
    public void The_lead_picture_is_not_repeated_in_the_body()
    {
        var read = Read(
            With(
                """<figure><img src="/bridge-300x200.jpg" alt="Bridge"><figcaption>The bridge | Image by Ada Bird</figcaption></figure>""",
                """<meta property="og:image" content="https://river.example/bridge.jpg">"""
            )
        );
        read.Lead.ShouldBe(
            new ReadPicture("https://river.example/bridge-300x200.jpg", "Bridge", "The bridge", "Ada Bird")
        );
        read.Body.QuerySelector("figure").ShouldBeNull();
    }
}
