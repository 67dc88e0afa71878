using OnRecord.Platform;

namespace OnRecord.Tests.Platform;

public class SlugTests
{
    [Theory]
    [InlineData("China Denies Russia’s Request for Military Aid", "china-denies-russias-request-for-military-aid")]
    [InlineData("Café, Zürich & Łódź: 50 %", "cafe-zurich-łodz-50")]
    [InlineData("Хто лагодить дороги взимку?", "хто-лагодить-дороги-взимку")]
    [InlineData("سوق الخميس", "سوق-الخميس")]
    [InlineData("河岸的人", "河岸的人")]
    [InlineData("Її йогурт і ґанок", "її-йогурт-і-ґанок")]
    [InlineData("हिन्दी में", "हिन्दी-में")]
    [InlineData("“…”", "fallback")]
    public void A_slug_keeps_its_script(string text, string slug) => Slug.From(text, "fallback").ShouldBe(slug);

    [Fact]
    public void A_long_headline_is_cut_between_words()
    {
        var slug = Slug.From(string.Join(' ', Enumerable.Repeat("eleven-word", 30)), "x");
        slug.Length.ShouldBeLessThanOrEqualTo(80);
        slug.ShouldNotEndWith("-");
    }

    [Fact]
    public void A_taken_slug_gets_a_number() => Slug.Free("dam", slug => slug is "dam" or "dam-2").ShouldBe("dam-3");
}
