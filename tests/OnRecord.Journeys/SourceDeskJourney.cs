using Microsoft.Playwright;
using OnRecord.People.Staff;

namespace OnRecord.Journeys;

/// <summary>The ledger beside the text, worked by those who write and those who agree.</summary>
public class SourceDeskJourney(Newsstand stand)
{
    private static ILocator Notes(Reader who) => who.Page.Locator(".notes > .note");

    [Fact]
    public async Task Sources_are_found_accepted_and_refused_with_single_keys()
    {
        await using var site = await RunningSite.Start();
        await using var ines = await stand.Colleague(site, Roles.Reporter, "Ines Okafor");
        await ines.BeginStory("The dam");
        var keys = ines.Page.Keyboard;
        await ines.Write("## The dam and its board");
        await keys.PressAsync("Enter");
        await keys.TypeAsync(
            "“There is no scenario in which it goes this winter,” said Ada Lindqvist, who chairs the board."
        );
        await keys.PressAsync("Enter");
        await keys.TypeAsync("“Nobody called us about the spillway,” said Mira Reyes, an engineer.");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("“The insurance had lapsed by then,” said Tom Poole.");
        await keys.PressAsync("Control+Alt+Shift+A");
        await Assertions.Expect(ines.Page.Locator(".ledger .news")).ToHaveTextAsync("3 statements found.");
        await Assertions.Expect(Notes(ines)).ToHaveCountAsync(3);
        await Assertions
            .Expect(ines.Page.Locator(".text .said").First)
            .ToContainTextAsync("There is no scenario in which it goes this winter");

        await keys.PressAsync("Control+Home");
        await keys.PressAsync("F8");
        await Assertions.Expect(Notes(ines).Nth(0)).ToBeFocusedAsync();
        await keys.PressAsync("a");
        await Assertions.Expect(Notes(ines).Nth(1)).ToBeFocusedAsync();
        await keys.PressAsync("a");
        await Assertions.Expect(Notes(ines).Nth(2)).ToBeFocusedAsync();
        await keys.PressAsync("x");
        await Assertions.Expect(Notes(ines)).ToHaveCountAsync(2);
        await ines.Saved();
        await ines.Page.ReloadAsync();
        await ines.Writing();
        await Assertions.Expect(Notes(ines)).ToHaveCountAsync(2);
        await Assertions.Expect(Notes(ines).Nth(0)).ToContainTextAsync("1 Ada Lindqvist");
        await Assertions.Expect(Notes(ines).Nth(1)).ToContainTextAsync("On the record");
        await Assertions.Expect(ines.Page.Locator(".text .tied.named")).Not.ToHaveCountAsync(0);
        await ines.Press("Find sources");
        await Assertions.Expect(ines.Page.Locator(".ledger .news")).ToHaveTextAsync("0 statements found.");
        ines.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_editor_agrees_beside_the_text_while_the_writer_goes_on()
    {
        await using var site = await RunningSite.Start();
        await using var ines = await stand.Colleague(site, Roles.Reporter, "Ines Okafor");
        await using var tom = await stand.Colleague(site, Roles.Editor, "Tom Brandt");
        var path = await ines.BeginStory("The dam");
        var keys = ines.Page.Keyboard;
        await ines.Write("It was graded poor and nobody was told, a person at the site said.");
        await keys.PressAsync("Control+A");
        await keys.PressAsync("Control+Alt+A");
        var dialog = ines.Page.Locator(".entry-dialog");
        await dialog.Locator("[name=source]").FillAsync("a person who works at the site");
        await dialog.GetByLabel("May be named").UncheckAsync();
        await dialog.GetByLabel("Why they are not named").SelectOptionAsync("CouldLoseJob");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(Notes(ines)).ToContainTextAsync("Waits for a second editor");
        await ines.Saved();

        await tom.Open(path);
        await Assertions.Expect(Notes(tom)).ToContainTextAsync("could lose their job");
        await Assertions.Expect(tom.Page.Locator(".note .act")).ToHaveCountAsync(0);
        await tom.Press("Agree");
        await Assertions.Expect(Notes(tom)).ToContainTextAsync("Agreed by Tom Brandt");
        await Assertions.Expect(Notes(ines)).ToContainTextAsync("Agreed by Tom Brandt", new() { Timeout = 20_000 });

        await keys.PressAsync("Control+A");
        await keys.TypeAsync("Something else altogether.");
        var lost = ines.Page.Locator(".lost");
        await Assertions.Expect(lost).ToContainTextAsync("graded poor");
        await keys.PressAsync("Control+A");
        await lost.GetByRole(AriaRole.Button, new() { Name = "The marked words" }).ClickAsync();
        await Assertions.Expect(Notes(ines)).ToHaveCountAsync(1);
        await Assertions.Expect(lost).ToBeHiddenAsync();
        ines.Troubles.ShouldBeEmpty();
        tom.Troubles.ShouldBeEmpty();
    }
}
