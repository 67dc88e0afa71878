using Microsoft.Playwright;
using OnRecord.People.Staff;

namespace OnRecord.Journeys;

/// <summary>From an empty machine to a story with a picture that readers can open.</summary>
public class FirstStoryJourney(Newsstand stand)
{
    [Fact]
    public async Task The_first_owner_sets_up_the_newsroom_and_publishes_a_story_with_a_picture()
    {
        await using var site = await RunningSite.Start(named: true);
        await using var owner = await stand.Reader(site: site);
        await VirtualAuthenticator.Give(owner);
        var path = await site.InDatabase(db => FirstOwner.MakePath(db, TimeProvider.System));
        await owner.Open(path.ShouldNotBeNull());
        var page = owner.Page;
        await page.GetByLabel("Name").FillAsync("Agnes Thorne");
        await page.GetByLabel("E-mail address").FillAsync("agnes@lowland.example");
        await owner.Press("Next");
        await owner.Press("Make a passkey");
        await page.Arrives("**/desk");

        await owner.Open("/desk/site/sections");
        await page.GetByLabel("Name").FillAsync("Water");
        await owner.Press("Add");

        await owner.BeginStory("The ferry is back");
        await page.Locator("#section").SelectOptionAsync("Water");
        await page.Locator("#byline").FillAsync("Agnes Thorne");
        await page.Locator("#deck").FillAsync("After nine days the winch turns again.");
        await owner.Write("The ferry crossed the river this morning.");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Eleven people were aboard.");
        await LeadPicture(page);
        await owner.Saved();
        await Assertions.Expect(page.Locator("[data-checks] .no")).ToHaveCountAsync(0);

        await owner.Press("Approve: ready");
        await page.Arrives("**/desk/stories/*done=moved");
        await page.Locator("#state").GetByRole(AriaRole.Link, new() { Name = "Publish" }).ClickAsync();
        await owner.Press("Publish");
        await Assertions.Expect(page.Locator(".done")).ToHaveTextAsync("Readers see it now.");

        await owner.Follow("On the site");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("The ferry is back");
        await Assertions
            .Expect(page.Locator(".lead-picture img"))
            .ToHaveAttributeAsync("alt", "A ferry at its landing");
        await Assertions.Expect(page.Locator(".lead-picture .credit")).ToContainTextAsync("M. Reyes");
        (
            await page.Locator(".lead-picture img")
                .EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 0)")
        ).ShouldBeTrue();
        owner.Troubles.ShouldBeEmpty();
    }

    private static async Task LeadPicture(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Choose the lead picture" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog
            .Locator("input[type=file]")
            .SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "demo", "pictures", "ferry.svg"));
        var lead = page.Locator("story-editor .lead");
        await lead.GetByLabel("Alt text").FillAsync("A ferry at its landing");
        await lead.GetByLabel("Credit").FillAsync("Drawing: M. Reyes");
    }
}
