using Microsoft.Playwright;

namespace OnRecord.Journeys;

public class LookJourney(Newsstand stand)
{
    [Fact]
    public async Task An_Arabic_story_runs_from_right_to_left()
    {
        await using var reader = await stand.Reader();
        await reader.Open(await stand.Ledger.PathOf("18-suq-al-khamis"));
        (await reader.Page.Locator("html").GetAttributeAsync("dir")).ShouldBe("rtl");
        var gap = await reader.Page.EvaluateAsync<double[]>(
            """
            () => {
              const headline = document.querySelector('h1'), words = document.createRange();
              words.selectNodeContents(headline);
              const box = headline.getBoundingClientRect(), line = [...words.getClientRects()].at(-1);
              return [box.right - line.right, line.left - box.left];
            }
            """
        );
        gap[0].ShouldBe(0, 2, "the headline's last line begins at the right");
        gap[1].ShouldBeGreaterThan(gap[0]);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(320)]
    public async Task No_page_is_wider_than_the_phone(int width)
    {
        await using var reader = await stand.Reader(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 800 },
            }
        );
        var stories = await stand.Ledger.StoryPaths();
        // Other journeys add theirs to the thirty of the demonstration.
        stories.Count.ShouldBeGreaterThanOrEqualTo(30);
        await reader.Open("/");
        var lists = await reader
            .Page.Locator(".masthead nav a, a[rel=next]")
            .EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        var tooWide = new List<string>();
        string[] arranged =
        [
            "/topic/the-harrow-dam",
            "/by/ines-okafor",
            "/archive",
            "/topics",
            "/feeds",
            "/search?q=dam",
            "/search?q=qqqwxyz",
            "/about",
            "/about/ethics",
        ];
        foreach (
            var path in (string[])
                ["/", .. lists, .. stories, .. arranged, "/nothing/here", "/desk", RunningSite.Failing]
        )
        {
            await reader.Open(path);
            if (await Overflow(reader.Page) is { Length: > 0 } overflow)
                tooWide.Add($"{path}: {overflow}");
        }
        tooWide.ShouldBeEmpty();
        reader.Troubles.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Dal")]
    [InlineData("The Lower Harrow Valley and Eastern Marshes Community Newsroom")]
    public async Task On_a_phone_the_search_stands_beside_the_name_and_the_sections_in_one_row(string name)
    {
        await using var reader = await stand.Reader(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 400, Height = 800 },
            }
        );
        await reader.Open("/section/culture");
        var places = await reader.Page.EvaluateAsync<double[]>(
            """
            name => {
              const [title, seek, row] = ['.name', '.seek', 'nav'].map(part => document.querySelector(`.masthead ${part}`));
              title.textContent = name;
              const [a, b, c] = [title, seek, row].map(part => part.getBoundingClientRect());
              const here = row.querySelector('[aria-current]').getBoundingClientRect();
              return [a.right, b.left, a.top, b.top, a.bottom, b.bottom, c.top, c.height, here.left, here.right];
            }
            """,
            name
        );
        places[0].ShouldBeLessThanOrEqualTo(places[1], "the name ends where the search begins");
        Math.Max(places[2], places[3]).ShouldBeLessThan(Math.Min(places[4], places[5]), "they share a line");
        places[6].ShouldBeGreaterThanOrEqualTo(places[4], "the sections come below");
        places[7].ShouldBeLessThan(48, "the sections are one row");
        places[8].ShouldBeGreaterThanOrEqualTo(0, "the section that is shown is in sight");
        places[9].ShouldBeLessThanOrEqualTo(400, "the section that is shown is in sight");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/desk")]
    [InlineData("/nothing/here")]
    public async Task A_page_turns_dark_with_the_readers_machine(string path)
    {
        await using var reader = await stand.Reader();
        var backgrounds = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await reader.Open(path);
            backgrounds.Add(
                await reader.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor")
            );
        }
        backgrounds[0].ShouldNotBe(backgrounds[1]);
    }

    [Fact]
    public async Task A_scraped_page_is_read_as_a_story()
    {
        var sample = Shared.Path("samples", "scraped-story.txt");
        await using var site = await RunningSite.Start();
        var imported = (await site.Import(sample)).Stories.Single();
        await using var reader = await stand.Reader(site: site);
        await reader.Open(imported.Url.ShouldNotBeNull());
        (await reader.Page.Locator("h1").TextContentAsync()).ShouldBe(
            "China Denies Russia’s Request for Military Aid in Invasion of Ukraine"
        );
        (await reader.Page.Locator(".page > .kicker").TextContentAsync()).ShouldBe("China");
        (await reader.Page.Locator("figure").CountAsync()).ShouldBe(0);
        (await reader.Page.Locator(".body > p").CountAsync()).ShouldBe(21);
        reader.Troubles.ShouldBeEmpty();
    }

    private static Task<string> Overflow(IPage page) =>
        page.EvaluateAsync<string>(
            """
            () => document.documentElement.scrollWidth <= innerWidth ? ''
              : document.documentElement.scrollWidth + ' ' + [...document.querySelectorAll('body *')]
                  .filter(element => element.getBoundingClientRect().right > innerWidth || element.getBoundingClientRect().left < 0)
                  .map(element => element.localName + '.' + element.className).slice(0, 4).join(', ')
            """
        );
}
