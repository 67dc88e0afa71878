using Microsoft.Playwright;

namespace OnRecord.Journeys;

public class KeyboardJourney(Newsstand stand)
{
    private const string Story = "01-county-says-the-dam-will-hold";

    private const string Focused = """
        () => {
          const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
          return {
            element: element.localName, name: element.textContent.trim(), href: element.getAttribute('href') ?? '',
            seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.width > 0
              && box.top >= 0 && box.bottom <= innerHeight && box.left < innerWidth && box.right > 0,
          };
        }
        """;

    [Fact]
    public async Task The_first_stop_skips_to_the_text()
    {
        await using var reader = await Opened(Story);
        var first = await Tab(reader.Page);
        first.Name.ShouldBe("Skip to the text");
        first.Seen.ShouldBeTrue();
        await reader.Page.Keyboard.PressAsync("Enter");
        var next = await Tab(reader.Page);
        next.Href.ShouldBe("/section/water");
        (await reader.Page.EvaluateAsync<bool>("() => document.activeElement.closest('main') !== null")).ShouldBeTrue();
    }

    [Fact]
    public async Task Every_stop_is_seen_and_they_come_in_the_order_of_the_page()
    {
        await using var reader = await Opened(Story);
        var stops = new List<Stop>();
        // Behind the last stop the browser's own controls come, and the page's body has the focus.
        while (stops.Count < 80 && await Tab(reader.Page) is { Element: not "body" } stop)
            stops.Add(stop);
        stops.Where(stop => !stop.Seen).ShouldBeEmpty();
        var hrefs = stops.Select(stop => stop.Href).ToList();
        hrefs[..2].ShouldBe(["#main", "/"]);
        hrefs[2].ShouldBe("/section/water");
        hrefs.ShouldContain("/section/he-an");
        var share = stops.FindIndex(stop => stop.Name == "Link to this story");
        share.ShouldBeGreaterThan(hrefs.IndexOf("/section/he-an"));
        stops[share + 1].Href.ShouldStartWith("mailto:");
        share.ShouldBeLessThan(stops.Count - 4, "the stories that follow come after the share links");
    }

    [Fact]
    public async Task Enter_on_the_share_link_copies_the_storys_public_address_and_says_so()
    {
        await using var reader = await Opened(Story);
        var share = reader.Page.Locator("a[data-share]");
        await share.FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(share).ToHaveTextAsync("Link copied");
        var copied = await reader.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        copied.ShouldBe(RunningSite.PublicAddress.TrimEnd('/') + new Uri(reader.Page.Url).AbsolutePath);
        await Assertions.Expect(share).ToHaveTextAsync("Link to this story");
        reader.Troubles.ShouldBeEmpty();
    }

    private async Task<Reader> Opened(string story)
    {
        var reader = await stand.Reader(
            new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] }
        );
        await reader.Context.AddInitScriptAsync("delete Navigator.prototype.share;");
        await reader.Open(await stand.Ledger.PathOf(story));
        return reader;
    }

    private static async Task<Stop> Tab(IPage page)
    {
        await page.Keyboard.PressAsync("Tab");
        return await page.EvaluateAsync<Stop>(Focused);
    }

    private sealed record Stop
    {
        public string Element { get; init; } = "";
        public string Name { get; init; } = "";
        public string Href { get; init; } = "";
        public bool Seen { get; init; }
    }
}
