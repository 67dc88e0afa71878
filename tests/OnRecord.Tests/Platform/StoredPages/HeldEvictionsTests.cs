using Microsoft.Extensions.Time.Testing;
using OnRecord.Platform.StoredPages;

namespace OnRecord.Tests.Platform.StoredPages;

public class HeldEvictionsTests
{
    private static readonly string[] Hot = ["talk:1"];
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void What_changes_now_and_then_goes_at_once()
    {
        var held = new HeldEvictions([new CoalescedTags("talk:")], clock);
        for (var second = 0; second < 30; second++)
        {
            for (var at = 0; at < HeldEvictions.AtOnce; at++)
                held.Now(Hot, _ => throw new InvalidOperationException()).ShouldBe(Hot);
            clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public void What_changes_too_often_goes_once_more_when_its_second_is_over()
    {
        var held = new HeldEvictions([new CoalescedTags("talk:")], clock);
        var late = new List<string>();
        var now = Enumerable.Range(0, 100).Sum(_ => held.Now(["talk:1", "story:1"], late.Add).Count);
        now.ShouldBe(100 + HeldEvictions.AtOnce);
        late.ShouldBeEmpty();
        clock.Advance(TimeSpan.FromSeconds(1));
        late.ShouldBe(Hot);
        clock.Advance(TimeSpan.FromSeconds(10));
        late.ShouldBe(Hot);
        held.Now(Hot, late.Add).ShouldBe(Hot);
    }

    [Fact]
    public void Other_tags_are_never_held()
    {
        var held = new HeldEvictions([new CoalescedTags("talk:")], clock);
        for (var at = 0; at < 1000; at++)
            held.Now(["story:1"], _ => { }).Count.ShouldBe(1);
    }
}
