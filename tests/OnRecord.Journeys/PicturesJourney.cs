using System.Globalization;
using Microsoft.Playwright;
using OnRecord.Commands.Demonstration;

namespace OnRecord.Journeys;

public class PicturesJourney(Newsstand stand)
{
    private const string Seen = """
        () => [...document.images].filter(image => !image.closest('.masthead')).map(image => ({
          address: image.currentSrc,
          sized: image.getAttribute('width') > 0 && image.getAttribute('height') > 0,
          needed: Math.ceil(image.getBoundingClientRect().width * devicePixelRatio),
        }))
        """;

    private static readonly int[] Offered = [480, 800, 1200, 1800];

    [Theory]
    [InlineData("07-what-the-minutes-leave-out")]
    [InlineData("01-county-says-the-dam-will-hold")]
    public async Task A_phone_takes_AVIF_no_larger_than_it_shows(string story)
    {
        await using var reader = await Phone();
        await reader.OpenWhole(await stand.Ledger.PathOf(story));
        await ShouldBeRight(reader);
    }

    [Fact]
    public async Task The_front_on_a_phone_takes_AVIF_no_larger_than_it_shows()
    {
        // One of its own: what others publish meanwhile has no pictures, and stands first.
        await using var site = await RunningSite.Start(FillDemonstration.Run);
        await using var reader = await Phone(site: site);
        await reader.OpenWhole("/");
        await ShouldBeRight(reader);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(1280)]
    public async Task Nothing_moves_while_a_story_loads_nor_when_its_letters_arrive_late(int width)
    {
        await using var reader = await Phone(width);
        await reader.Page.RouteAsync(
            "**/*.woff2",
            async route =>
            {
                await Task.Delay(700);
                await route.ContinueAsync();
            }
        );
        await reader.OpenWhole(await stand.Ledger.PathOf("01-county-says-the-dam-will-hold"));
        var shift = await reader.Page.EvaluateAsync<double>(
            """
            () => new Promise(done => {
              let sum = 0;
              new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value; })
                .observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => done(sum), 300);
            })
            """
        );
        shift.ShouldBeLessThan(0.02);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Until_a_picture_has_arrived_its_place_has_a_colour_of_it(ColorScheme scheme)
    {
        await using var reader = await Phone();
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await reader.Page.RouteAsync("**/media/**", route => route.AbortAsync());
        await reader.Page.GotoAsync(await stand.Ledger.PathOf("01-county-says-the-dam-will-hold"));
        var colours = await reader.Page.EvaluateAsync<string[]>(
            """
            () => {
              const image = document.querySelector('.lead-picture img');
              return [getComputedStyle(image).backgroundColor, getComputedStyle(image.closest('figure')).backgroundColor, image.className];
            }
            """
        );
        colours[0].ShouldStartWith("oklch(");
        colours[1].ShouldBe("rgba(0, 0, 0, 0)");
        colours[2].ShouldStartWith("tone l");
    }

    private Task<Reader> Phone(int width = 400, RunningSite? site = null) =>
        stand.Reader(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 800 },
                DeviceScaleFactor = 2,
            },
            site
        );

    private static async Task ShouldBeRight(Reader reader)
    {
        await ScrollThrough(reader.Page);
        var pictures = await reader.Page.EvaluateAsync<Shown[]>(Seen);
        pictures.ShouldNotBeEmpty();
        foreach (var picture in pictures)
        {
            picture.Sized.ShouldBeTrue(picture.Address);
            picture.Address.ShouldEndWith(".avif");
            var width = int.Parse(
                Path.GetFileNameWithoutExtension(picture.Address).Split('-')[0],
                CultureInfo.InvariantCulture
            );
            // A picture inside the margins needs a little less than the screen's width, for which it is asked.
            width.ShouldBeLessThanOrEqualTo(
                Offered.First(offered => offered >= Math.Min(picture.Needed, 1800)),
                $"{picture.Needed} pixels are shown"
            );
        }
        reader.Troubles.ShouldBeEmpty();
    }

    private static async Task ScrollThrough(IPage page)
    {
        foreach (var image in await page.Locator("img").AllAsync())
            await image.ScrollIntoViewIfNeededAsync();
        await page.WaitForFunctionAsync(
            "() => [...document.images].every(image => image.complete && image.currentSrc)"
        );
    }

    private sealed record Shown
    {
        public string Address { get; init; } = "";
        public bool Sized { get; init; }
        public int Needed { get; init; }
    }
}
