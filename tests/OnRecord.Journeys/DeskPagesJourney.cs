using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OnRecord.Documents;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Stories;
using OnRecord.Stories.Drafts;

namespace OnRecord.Journeys;

/// <summary>Every page of the desk: kept rules of axe, no sideways scrolling, and hostile words that stay words.</summary>
public class DeskPagesJourney(Newsstand stand, ITestOutputHelper output)
{
    private static readonly string[] Pages =
    [
        "/desk",
        "/desk/stories",
        "/desk/stories?state=all",
        "/desk/stories/new",
        "/desk/calendar",
        "/desk/pictures",
        "/desk/notices",
        "/desk/account",
        "/desk/staff",
        "/desk/audit",
        "/desk/site",
        "/desk/site/look",
        "/desk/site/sections",
        "/desk/site/topics",
        "/desk/site/people",
        "/desk/site/menus",
        "/desk/site/policies",
        "/desk/nothing-here",
    ];

    // Each combination of the two is seen in one language or the other.
    [Theory]
    [InlineData("en", ColorScheme.Light, 1280)]
    [InlineData("en", ColorScheme.Dark, 400)]
    [InlineData("uk", ColorScheme.Light, 400)]
    [InlineData("uk", ColorScheme.Dark, 1280)]
    public async Task Every_page_keeps_every_rule_of_axe_and_fits_a_phone(
        string language,
        ColorScheme scheme,
        int width
    )
    {
        await using var owner = await stand.Colleague(
            stand.Ledger,
            Roles.Owner,
            "Agnes Thorne",
            new BrowserNewContextOptions
            {
                BypassCSP = true,
                ColorScheme = scheme,
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
            },
            language
        );
        var story = await stand.Ledger.InDatabase(db =>
            db.Stories.Where(row => row.State == StoryState.Published).Select(row => row.Id).FirstAsync()
        );
        string[] ofStory =
        [
            $"/desk/stories/{story}",
            $"/desk/stories/{story}/publish",
            $"/desk/stories/{story}/remove",
            $"/desk/stories/{story}/history",
        ];
        var broken = new List<string>();
        foreach (var path in (string[])[.. Pages, .. ofStory])
        {
            await owner.Open(path);
            var found = await owner.Page.RunAxe();
            broken.AddRange(found.Violations.Select(rule => $"{path} {rule.Id}: {rule.Nodes[0].Html}"));
            if (!await owner.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
                broken.Add($"{path} scrolls sideways");
        }
        broken.ShouldBeEmpty();
        owner.Troubles.ShouldBeEmpty();
        output.WriteLine($"{Pages.Length + ofStory.Length} pages in {language}");
    }

    [Fact]
    public async Task Hostile_words_stay_words_on_every_page_of_the_desk()
    {
        var words = Shared
            .NaughtyStrings()
            .Concat(Shared.Payloads())
            .Select(text => text.Replace("\0", ""))
            .Where(text => !string.IsNullOrWhiteSpace(text))
            .ToList();
        await using var site = await RunningSite.Start();
        await using var owner = await stand.Colleague(site, Roles.Owner, "Agnes Thorne");
        await HostilePage.Trap(owner);
        var stories = await Fill(site, words);
        var paths = Pages.ToList();
        for (var page = 0; page < stories.Count; page += 100)
            paths.AddRange([
                $"/desk/stories/{stories[page]}",
                $"/desk/stories/{stories[page]}/publish",
                $"/desk/stories/{stories[page]}/history",
            ]);
        foreach (var path in paths)
            await NothingRuns(owner, path);
        var lists = 0;
        for (string? next = "/desk/stories"; next is not null; lists++)
        {
            await NothingRuns(owner, next);
            var older = owner.Page.Locator("a[rel=next]");
            next = await older.CountAsync() == 0 ? null : await older.GetAttributeAsync("href");
        }
        output.WriteLine($"{words.Count} strings and payloads on {paths.Count} pages and {lists} pages of the list");
    }

    private static async Task NothingRuns(Reader owner, string path)
    {
        await owner.OpenWhole(path);
        // What is provoked may send a form at once; this looks at one page.
        await owner.Page.EvaluateAsync("() => addEventListener('submit', event => event.preventDefault(), true)");
        await HostilePage.Provoke(owner.Page);
        owner.Troubles.Where(trouble => !trouble.Contains("chrome-error")).ShouldBeEmpty(path);
        (await owner.Page.Locator("body.desk iframe, body.desk object, body.desk embed").CountAsync()).ShouldBe(
            0,
            path
        );
    }

    // A story for each, with the words in every field; every hundredth holds a hundred of them in its text and comments.
    private static async Task<List<Guid>> Fill(RunningSite site, List<string> words)
    {
        var now = TimeProvider.System.GetUtcNow();
        return await site.InDatabase(async db =>
        {
            var staff = await db.Staff.FirstAsync();
            var made = new List<Guid>();
            foreach (var (at, word) in words.Index())
            {
                var line = word.Length > 900 ? word[..900] : word;
                var story = Story.Begin(line.ReplaceLineEndings(" "), "en", null, word, staff.Id, now.AddSeconds(-at));
                var blocks = at % 100 == 0 ? words.Skip(at).Take(100) : [word];
                story.Save(
                    story.Draft with
                    {
                        Deck = line,
                        Byline = [line],
                        Topics = [line],
                        Text = new StoryDocument([.. blocks.Select(block => new Paragraph([new Text(block)]))]),
                    },
                    staff.Id,
                    now.AddSeconds(-at)
                );
                db.Stories.Add(story);
                made.Add(story.Id);
                db.StoryComments.Add(
                    new StoryComment
                    {
                        Id = Guid.CreateVersion7(),
                        StoryId = made[at / 100 * 100],
                        Thread = $"t{at}",
                        StaffId = staff.Id,
                        At = now,
                        Text = word,
                        Quote = line.Length > 500 ? line[..500] : line,
                    }
                );
                if (at < 40)
                    db.Notices.Add(
                        new Notice
                        {
                            Id = Guid.CreateVersion7(),
                            StaffId = staff.Id,
                            At = now,
                            Kind = NoticeKind.Mentioned,
                            By = line,
                            About = line,
                            Text = word,
                            Path = "/desk",
                        }
                    );
            }
            await db.SaveChangesAsync();
            return made;
        });
    }
}
