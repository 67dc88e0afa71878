using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OnRecord.People.Staff;
using OnRecord.Sources;
using OnRecord.Stories;

namespace OnRecord.Journeys;

/// <summary>From a page that was brought in to a story whose every statement has its source.</summary>
public class LedgerJourney(Newsstand stand)
{
    private const string Officials = "United States officials";

    [Fact]
    public async Task An_imported_story_gets_its_sources_decided_agreed_and_read_in_the_margin()
    {
        await using var site = await RunningSite.Start();
        await site.Import(Shared.Path("samples", "scraped-story.txt"), publish: false);
        var story = await site.InDatabase(db => db.Stories.Select(row => row.Id).SingleAsync());
        await using var ines = await stand.Colleague(site, Roles.Editor, "Ines Okafor");
        await using var tom = await stand.Colleague(site, Roles.Editor, "Tom Brandt");
        await ines.Open($"/desk/stories/{story}");
        await ines.Writing();
        var page = ines.Page;
        await Proposed(page).First.FocusAsync();
        (await Focused(page)).ShouldContain("China");

        // One key accepts, and the next proposal waits under the same hand.
        await Press(page, "a");
        (await Focused(page)).ShouldContain(Officials);
        await Press(page, "e", decides: false);
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.GetByLabel("May be named")).Not.ToBeCheckedAsync();
        await dialog.GetByLabel("Why they are not named").SelectOptionAsync("Not authorised to speak");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save and accept" }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".note.anonymous")).ToContainTextAsync("Waits for a second editor");

        await Proposed(page).First.FocusAsync();
        await Press(page, "a");
        await Press(page, "a");
        var refused = await Focused(page);
        await Press(page, "x");
        while (await Proposed(page).CountAsync() > 0)
        {
            await Proposed(page).First.FocusAsync();
            await Press(page, "a");
        }
        await page.Locator("#byline").FillAsync("Ines Okafor");
        await ines.Saved();
        var entries = await site.InDatabase(db => db.LedgerEntries.AsNoTracking().ToListAsync());
        entries.Count(row => row.State == LedgerState.Refused).ShouldBe(1, refused);
        entries.ShouldNotContain(row => row.State == LedgerState.Proposed);

        await ines.Press("Approve: ready");
        await page.Arrives("**done=moved");
        await page.Locator("#state").GetByRole(AriaRole.Link, new() { Name = "Publish" }).ClickAsync();
        var publish = page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true });
        await Assertions.Expect(publish).ToBeDisabledAsync();
        // Nor does a browser that does not keep to it get further.
        await publish.EvaluateAsync("button => { button.disabled = false; button.click(); }");
        await Assertions.Expect(page.Locator("#problems")).ToContainTextAsync("The checklist still stops this story.");
        (await page.ContentAsync()).ShouldContain($"A second editor has to agree that “{Officials}” is not named");
        (await site.InDatabase(db => db.Stories.AnyAsync(row => row.Path != null))).ShouldBeFalse();

        await tom.Open($"/desk/stories/{story}");
        await tom.Page.Locator(".note.anonymous").GetByRole(AriaRole.Button, new() { Name = "Agree" }).ClickAsync();
        await Assertions.Expect(tom.Page.Locator(".note.anonymous")).ToContainTextAsync("Agreed by Tom Brandt");
        await tom.Page.Locator("#state").GetByRole(AriaRole.Link, new() { Name = "Publish" }).ClickAsync();
        await tom.Press("Publish");
        await Assertions.Expect(tom.Page.Locator(".done")).ToHaveTextAsync("Readers see it now.");

        await tom.Follow("On the site");
        await Assertions.Expect(tom.Page.Locator(".body .note")).ToHaveCountAsync(entries.Count - 1);
        var said = await tom.Page.Locator(".body .note").AllInnerTextsAsync();
        said.ShouldContain(note => note.Contains("Jake Sullivan") && note.Contains("On the record"));
        said.ShouldContain(note => note.Contains(Officials) && note.Contains("Not named"));
        said.ShouldAllBe(note => !note.Contains("not yet checked"));
        ines.Troubles.ShouldBeEmpty();
        tom.Troubles.ShouldBeEmpty();
    }

    private static ILocator Proposed(IPage page) => page.Locator(".note.proposed");

    private static Task<string> Focused(IPage page) =>
        page.EvaluateAsync<string>("() => document.activeElement?.closest('.note')?.innerText ?? ''");

    // The answer has come when one proposal fewer is open.
    private static async Task Press(IPage page, string key, bool decides = true)
    {
        var before = await Proposed(page).CountAsync();
        await page.Keyboard.PressAsync(key);
        if (decides)
            await Assertions.Expect(Proposed(page)).ToHaveCountAsync(before - 1);
    }
}
