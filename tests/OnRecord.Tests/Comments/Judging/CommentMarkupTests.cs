using OnRecord.Comments.Judging;

namespace OnRecord.Tests.Comments.Judging;

public class CommentMarkupTests
{
    [Theory]
    [InlineData("No markup at all", "No markup at all")]
    [InlineData("I <3 this & that, 2 < 3 > 1", "I <3 this & that, 2 < 3 > 1")]
    [InlineData("One<br />two<br>three", "One\ntwo\nthree")]
    [InlineData("I&#39;m here &amp; you&rsquo;re there", "I'm here & you’re there")]
    [InlineData("<b>Bold</b> and <i>slanted</i>", "Bold and slanted")]
    [InlineData("""<a href="https://www.film.example/w?v=1&amp;t=2m">2:19</a> is best""", "2:19 is best")]
    [InlineData("""see <a href="http://a.example/x">http://a.exa…</a>""", "see http://a.example/x")]
    [InlineData("""see <a href='http://a.example/x'>this page</a>!""", "see this page http://a.example/x!")]
    [InlineData("""<a rel="nofollow" href="https://plus.example/s/party">#party</a>""", "#party")]
    [InlineData("an unended <tag", "an unended <tag")]
    public void A_comment_is_read_as_its_reader_sees_it(string written, string seen) =>
        CommentMarkup.Plain(written).ShouldBe(seen);

    [Fact]
    public void A_comment_with_markup_is_judged_as_the_same_comment_without()
    {
        var judge = CommentJudge.Shipped;
        judge
            .Judge("It&#39;s the council&#39;s job.<br />They know it.")
            .Score.ShouldBe(judge.Judge("It's the council's job.\nThey know it.").Score);
    }

    [Fact]
    public void Text_without_markup_is_not_copied()
    {
        const string text = "Nothing to do here.";
        CommentMarkup.Plain(text).ShouldBeSameAs(text);
    }
}
