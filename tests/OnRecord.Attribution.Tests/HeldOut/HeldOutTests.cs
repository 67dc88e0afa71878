namespace OnRecord.Attribution.Tests.HeldOut;

public class HeldOutTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_held_out_text_reads_and_is_as_long_as_a_news_text()
    {
        var texts = HeldOutText.All();
        texts.Count.ShouldBe(24);
        foreach (var text in texts)
        {
            text.Text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
                .Length.ShouldBeInRange(200, 450);
            text.Text.ShouldNotContain('{');
            foreach (var gold in text.Gold)
                gold.Cue.ShouldNotBeEmpty($"{text.File}: {Words(text, gold.Content)}");
        }
    }

    [Fact]
    public void Most_of_what_is_said_in_the_held_out_texts_has_no_quotation_marks()
    {
        var said = HeldOutText
            .All()
            .SelectMany(text => text.Gold.Where(gold => gold.Speech).Select(gold => Words(text, gold.Content)))
            .ToList();
        var plain = said.Count(words => words.IndexOfAny(['"', '“', '‘']) < 0);
        output.WriteLine($"{said.Count} statements, {plain} without quotation marks");
        ((double)plain / said.Count).ShouldBeInRange(0.6, 0.75);
    }

    [Fact]
    public void The_gold_itself_scores_one()
    {
        foreach (var text in HeldOutText.All())
        {
            var score = Score.Of([(text, [.. text.Gold.Where(gold => gold.Speech).Select(Proposed)])]);
            score.F1.ShouldBe(1, text.File);
            score.Right.ShouldBe(score.Asked, text.File);
        }
    }

    [Fact]
    public void A_wrong_source_a_missing_and_an_extra_statement_lower_the_score()
    {
        var text = HeldOutText.Read(
            "trial",
            "{1s:Ann Bell} {1q:said} {1c:the hall was full}. {2s:She} {2t:hopes} {2t:it stays so}. {3s:Tom} {3q:denied} {3c:it}.\n---\n1 2: Ann Bell | person\n3: Tom | person\n"
        );
        text.Text.ShouldBe("Ann Bell said the hall was full. She hopes it stays so. Tom denied it.");
        var first = Proposed(text.Gold[0]) with { Source = null, SourceName = "Tom" };
        var extra = first with { Content = [new(60, 63)] };
        var score = Score.Of([(text, [first, Proposed(text.Gold[1]), extra])]);
        score.ShouldBe(new Score(Found: 1, Gold: 2, Proposed: 2, Asked: 1, Right: 0));
        Score.Of([(text, [first with { SourceName = "ann bell" }])]).Right.ShouldBe(1);
    }

    [Fact]
    public void A_mark_that_is_not_closed_is_refused() =>
        Should.Throw<FormatException>(() => HeldOutText.Read("trial", "{1s:Ann said\n---\n1: Ann | person\n"));

    private static Proposal Proposed(GoldAttribution gold) =>
        new() { Content = [.. gold.Content], Source = gold.Source.Count > 0 ? gold.Source[0] : null };

    private static string Words(GoldText text, IReadOnlyList<Span> spans) =>
        string.Join(" … ", spans.Select(span => text.Text[span.Start..span.End]));
}
