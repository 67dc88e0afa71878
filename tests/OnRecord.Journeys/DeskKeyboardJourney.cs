using Microsoft.Playwright;
using OnRecord.People.Staff;
using OnRecord.Stories;

namespace OnRecord.Journeys;

/// <summary>The three main errands, with the keyboard only, on a wide screen and on a phone's: write and hand in; approve and publish; correct.</summary>
public class DeskKeyboardJourney(Newsstand stand)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(400)]
    public async Task A_story_is_written_published_and_corrected_without_a_mouse(int width)
    {
        await using var site = await RunningSite.Start();
        await site.Section("Water");
        var options = new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 850 },
        };
        await using var ines = await stand.Colleague(site, Roles.Reporter, "Ines Okafor", options);
        await using var tom = await stand.Colleague(site, Roles.Editor, "Tom Brandt", options);
        var story = await WriteAndHandIn(ines);
        await ApproveAndPublish(tom, story);
        await Correct(tom, story);
        var live = await site.InDatabase(async db => (await db.Stories.FindAsync(story))!.Path!);
        await using var reader = await stand.Reader(options, site);
        await reader.Open(live);
        (await reader.Page.Locator(".body").InnerTextAsync()).ShouldContain("Eleven people were aboard. No, twelve.");
        (await reader.Page.Locator(".notice.loud").InnerTextAsync()).ShouldContain("Twelve were aboard, not eleven.");
        ines.Troubles.ShouldBeEmpty();
        tom.Troubles.ShouldBeEmpty();
    }

    private static async Task<Guid> WriteAndHandIn(Reader ines)
    {
        await ines.Open("/desk");
        await Go(ines, "a", "New story");
        await ines.Page.Arrives("**/desk/stories/new");
        await ines.Page.Keyboard.TypeAsync("The ferry is back");
        await Go(ines, "button", "Start writing");
        await ines.Page.Arrives("**/desk/stories/*-*-*-*-*");
        await ines.Writing();
        await Go(ines, "#section", null);
        await ines.Page.Keyboard.TypeAsync("Water");
        await Go(ines, "#byline", null);
        await ines.Page.Keyboard.TypeAsync("Ines Okafor");
        await Go(ines, ".ProseMirror", null);
        await ines.Page.Keyboard.TypeAsync("The ferry crossed the river. ");
        await ines.Page.Keyboard.PressAsync("Control+b");
        await ines.Page.Keyboard.TypeAsync("Eleven people");
        await ines.Page.Keyboard.PressAsync("Control+b");
        await ines.Page.Keyboard.TypeAsync(" were aboard.");
        await ines.Saved();
        await Go(ines, "button", "Send for review");
        await ines.Page.Arrives("**done=moved");
        var story = Guid.Parse(new Uri(ines.Page.Url).AbsolutePath.Split('/')[^1]);
        // Whoever has the story open holds it, and lets it go when they leave.
        await ines.Writing();
        await ines.Open("/desk");
        return story;
    }

    private static async Task ApproveAndPublish(Reader tom, Guid story)
    {
        await tom.Open("/desk");
        await Go(tom, "a", "The ferry is back");
        await tom.Page.Arrives($"**/desk/stories/{story}");
        await Go(tom, "button", "Approve: ready");
        await tom.Page.Arrives("**done=moved");
        await Go(tom, "a", "Publish");
        await tom.Page.Arrives("**/publish");
        await Go(tom, "button", "Publish");
        await tom.Page.Arrives("**done=published");
    }

    private static async Task Correct(Reader tom, Guid story)
    {
        await tom.Open($"/desk/stories/{story}");
        await tom.Writing();
        await Go(tom, ".ProseMirror", null);
        await tom.Page.Keyboard.PressAsync("Control+End");
        await tom.Page.Keyboard.TypeAsync(" No, twelve.");
        await tom.Saved();
        await Go(tom, "button", "Approve: ready");
        await tom.Page.Arrives("**done=moved");
        await Go(tom, "a", "Publish");
        await tom.Page.Arrives("**/publish");
        await Go(tom, "input[value=Update]", null);
        await tom.Page.Keyboard.PressAsync("Space");
        await tom.Page.Keyboard.PressAsync("ArrowDown");
        await tom.Page.Keyboard.PressAsync("ArrowDown");
        await Go(tom, "#wrong", null);
        await tom.Page.Keyboard.TypeAsync("We wrote that eleven people were aboard.");
        await Go(tom, "#right", null);
        await tom.Page.Keyboard.TypeAsync("Twelve were aboard, not eleven.");
        await Go(tom, "#since", null);
        await Go(tom, "button", "Show readers");
        await tom.Page.Arrives("**done=published");
    }

    /// <summary>Presses Tab until the focus is there, sees that it shows, and with a name presses Enter.</summary>
    private static async Task Go(Reader who, string selector, string? name)
    {
        for (var presses = 0; presses < 150; presses++)
        {
            var here = await who.Page.EvaluateAsync<bool[]>(
                """
                ([selector, name]) => {
                  const element = document.activeElement, box = element.getBoundingClientRect(), style = getComputedStyle(element);
                  const there = element.matches(selector) && (name === null || element.textContent.trim() === name);
                  return [there, box.width > 0 && box.bottom > 0 && box.top < innerHeight && (style.outlineStyle !== 'none' || element.matches('.ProseMirror'))];
                }
                """,
                new[] { selector, name }
            );
            if (!here[0])
            {
                await who.Page.Keyboard.PressAsync("Tab");
                continue;
            }
            here[1].ShouldBeTrue($"the focus on {selector} {name} is not seen");
            if (name is not null)
                await who.Page.Keyboard.PressAsync("Enter");
            return;
        }
        throw new InvalidOperationException($"Tab does not lead to {selector} {name} on {who.Page.Url}.");
    }
}
