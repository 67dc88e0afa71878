using OnRecord.Comments.Judging;

namespace OnRecord.Tests.Comments.Judging;

public class LikenessTests
{
    private const string Text =
        "The council had four years to mend that roof, and it waited until the roof fell in. Who signed the inspections, and who read them?";

    [Theory]
    [InlineData(
        "The council had four years to mend that roof, and it waited until the roof fell in. Who signed the inspections, and who read them? 77"
    )]
    [InlineData(
        "the council had 4 years to mend that roof and it waited until the roof fell in!!! who signed the inspections and who read them"
    )]
    [InlineData(
        "Hey! The council had four years to mend that roof, and it waited until the roof fell in. Who signed the inspections, and who read them?"
    )]
    [InlineData(
        "The соuncil hаd four years to mеnd that roof, and it waited until the roof fell in. Who signed the inspections, and who read them?"
    )]
    public void A_small_change_stays_near(string changed) =>
        Likeness.IsNear(Likeness.Signature(Text)!.Value, Likeness.Signature(changed)!.Value).ShouldBeTrue();

    [Theory]
    [InlineData(
        "I voted for the mayor twice, and I will not do it a third time, whatever he promises us in the spring."
    )]
    [InlineData(
        "The council had nothing to do with the bridge; that was the province, which has owned it since 1974 and knows it."
    )]
    public void Another_comment_is_far(string other) =>
        Likeness
            .Distance(Likeness.Signature(Text)!.Value, Likeness.Signature(other)!.Value)
            .ShouldBeGreaterThan(2 * Likeness.NearBits);

    [Fact]
    public void A_short_comment_has_no_signature() => Likeness.Signature("Well said!").ShouldBeNull();

    [Fact]
    public void Capitals_spaces_and_punctuation_are_no_difference()
    {
        Likeness.Exact("Well said, Anna!").ShouldBe(Likeness.Exact("well  SAID   anna..."));
        Likeness.Exact("Well s\u200baid, Anna!").ShouldBe(Likeness.Exact("Well said, Anna!"));
        Likeness.Exact("Well said, Anna!").ShouldNotBe(Likeness.Exact("Well said, Hanna!"));
        Likeness.Exact("Call 555 0101").ShouldNotBe(Likeness.Exact("Call 555 0102"));
        Likeness.Exact("http://a.example/1").ShouldNotBe(Likeness.Exact("http://a.example/2"));
        Likeness.Exact("").ShouldBe(Likeness.Exact("..."));
    }

    [Fact]
    public void Different_comments_of_real_readers_are_hardly_ever_near()
    {
        var texts = new Corpora(Shared.Path()).NewsReaders();
        var signatures = texts
            .Select(text => (Exact: Likeness.Exact(text), Signature: Likeness.Signature(text)))
            .Where(one => one.Signature is not null)
            .DistinctBy(one => one.Exact)
            .Select(one => one.Signature!.Value)
            .ToList();
        var near = 0L;
        for (var one = 0; one < signatures.Count; one++)
        {
            for (var other = one + 1; other < signatures.Count; other++)
                near += Likeness.IsNear(signatures[one], signatures[other]) ? 1 : 0;
        }
        var pairs = signatures.Count * (signatures.Count - 1L) / 2;
        ((double)near / pairs).ShouldBeLessThan(0.00001);
    }
}
