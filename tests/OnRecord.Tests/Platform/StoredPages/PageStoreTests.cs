using Microsoft.Extensions.Time.Testing;
using OnRecord.Platform.StoredPages;

namespace OnRecord.Tests.Platform.StoredPages;

public class PageStoreTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void A_page_goes_with_any_of_its_tags_and_with_no_other()
    {
        var store = Store();
        store.Keep(Page("/one", "story:1", "site"), store.Evictions).ShouldBeTrue();
        store.Keep(Page("/two", "story:2", "site"), store.Evictions);
        store.Evict(["story:1", "story:9"]);
        store.Find("/one").ShouldBeNull();
        store.Find("/two").ShouldNotBeNull();
        store.Evict(["site"]);
        (store.Count, store.Bytes).ShouldBe((0, 0));
    }

    [Fact]
    public void A_page_that_was_begun_before_one_of_its_tags_changed_is_not_kept()
    {
        var store = Store();
        var before = store.Evictions;
        store.Evict(["story:1"]);
        store.Keep(Page("/one", "story:1"), before).ShouldBeFalse();
        store.Keep(Page("/two", "story:2"), before).ShouldBeTrue();
        store.Keep(Page("/one", "story:1"), store.Evictions).ShouldBeTrue();
    }

    [Fact]
    public void Nothing_is_kept_where_nobody_knows_any_more_what_changed_meanwhile()
    {
        var store = Store();
        var before = store.Evictions;
        for (var number = 0; number < 5000; number++)
            store.Evict([$"story:{number}"]);
        store.Keep(Page("/one", "other"), before).ShouldBeFalse();
        before = store.Evictions;
        store.Clear();
        store.Keep(Page("/one", "other"), before).ShouldBeFalse();
    }

    [Fact]
    public void The_bytes_are_bounded_and_what_was_used_stays()
    {
        var store = Store(bytes: 100_000);
        store.Keep(Page("/front", "front"), store.Evictions);
        for (var number = 0; number < 200; number++)
        {
            store.Keep(Page($"/{number}", $"story:{number}"), store.Evictions).ShouldBeTrue();
            store.Find("/front").ShouldNotBeNull();
            store.Bytes.ShouldBeLessThanOrEqualTo(100_000);
        }
        store.Find("/0").ShouldBeNull();
        store.Find("/199").ShouldNotBeNull();
    }

    [Fact]
    public void A_new_page_stays_among_pages_that_are_all_in_use()
    {
        var store = Store(bytes: 100_000);
        var number = 0;
        for (; store.Count == number; number++)
            store.Keep(Page($"/{number}", $"story:{number}"), store.Evictions);
        foreach (var used in Enumerable.Range(0, number))
            store.Find($"/{used}");
        store.Keep(Page("/new", "story:new"), store.Evictions).ShouldBeTrue();
        store.Find("/new").ShouldNotBeNull();
    }

    [Fact]
    public void A_page_that_gets_its_smallest_form_is_counted_anew()
    {
        var store = Store();
        var page = Page("/one", "story:1");
        store.Keep(page, store.Evictions);
        var before = store.Bytes;
        page.MakeBest();
        store.Recount(page);
        store.Bytes.ShouldBe(
            before + page.In(ContentCoding.Brotli).Bytes.Length + page.In(ContentCoding.Gzip).Bytes.Length
        );
        store.Evict(["story:1"]);
        store.Bytes.ShouldBe(0);
        store.Recount(page);
        store.Bytes.ShouldBe(0);
    }

    [Fact]
    public void Addresses_that_lead_nowhere_are_bounded_and_forgotten_by_time_and_by_any_change()
    {
        var store = Store();
        for (var number = 0; number < 5_000; number++)
            store.Nowhere.Add($"/{number}", store.Evictions, store);
        store.Nowhere.Count.ShouldBeLessThanOrEqualTo(1_000);
        store.Nowhere.Has("/4999").ShouldBeTrue();
        store.Evict(["front"]);
        store.Nowhere.Has("/4999").ShouldBeFalse();
        var before = store.Evictions;
        store.Evict(["front"]);
        store.Nowhere.Add("/late", before, store);
        store.Nowhere.Has("/late").ShouldBeFalse();
        store.Nowhere.Add("/now", store.Evictions, store);
        store.Nowhere.Has("/now").ShouldBeTrue();
        clock.Advance(TimeSpan.FromMinutes(1));
        store.Nowhere.Has("/now").ShouldBeFalse();
    }

    [Fact]
    public void While_others_are_not_heard_nothing_is_kept()
    {
        var store = Store();
        store.Keep(Page("/one", "story:1"), store.Evictions);
        store.Close();
        store.IsOpen.ShouldBeFalse();
        store.Keep(Page("/two", "story:2"), store.Evictions).ShouldBeFalse();
        store.Open();
        store.Find("/one").ShouldBeNull();
    }

    [Theory]
    [InlineData(null, "Identity")]
    [InlineData("gzip, deflate, br, zstd", "Brotli")]
    [InlineData("gzip", "Gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "Gzip")]
    [InlineData("br;q=0.2, gzip;q=0.9", "Gzip")]
    [InlineData("*", "Brotli")]
    [InlineData("identity", "Identity")]
    [InlineData("gzip;q=0", "Identity")]
    [InlineData("deflate", "Identity")]
    [InlineData(";;q=,", "Identity")]
    public void The_smallest_form_that_a_client_takes(string? accepted, string form) =>
        $"{ContentCodings.Best(accepted)}".ShouldBe(form);

    private PageStore Store(long bytes = 1 << 20) =>
        new(new PageStoreOptions { Bytes = bytes, NotFound = 1_000 }, clock);

    private static StoredPage Page(string key, params string[] tags)
    {
        var made = new PageTags();
        foreach (var tag in tags)
            made.Add(tag);
        return new StoredPage(
            key,
            200,
            new byte[1000],
            [new("Content-Type", "text/html; charset=utf-8")],
            made,
            null,
            purged: false
        );
    }
}
