using OnRecord.Comments.Judging;

namespace OnRecord.Tests.Comments.Judging;

public class CommentTextTests
{
    [Theory]
    [InlineData("Don’t shout", "dont shout")]
    [InlineData("soooo cooool", "so col")]
    [InlineData("plzzzz look", "plz look")]
    [InlineData("Ｆｒｅｅ ⓖⓘⓕⓣ", "free gift")]
    [InlineData("𝐅𝐫𝐞𝐞 now", "free now")]
    [InlineData("café Ёлка її ґанок", "cafe елка її ґанок")]
    [InlineData("sub\u200bscri\u00adbe", "subscribe")]
    [InlineData("Зap0бiток", "зар0біток")]
    [InlineData("2024 and 17", "0000 and 00")]
    public void Words_are_folded(string written, string folded) => Words(written).ShouldBe(folded);

    [Fact]
    public void Letters_that_stand_apart_are_also_read_together()
    {
        Words("f r e e money").ShouldBe("f r e e money free ree");
        Words("s.u.b to me").ShouldBe("s u b to me sub");
        Words("a f.r.e.e gift").ShouldBe("a f r e e gift free ree");
        Words("a f r e e gift").ShouldBe("a f r e e gift afree free");
        Words("I a man").ShouldBe("i a man");
    }

    [Fact]
    public void What_is_hidden_is_counted()
    {
        CommentText.Of("fr\u200bee").ZeroWidth.ShouldBe(1);
        CommentText.Of("free\ufeff").ZeroWidth.ShouldBe(0);
        CommentText.Of("каzино").MixedWords.ShouldBe(1);
        CommentText.Of("казино casino").MixedWords.ShouldBe(0);
        CommentText.Of("visit cheap-shoes . com today").HiddenLinks.ShouldBe(1);
        CommentText.Of("visit cheapshoes dot com today").HiddenLinks.ShouldBe(1);
        CommentText.Of("He went home. Com is no word.").HiddenLinks.ShouldBe(0);
    }

    [Theory]
    [InlineData("call +44 20 7946 0018 today", 1)]
    [InlineData("call 02079460018", 1)]
    [InlineData("тел. 067 555 01 22", 1)]
    [InlineData("in 1961 it was 48,212, in 1991 it was 39,876", 0)]
    [InlineData("1914 1939 1945", 0)]
    [InlineData("a budget of 1,240,000,000", 0)]
    public void A_telephone_number_is_told_from_other_numbers(string text, int phones) =>
        CommentText.Of(text).Phones.ShouldBe(phones);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\ud835")]
    [InlineData("\udc00\ud800")]
    [InlineData("a\ud835")]
    [InlineData("'''")]
    [InlineData("\u0300\u0301")]
    [InlineData("http://")]
    [InlineData("www.")]
    [InlineData("<a href=")]
    [InlineData("&#0;&#xD800;&")]
    public void Broken_text_is_read_without_complaint(string text) =>
        CommentJudge.Shipped.Judge(text).Score.ShouldBeInRange(0, 1);

    [Fact]
    public void Random_text_is_read_without_complaint()
    {
        var dice = new Random(20260314);
        for (var round = 0; round < 2000; round++)
        {
            var text = new string([
                .. Enumerable.Range(0, dice.Next(120)).Select(_ => (char)dice.Next(char.MaxValue + 1)),
            ]);
            CommentJudge.Shipped.Judge(text).Score.ShouldBeInRange(0, 1);
            Likeness.Exact(text);
            Likeness.Signature(text);
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a ")]
    [InlineData("<")]
    [InlineData("http://a.example/ ")]
    [InlineData("1")]
    [InlineData("f ")]
    public void A_very_long_comment_costs_no_more_than_its_beginning(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 500_000));
        var began = System.Diagnostics.Stopwatch.StartNew();
        CommentJudge.Shipped.Judge(text);
        began.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    private static string Words(string text)
    {
        var read = CommentText.Of(text);
        return string.Join(' ', Enumerable.Range(0, read.Count).Select(at => read.Word(at).ToString()));
    }
}
