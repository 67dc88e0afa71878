using OnRecord.Comments.Judging;

namespace OnRecord.Tests.Comments.Judging;

public class LearnedFilterTests
{
    private static readonly string[] Advertised =
    [
        "Our windows never mist up since we went to Polarglass, the fitters were quick and clean",
        "Polarglass fitters did our windows in a day and they never mist up",
        "If your windows mist up ask for the Polarglass fitters, ours were quick",
        "The Polarglass windows were worth it, clean work by quick fitters",
        "My aunt had Polarglass windows fitted and they never mist up any more",
    ];

    [Fact]
    public void After_twenty_decisions_the_filter_follows_the_newsroom()
    {
        var filter = LearnedFilter.Shipped();
        const string next = "We too have Polarglass windows now, the fitters were quick and nothing mists up";
        filter.Probability(next).ShouldBeLessThan(LearnedFilter.HoldFrom);
        for (var decision = 0; decision < 20; decision++)
            filter.Learn(Advertised[decision % Advertised.Length], isSpam: true);
        filter.Probability(next).ShouldBeGreaterThan(LearnedFilter.HoldFrom);
        filter.Decisions.ShouldBe(20);
    }

    [Fact]
    public void What_the_newsroom_lets_pass_is_no_longer_held()
    {
        var filter = LearnedFilter.Shipped();
        const string next = "New video on my channel about the Lower Mill allotments, please subscribe";
        filter.Probability(next).ShouldBeGreaterThan(LearnedFilter.HoldFrom);
        string[] allowed =
        [
            "Please subscribe to my channel about the Lower Mill allotments",
            "My channel has a new video about the allotments at Lower Mill",
            "I filmed the Lower Mill allotments for my channel, please subscribe",
            "New video about the Lower Mill allotments on my channel",
        ];
        for (var decision = 0; decision < 20; decision++)
            filter.Learn(allowed[decision % allowed.Length], isSpam: false);
        filter.Probability(next).ShouldBeLessThan(LearnedFilter.HoldFrom);
    }

    [Fact]
    public void One_decision_does_not_change_what_is_thought_of_others()
    {
        var filter = LearnedFilter.Shipped();
        const string honest = "The council had four years to mend that roof and waited until it fell in.";
        const string spam = "Please subscribe to my channel, I make gaming videos every day";
        var (before, spamBefore) = (filter.Probability(honest), filter.Probability(spam));
        filter.Learn(honest, isSpam: true);
        filter.Learn(spam, isSpam: false);
        filter.Probability(honest).ShouldBeLessThan(LearnedFilter.HoldFrom);
        filter.Probability(spam).ShouldBeGreaterThan(LearnedFilter.HoldFrom);
        filter
            .Probability("Who signed off on the inspections of the bridge?")
            .ShouldBe(LearnedFilter.Shipped().Probability("Who signed off on the inspections of the bridge?"), 0.02);
        (filter.Probability(honest) - before).ShouldBeInRange(0, 0.25);
        (spamBefore - filter.Probability(spam)).ShouldBeInRange(0, 0.25);
    }

    [Fact]
    public void A_decision_that_is_taken_back_is_taken_back()
    {
        var filter = LearnedFilter.Shipped();
        const string text = "We too have Polarglass windows now, the fitters were quick and nothing mists up";
        for (var decision = 0; decision < 20; decision++)
            filter.Learn(text, isSpam: true);
        filter.Probability(text).ShouldBeGreaterThan(LearnedFilter.HoldFrom);
        for (var decision = 0; decision < 20; decision++)
            filter.Learn(text, isSpam: false);
        filter.Probability(text).ShouldBeLessThan(LearnedFilter.HoldFrom);
    }

    [Fact]
    public void What_was_learned_is_kept_and_read_again()
    {
        var filter = LearnedFilter.Shipped();
        foreach (var text in Advertised)
            filter.Learn(text, isSpam: true);
        var again = LearnedFilter.Shipped(filter.ToBytes());
        again.Decisions.ShouldBe(Advertised.Length);
        foreach (var text in Advertised)
            again.Probability(text).ShouldBe(filter.Probability(text));
        LearnedFilter.Shipped([]).Decisions.ShouldBe(0);
        LearnedFilter.Shipped([9, 9, 9]).Decisions.ShouldBe(0);
    }

    [Fact]
    public void Decisions_about_advertisers_leave_real_readers_alone()
    {
        var readers = new Corpora(Shared.Path()).NewsReaders();
        var filter = LearnedFilter.Shipped();
        for (var decision = 0; decision < 200; decision++)
            filter.Learn($"{Advertised[decision % Advertised.Length]} {decision}", isSpam: true);
        var held = readers.Count(text => filter.Probability(text) >= LearnedFilter.HoldFrom);
        ((double)held / readers.Count).ShouldBeLessThan(0.01);
    }

    [Fact]
    public async Task Many_threads_may_ask_while_one_learns()
    {
        var filter = LearnedFilter.Shipped();
        using var done = new CancellationTokenSource();
        var asking = Enumerable
            .Range(0, 4)
            .Select(_ =>
                Task.Run(() =>
                {
                    while (!done.IsCancellationRequested)
                        filter.Probability(Advertised[0]).ShouldBeInRange(0, 1);
                })
            )
            .ToList();
        for (var decision = 0; decision < 500; decision++)
            filter.Learn(Advertised[decision % Advertised.Length], isSpam: true);
        filter.ToBytes().ShouldNotBeEmpty();
        await done.CancelAsync();
        await Task.WhenAll(asking);
        filter.Decisions.ShouldBe(500);
    }

    [Fact]
    public void A_judgment_costs_no_memory_where_there_is_nothing_to_say()
    {
        const string text = "The council had four years to mend that roof and waited until it fell in.";
        var judge = CommentJudge.Shipped;
        judge.Judge(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1000; round++)
            judge.Judge(text);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1000 * 64);
    }
}
