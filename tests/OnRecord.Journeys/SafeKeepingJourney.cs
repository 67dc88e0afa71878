using Microsoft.Playwright;
using OnRecord.Documents;
using OnRecord.People.Staff;
using OnRecord.Stories;

namespace OnRecord.Journeys;

/// <summary>No word is lost: not to a dead server, a lost network, a closed window, or a colleague.</summary>
public class SafeKeepingJourney(Newsstand stand)
{
    [Fact]
    public async Task Words_outlive_a_killed_server_and_a_closed_window()
    {
        await using var site = await RunningSite.Start();
        await using var ines = await stand.Colleague(site, Roles.Reporter, "Ines Okafor");
        var path = await ines.BeginStory("The dam");
        await ines.Write("Said while the server lived.");
        await ines.Saved();
        await site.Kill();
        await ines.Page.Keyboard.TypeAsync(" Said while it was dead.");
        await Assertions.Expect(ines.Status()).ToContainTextAsync("kept in this browser", new() { Timeout = 15_000 });
        await ines.Page.CloseAsync();
        await site.Revive();
        (await Kept(site, path)).ShouldBe("Said while the server lived.");
        await ines.NewPage();
        await ines.Open(path);
        await ines.Writing();
        await Assertions.Expect(ines.Text()).ToContainTextAsync("Said while it was dead.");
        // A save that was under way when the window closed may have come through since: then nothing was brought back.
        var sent = await ines.Page.Locator("story-editor script[type='application/json']").TextContentAsync();
        if (!sent!.Contains("Said while it was dead.", StringComparison.Ordinal))
            await Assertions.Expect(ines.Page.Locator(".banners")).Not.ToBeEmptyAsync();
        await ines.Saved();
        (await Kept(site, path)).ShouldBe("Said while the server lived. Said while it was dead.");
    }

    [Fact]
    public async Task Words_typed_offline_are_sent_when_the_network_is_back()
    {
        await using var site = await RunningSite.Start();
        await using var ines = await stand.Colleague(site, Roles.Reporter, "Ines Okafor");
        var path = await ines.BeginStory("The dam");
        await ines.Write("Online.");
        await ines.Saved();
        await ines.Context.SetOfflineAsync(true);
        await ines.Page.Keyboard.TypeAsync(" Offline.");
        await Assertions.Expect(ines.Status()).ToContainTextAsync("No connection", new() { Timeout = 15_000 });
        await ines.Context.SetOfflineAsync(false);
        await Assertions.Expect(ines.Status()).ToContainTextAsync("Saved", new() { Timeout = 30_000 });
        (await Kept(site, path)).ShouldBe("Online. Offline.");
    }

    [Fact]
    public async Task What_is_typed_reaches_the_server_within_two_seconds_by_itself()
    {
        await using var site = await RunningSite.Start();
        await using var ines = await stand.Colleague(site, Roles.Reporter, "Ines Okafor");
        var path = await ines.BeginStory("The dam");
        var save = ines.Page.WaitForRequestAsync(
            request => request.Method == "PUT" && request.PostData!.Contains("By itself."),
            new() { Timeout = 2_000 }
        );
        await ines.Write("By itself.");
        await save;
        await Assertions.Expect(ines.Status()).ToContainTextAsync("Saved");
        (await Kept(site, path)).ShouldBe("By itself.");
    }

    [Fact]
    public async Task The_second_editor_watches_takes_over_and_both_texts_meet_side_by_side()
    {
        await using var site = await RunningSite.Start();
        await using var ines = await stand.Colleague(site, Roles.Reporter, "Ines Okafor");
        await using var tom = await stand.Colleague(site, Roles.Editor, "Tom Brandt");
        var path = await ines.BeginStory("The dam");
        await ines.Write("The dam is sound.");
        await ines.Page.Keyboard.PressAsync("Enter");
        await ines.Page.Keyboard.TypeAsync("The board said so.");
        await ines.Saved();

        await tom.Open(path);
        await Assertions.Expect(tom.Page.Locator(".banners")).ToContainTextAsync("Ines Okafor");
        await Assertions.Expect(tom.Text()).ToHaveAttributeAsync("contenteditable", "false");
        await ines.Page.Keyboard.TypeAsync(" On Monday.");
        await Assertions.Expect(tom.Text()).ToContainTextAsync("On Monday.", new() { Timeout = 15_000 });

        await ines.Saved();
        await ines.Context.SetOfflineAsync(true);
        await ines.Page.Keyboard.TypeAsync(" Hers, unsent.");
        await tom.Press("Take over");
        await tom.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Take over" }).ClickAsync();
        await tom.Writing();
        await tom.Write(" His.");
        await tom.Saved();
        await ines.Context.SetOfflineAsync(false);
        await Assertions
            .Expect(ines.Page.Locator(".banners"))
            .ToContainTextAsync("Tom Brandt", new() { Timeout = 30_000 });
        await ines.Page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).First.ClickAsync();
        var merge = ines.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(merge).ToContainTextAsync("Hers, unsent.");
        await Assertions.Expect(merge).ToContainTextAsync("His.");
        (await Kept(site, path)).ShouldContain("His.");
        (await Kept(site, path)).ShouldNotContain("Hers");
    }

    [Fact]
    public async Task A_second_window_of_ones_own_waits_until_the_first_is_closed()
    {
        await using var site = await RunningSite.Start();
        await using var ines = await stand.Colleague(site, Roles.Reporter, "Ines Okafor");
        var path = await ines.BeginStory("The dam");
        await ines.Write("Said in the first window.");
        await ines.Saved();
        var first = ines.Page;
        await ines.NewPage();
        await ines.Open(path);
        await Assertions.Expect(ines.Page.Locator(".banners")).ToContainTextAsync("another window");
        await Assertions.Expect(ines.Text()).ToHaveAttributeAsync("contenteditable", "false");
        await first.CloseAsync();
        await ines.Writing();
        await ines.Write(" And in the second.");
        await ines.Saved();
        (await Kept(site, path)).ShouldBe("Said in the first window. And in the second.");
    }

    private static Task<string> Kept(RunningSite site, string path) =>
        site.InDatabase(async db =>
            PlainText.Of((await db.Stories.FindAsync(Guid.Parse(path.Split('/')[^1])))!.Draft.Text).Replace("\n\n", " ")
        );
}
