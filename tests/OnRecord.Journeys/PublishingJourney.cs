using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OnRecord.Documents;
using OnRecord.People.Staff;
using OnRecord.Stories;
using OnRecord.Stories.Publishing;

namespace OnRecord.Journeys;

/// <summary>What readers are shown, when, and what stays visible of it.</summary>
public class PublishingJourney(Newsstand stand)
{
    [Fact]
    public async Task A_correction_is_written_privately_approved_and_seen_above_the_text()
    {
        await using var site = await RunningSite.Start();
        var live = await site.Publish(await Story(site, "Thirty slips were in the box."), "Water");
        await using var tom = await stand.Colleague(site, Roles.Editor, "Tom Brandt");
        await using var reader = await stand.Reader(site: site);
        await tom.Open("/desk/stories?state=Published");
        await tom.Follow("The box");
        await tom.Writing();
        await tom.Write(" There were thirty-one.");
        await tom.Saved();
        await reader.Open(live);
        (await reader.Page.Locator(".body").InnerTextAsync()).ShouldNotContain("thirty-one");

        await tom.Press("Approve: ready");
        await tom.Page.Arrives("**done=moved");
        await tom.Page.Locator("#state").GetByRole(AriaRole.Link, new() { Name = "Publish" }).ClickAsync();
        await tom.Page.GetByRole(AriaRole.Radio, new() { Name = "Correct" }).CheckAsync();
        await tom
            .Page.GetByRole(AriaRole.Textbox, new() { Name = "What was wrong" })
            .FillAsync("We first wrote that there were thirty slips.");
        await tom.Page.GetByRole(AriaRole.Textbox, new() { Name = "What is right" }).FillAsync("It was one more.");
        await tom.Press("Show readers");
        await Assertions.Expect(tom.Page.Locator(".done")).ToHaveTextAsync("Readers see it now.");

        await reader.Open(live);
        (await reader.Page.Locator(".notice.loud").InnerTextAsync()).ShouldContain(
            "We first wrote that there were thirty slips."
        );
        (await reader.Page.Locator(".body").InnerTextAsync()).ShouldContain("thirty-one");
        (await reader.Page.Locator(".versions li").CountAsync()).ShouldBe(2);
        tom.Troubles.ShouldBeEmpty();
        reader.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_embargoed_story_appears_at_its_hour_and_not_before()
    {
        var clock = new MovedClock();
        await using var site = await RunningSite.Start(clock: clock);
        var section = await site.Section("Water");
        await using var tom = await stand.Colleague(site, Roles.Editor, "Tom Brandt");
        await using var reader = await stand.Reader(site: site);
        await tom.BeginStory("The report of Thursday");
        await tom.Page.Locator("#section").SelectOptionAsync($"{section}");
        await tom.Page.Locator("#byline").FillAsync("Tom Brandt");
        await tom.Write("What the report says.");
        await tom.Saved();
        var hour = clock.GetUtcNow().AddHours(3);
        await tom.Page.Locator("#embargo").FillAsync($"{hour:yyyy-MM-ddTHH:mm}");
        await tom.Page.Locator("details[open]").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await tom.Page.Arrives("**done=assigned");
        await tom.Press("Approve: ready");
        await tom.Page.Arrives("**done=moved");
        await tom.Page.Locator("#state").GetByRole(AriaRole.Link, new() { Name = "Publish" }).ClickAsync();
        await tom.Page.GetByRole(AriaRole.Radio, new() { Name = "Now" }).CheckAsync();
        await tom.Press("Publish");
        await Assertions.Expect(tom.Page.Locator("#problems")).ToContainTextAsync("under embargo");
        await tom.Page.GetByRole(AriaRole.Radio, new() { Name = "At a time" }).CheckAsync();
        await tom.Page.Locator("#at").FillAsync($"{hour:yyyy-MM-ddTHH:mm}");
        await tom.Press("Publish");
        await Assertions.Expect(tom.Page.Locator(".done")).ToContainTextAsync("It is scheduled.");

        clock.Advance(TimeSpan.FromHours(2));
        await Due(site);
        await reader.Open("/");
        (await reader.Page.ContentAsync()).ShouldNotContain("The report of Thursday");
        // The server is away over the hour.
        await site.Kill();
        clock.Advance(TimeSpan.FromHours(2));
        await site.Revive();
        await Due(site);
        await reader.Open("/");
        (await reader.Page.ContentAsync()).ShouldContain("The report of Thursday");
    }

    private static Task<bool> Due(RunningSite site) =>
        site.With<PublishDue, bool>(async due =>
        {
            await due.PublishAll(CancellationToken.None);
            return true;
        });

    private static async Task<StoryContent> Story(RunningSite site, string line) =>
        new()
        {
            Headline = "The box",
            Language = "en",
            SectionId = await site.Section("Water"),
            Byline = ["Tom Brandt"],
            Text = new StoryDocument([new Paragraph([new Text(line)])]),
        };
}
