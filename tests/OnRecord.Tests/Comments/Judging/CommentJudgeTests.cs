using System.Collections;
using System.Globalization;
using System.Resources;
using OnRecord.Comments.Judging;

namespace OnRecord.Tests.Comments.Judging;

public class CommentJudgeTests
{
    [Theory]
    [InlineData("The council had four years to mend that roof. Who signed off on the inspections?")]
    [InlineData("I disagree with nearly all of this, but thank you for printing both sides.")]
    [InlineData("The audit is public, read page 47: https://www.audit.example.gov/reports/2024/water-board-review.pdf")]
    [InlineData("Хто підписав ці акти? Чотири роки обіцяли полагодити дах.")]
    [InlineData("Президент підписав закон, а грошей у бюджеті немає.")]
    [InlineData("Они четыре года обещали починить крышу.")]
    [InlineData("Well said.")]
    [InlineData("")]
    public void An_honest_comment_is_published_without_a_reason(string text)
    {
        var judgment = CommentJudge.Shipped.Judge(text);
        judgment.Verdict.ShouldBe(Verdict.Publish);
        judgment.Reasons.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Hello friends, I would be so glad if you subscribe to my little cooking channel")]
    [InlineData("Earn 4,300 dollars each week from your own kitchen, message me on WhatsApp +1 555 010 7712")]
    [InlineData("Підписуйтесь на мій канал про риболовлю, там нові відео щотижня")]
    [InlineData("Кредит на картку за десять хвилин без довідок, телефонуйте 067 555 07 12")]
    [InlineData("Онлайн казино дарит 300 фриспинов за регистрацию, переходи по ссылке")]
    [InlineData("Buy cheap pills without prescription http://pills-4u.example.com/?ref=9")]
    public void Spam_is_not_published_and_says_why(string text)
    {
        var judgment = CommentJudge.Shipped.Judge(text);
        judgment.Verdict.ShouldNotBe(Verdict.Publish);
        judgment.Reasons.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_reason_names_the_words_in_the_moderators_language()
    {
        var judgment = CommentJudge.Shipped.Judge("Please subscribe to my channel");
        JudgingWords.Of(judgment, "en").ShouldContain("Has words that spam often has: ");
        JudgingWords.Of(judgment, "en").ShouldContain("subscribe");
        JudgingWords.Of(judgment, "uk").ShouldContain("Містить слова, що часто трапляються у спамі: ");
        JudgingWords
            .Of(new Judgment(Verdict.Publish, 0, []), "uk")
            .ShouldBe("Немає нічого, що свідчило б проти нього.");
    }

    [Fact]
    public void Links_are_counted_in_both_languages()
    {
        JudgingWords.Of(new Reason("ManyLinks", "2"), "en").ShouldBe("Has 2 links.");
        JudgingWords.Of(new Reason("ManyLinks", "5"), "uk").ShouldBe("Містить 5 посилань.");
        JudgingWords.Of(new Reason("OneLink"), "uk").ShouldBe("Містить посилання.");
    }

    [Fact]
    public void A_host_that_is_known_from_spam_holds_an_honest_sentence()
    {
        var judgment = CommentJudge.Shipped.Judge(
            "The audit is public, read page 47: https://1xslot-casino.ru/audit-report-2024.html"
        );
        judgment.Verdict.ShouldNotBe(Verdict.Publish);
        judgment.Reasons.ShouldContain(new Reason("SpamHost", "1xslot-casino.ru"));
    }

    [Fact]
    public void A_newsrooms_own_words_hold()
    {
        var judge = new CommentJudge(LearnedFilter.Shipped(), AbuseList.Shipped.With(["flimflam"], []));
        judge.Judge("That plan is pure flimflam, as the auditor said.").Verdict.ShouldBe(Verdict.Hold);
    }

    [Fact]
    public void Every_reason_has_its_sentence_in_both_languages()
    {
        var strings = new ResourceManager("OnRecord.Comments.Judging.JudgingWords", typeof(CommentJudge).Assembly);
        var english = Keys(strings, "");
        var ukrainian = Keys(strings, "uk");
        english.Where(key => !key.Contains('.')).ShouldBeSubsetOf(ukrainian);
        foreach (var counted in english.Where(key => key.Contains('.')).Select(key => key.Split('.')[0]).Distinct())
            ukrainian.Where(key => key.StartsWith($"{counted}.", StringComparison.Ordinal)).Count().ShouldBe(4);
    }

    private static List<string> Keys(ResourceManager strings, string culture) =>
        [
            .. strings
                .GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!
                .Cast<DictionaryEntry>()
                .Select(entry => (string)entry.Key),
        ];
}
