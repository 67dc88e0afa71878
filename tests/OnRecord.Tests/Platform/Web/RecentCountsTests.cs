using System.Net;
using Microsoft.Extensions.Time.Testing;
using OnRecord.Platform.Web;

namespace OnRecord.Tests.Platform.Web;

public class RecentCountsTests
{
    [Fact]
    public void What_happened_lately_is_counted_and_forgotten()
    {
        var clock = new FakeTimeProvider();
        var counts = new RecentCounts<string>(TimeSpan.FromMinutes(10), 100, clock);
        for (var at = 1; at <= 5; at++)
            counts.Add("here").ShouldBe(at);
        counts.Of("there").ShouldBe(0);
        clock.Advance(TimeSpan.FromMinutes(9));
        counts.Of("here").ShouldBe(5);
        clock.Advance(TimeSpan.FromMinutes(21));
        counts.Of("here").ShouldBe(0);
    }

    [Fact]
    public void An_attack_from_everywhere_does_not_fill_the_memory()
    {
        var counts = new RecentCounts<int>(TimeSpan.FromMinutes(10), 100, new FakeTimeProvider());
        for (var at = 0; at < 10_000; at++)
            counts.Add(at).ShouldBe(1);
        Enumerable.Range(0, 10_000).Count(at => counts.Of(at) > 0).ShouldBe(100);
    }

    [Fact]
    public void What_was_just_before_counts_for_the_part_of_it_that_still_lies_within()
    {
        var clock = new FakeTimeProvider();
        var counts = new RecentCounts<string>(TimeSpan.FromMinutes(10), 100, clock);
        for (var at = 1; at <= 10; at++)
            counts.Add("here");
        // Nobody looked in at the turn, and it was all the same.
        clock.Advance(TimeSpan.FromMinutes(15));
        counts.Of("here").ShouldBe(5);
        clock.Advance(TimeSpan.FromMinutes(3));
        counts.Of("here").ShouldBe(1);
    }

    [Fact]
    public void A_sender_who_is_told_to_wait_does_not_wait_longer_for_having_tried()
    {
        var clock = new FakeTimeProvider();
        var limit = new SenderLimit(3, clock);
        var (here, there) = (IPAddress.Parse("192.0.2.7"), IPAddress.Parse("192.0.2.8"));
        for (var at = 1; at <= 3; at++)
            limit.Take(here).ShouldBeTrue();
        for (var at = 1; at <= 50; at++)
            limit.Take(here).ShouldBeFalse();
        limit.Take(there).ShouldBeTrue();
        clock.Advance(TimeSpan.FromMinutes(61));
        limit.Take(here).ShouldBeTrue();
    }

    [Fact]
    public void Whoever_has_one_address_of_a_network_is_one_sender()
    {
        var limit = new SenderLimit(1, new FakeTimeProvider());
        limit.Take(IPAddress.Parse("2001:db8:1:2::1")).ShouldBeTrue();
        limit.Take(IPAddress.Parse("2001:db8:1:2:ffff::9")).ShouldBeFalse();
        limit.Take(IPAddress.Parse("2001:db8:1:3::1")).ShouldBeTrue();
        limit.Take(IPAddress.Parse("192.0.2.7")).ShouldBeTrue();
        limit.Take(IPAddress.Parse("::ffff:192.0.2.7")).ShouldBeFalse();
    }
}
