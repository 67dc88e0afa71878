using OnRecord.Stories.Arrangement;

namespace OnRecord.Tests.Stories.Arrangement;

public class FrontPlanTests
{
    private static readonly Guid[] Ids =
    [
        .. Enumerable.Range(1, 9).Select(number => new Guid(number, 0, 0, new byte[8])),
    ];

    [Fact]
    public void A_story_put_in_the_lead_pushes_what_led_to_the_first_second()
    {
        var plan = Plan(0, 1, 2).ToLead(Ids[2]).Value!;
        Order(plan).ShouldBe([2, 0, 1]);
        Order(plan.ToLead(Ids[4]).Value!).ShouldBe([4, 2, 0, 1]);
    }

    [Fact]
    public void Neighbours_change_places_also_over_the_line_between_lead_and_seconds()
    {
        Order(Plan(0, 1, 2).Up(Ids[1]).Value!).ShouldBe([1, 0, 2]);
        Order(Plan(0, 1, 2).Down(Ids[0]).Value!).ShouldBe([1, 0, 2]);
        Order(Plan(0, 1, 2).Down(Ids[1]).Value!).ShouldBe([0, 2, 1]);
        Order(Plan(0, 1, 2).Up(Ids[0]).Value!).ShouldBe([0, 1, 2]);
        Order(Plan(0, 1, 2).Down(Ids[2]).Value!).ShouldBe([0, 1, 2]);
        Order(Plan(-1, 1, 2).Up(Ids[1]).Value!).ShouldBe([1, 2]);
        Order(Plan(0).Down(Ids[0]).Value!).ShouldBe([-1, 0]);
        Order(Plan(0, 1).Up(Ids[5]).Value!).ShouldBe([0, 1]);
    }

    [Fact]
    public void A_story_is_put_where_it_was_dragged()
    {
        Order(Plan(0, 1, 2, 3).Put(Ids[3], 1).Value!).ShouldBe([0, 3, 1, 2]);
        Order(Plan(0, 1, 2, 3).Put(Ids[1], 3).Value!).ShouldBe([0, 2, 3, 1]);
        Order(Plan(0, 1, 2, 3).Put(Ids[0], 2).Value!).ShouldBe([-1, 1, 0, 2, 3]);
        Order(Plan(0, 1).Put(Ids[4], 99).Value!).ShouldBe([0, 1, 4]);
    }

    [Fact]
    public void A_seventh_second_is_refused_with_a_sentence()
    {
        var full = Plan(0, 1, 2, 3, 4, 5, 6);
        full.ToSeconds(Ids[7])
            .Problems.Single()
            .Message.ShouldBe("There are six seconds already. Remove one of them first.");
        full.ToLead(Ids[7]).Refused.ShouldBeTrue();
        Order(full.ToLead(Ids[6]).Value!).ShouldBe([6, 0, 1, 2, 3, 4, 5]);
    }

    [Fact]
    public void A_plan_is_read_as_it_was_written()
    {
        var until = new DateTimeOffset(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
        var plan = Plan(0, 1) with
        {
            Blocks = [new SectionBlock(Ids[3], 5)],
            Notice = "Бурі немає",
            NoticeUntil = until,
            Lead = new PlacedStory(Ids[0], until),
        };
        var read = FrontPlan.Read(plan.Written());
        read.Lead.ShouldBe(plan.Lead);
        read.Seconds.ShouldBe(plan.Seconds);
        read.Blocks.ShouldBe(plan.Blocks);
        (read.Notice, read.NoticeUntil).ShouldBe((plan.Notice, plan.NoticeUntil));
        FrontPlan.Read("").Blocks.ShouldBeNull();
        FrontPlan.Read(new FrontPlan { Blocks = [] }.Written()).Blocks.ShouldNotBeNull().ShouldBeEmpty();
    }

    // -1 stands for a lead that is open.
    private static FrontPlan Plan(int lead, params int[] seconds) =>
        new()
        {
            Lead = lead < 0 ? null : new PlacedStory(Ids[lead]),
            Seconds = [.. seconds.Select(number => new PlacedStory(Ids[number]))],
        };

    private static List<int> Order(FrontPlan plan)
    {
        var order = plan.Placed.Select(placed => Array.IndexOf(Ids, placed.Story)).ToList();
        if (plan.Lead is null)
            order.Insert(0, -1);
        return order;
    }
}
