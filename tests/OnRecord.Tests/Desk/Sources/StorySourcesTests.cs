using System.Net;
using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.Sources;
using OnRecord.Stories;
using static OnRecord.Tests.Desk.DeskErrands;
using static OnRecord.Tests.Desk.Sources.SourcesNewsroom;

namespace OnRecord.Tests.Desk.Sources;

public class StorySourcesTests
{
    [Fact]
    public async Task The_ledger_lists_statements_in_the_order_of_the_text_and_those_whose_words_are_gone()
    {
        await using var desk = await Open();
        var (one, two, three) = (new Said("First.", "Ada"), new Said("Second.", "Bo"), new Said("Third.", "Cleo"));
        var story = await desk.Write("The dam", three, one, two);
        var revision = (await desk.App.Story(story)).Revision;
        var saved = await desk.Ines.Save(story, revision, Content("The dam", Text(one, three)));
        saved.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Page(desk.Ines, $"/desk/stories/{story}/sources");
        page.QuerySelectorAll(".statements > li")
            .Select(line => line.Id)
            .ShouldBe([$"said-{one.Id}", $"said-{three.Id}", $"lost-{two.Id}"]);
        page.QuerySelector("nav.tabs a[aria-current=page]")!.TextContent.ShouldBe("Sources");
    }

    [Fact]
    public async Task Words_that_are_marked_are_given_their_source_by_a_form()
    {
        await using var desk = await Open();
        var marked = new Said("“It holds,” she said.", null);
        var story = await desk.Write("The dam", marked);
        var list = await desk.Ines.Page($"/desk/stories/{story}/sources");
        list.ShouldContain("Marked, source not said");
        var path = $"/desk/stories/{story}/sources/{marked.Id}";
        (await desk.Ines.Page(path)).ShouldContain("“It holds,” she said.");
        var empty = await desk.Ines.Post(path, [("source", ""), ("name", ""), ("role", "Chair of it")]);
        empty.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Page(empty)).QuerySelector("input[name=role]")!.GetAttribute("value").ShouldBe("Chair of it");
        (
            await desk.Ines.Post(
                path,
                [
                    ("source", ""),
                    ("name", "Ada Lindqvist"),
                    ("kind", "Person"),
                    ("named", "yes"),
                    ("form", "Mixed"),
                    ("standing", "OnBackground"),
                    ("channel", "SaidToUs"),
                    ("saidOn", "2026-03-13"),
                    ("sought", "No"),
                    ("note", "Public meeting"),
                ]
            )
        ).ShouldLead($"/desk/stories/{story}/sources#said-{marked.Id}");
        var line = (await desk.App.Story(story)).Draft.Ledger.ShouldHaveSingleItem();
        (line.Source.Name, line.Standing, line.SaidOn, line.Note).ShouldBe(
            ("Ada Lindqvist", SourceStanding.OnBackground, new DateOnly(2026, 3, 13), "Public meeting")
        );
        // Once more with the same source, found by its name.
        var source = await desk.Source("Ada Lindqvist");
        (await Page(desk.Ines, $"{path}?q=lindq"))
            .QuerySelector($"input[name=source][value='{source.Id}']")!
            .HasAttribute("checked")
            .ShouldBeTrue();
        await desk.Ines.Post(path, [("source", $"{source.Id}"), ("form", "Direct"), ("standing", "OnRecord")]);
        (await desk.App.Story(story)).Draft.Ledger[0].Standing.ShouldBe(SourceStanding.OnRecord);
    }

    [Fact]
    public async Task A_proposal_is_accepted_or_refused_by_a_button()
    {
        await using var desk = await Open();
        var (one, two) = (new Said("“It holds.”", null), new Said("He went home.", null));
        var story = await desk.Write("The dam", one, two);
        await Propose(desk, story, one, "Ada Lindqvist");
        await Propose(desk, story, two, "He");
        var path = $"/desk/stories/{story}/sources";
        (await desk.Ines.Post($"{path}/{one.Id}/accept", [])).ShouldLead($"{path}#said-{one.Id}");
        (await desk.Ines.Post($"{path}/{two.Id}/refuse", [])).ShouldLead($"{path}#said-{two.Id}");
        (await desk.App.Story(story)).Draft.Ledger.Single().Source.Name.ShouldBe("Ada Lindqvist");
        (await desk.Ines.Page(path)).ShouldContain("1 that is not a source");
        var gone = await desk.Ines.Post($"{path}/{Guid.CreateVersion7()}/accept", []);
        gone.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await gone.Content.ReadAsStringAsync()).ShouldContain("That entry is not in the ledger any more.");
    }

    [Fact]
    public async Task A_second_editor_agrees_on_the_page_and_the_first_does_not()
    {
        await using var desk = await Open();
        var said = Said.Unnamed("They were told not to say.");
        var story = await desk.Write("The dam", said);
        var source = await desk.Source(said.Name!);
        var path = $"/desk/stories/{story}/sources";
        await desk.Tom.Post($"{path}/{said.Id}/accept", []);
        (await desk.Tom.Page(path)).ShouldContain("Waits for a second editor");
        (await desk.Tom.Post($"{path}/unnamed/{source.Id}/agree", [])).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        (await desk.Ada.Post($"{path}/unnamed/{source.Id}/agree", [])).ShouldLead(path);
        (await desk.Tom.Page(path)).ShouldContain("Maria Reyes agreed as second editor.");
    }

    [Fact]
    public async Task An_editor_switches_a_storys_sources_off_and_on()
    {
        await using var desk = await Open();
        var story = await desk.Write("The dam", new Said("“It holds.”", "Ada Lindqvist"));
        var path = $"/desk/stories/{story}/sources";
        (await desk.Ines.Post($"{path}/shown", [("switch", "sources"), ("to", "off")])).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        (await desk.Tom.Post($"{path}/shown", [("switch", "sources"), ("to", "off")])).ShouldLead(path);
        (await desk.App.Story(story)).Draft.Ledger.ShouldBeEmpty();
        (await desk.Ines.Page(path)).ShouldContain("Sources are switched off for this story");
        (await desk.Tom.Post($"{path}/shown", [("switch", "sources"), ("to", "on")])).ShouldLead(path);
        (await desk.App.Story(story)).Draft.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Sources_switched_off_on_a_published_story_are_a_version_and_so_are_those_switched_on_again()
    {
        await using var desk = await Open();
        var story = await desk.Write("The dam", new Said("“It holds.”", "Ada Lindqvist"));
        (await desk.Tom.Move(story, StoryState.Ready)).ShouldLead($"/desk/stories/{story}");
        (await desk.Tom.Publish(story)).ShouldLead($"/desk/stories/{story}");
        foreach (var to in new[] { "off", "on" })
            (
                await desk.Tom.Post($"/desk/stories/{story}/sources/shown", [("switch", "sources"), ("to", to)])
            ).ShouldLead($"/desk/stories/{story}/sources");
        var versions = (await desk.App.Story(story)).Versions.OrderBy(row => row.Number).ToList();
        versions.Select(row => row.Content.Ledger.Count).ShouldBe([1, 0, 1]);
        versions
            .Select(row => row.Note)
            .ShouldBe(["", "The story’s sources are no longer shown.", "The story’s sources are shown again."]);
    }

    [Fact]
    public async Task What_nobody_has_checked_is_hidden_by_its_writer_and_shown_by_an_editor_only()
    {
        await using var desk = await Open();
        var said = new Said("“It holds.”", null);
        var story = await desk.Write("The dam", said);
        await Propose(desk, story, said, "Ada Lindqvist");
        var path = $"/desk/stories/{story}/sources";
        (string, string)[] on = [("switch", "proposals"), ("to", "on")];
        (await desk.Ines.Post($"{path}/shown", on)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await desk.Tom.Post($"{path}/shown", on)).ShouldLead(path);
        (await desk.App.Story(story)).Draft.Ledger.Single().IsChecked.ShouldBeFalse();
        (await desk.Ines.Post($"{path}/shown", [("switch", "proposals"), ("to", "off")])).ShouldLead(path);
        (await desk.App.Story(story)).Draft.Ledger.ShouldBeEmpty();
    }

    [Fact]
    public async Task Looking_for_sources_marks_them_in_the_text_but_not_while_somebody_writes_in_it()
    {
        await using var desk = await Open();
        const string Line =
            "“There is no scenario in which it goes this winter,” said Ada Lindqvist, who chairs the water board.";
        var story = await desk.Ines.Written(desk.App, "The dam", Line);
        var path = $"/desk/stories/{story}/sources";
        await desk.Ines.Send(HttpMethod.Post, $"/desk/stories/{story}/hold", new { tab = "one", act = "hold" });
        var held = await desk.Tom.Post($"{path}/find", []);
        held.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await held.Content.ReadAsStringAsync()).ShouldContain("Ines Okafor has the story open just now.");
        var found = await desk.Ines.Post($"{path}/find", []);
        found.ShouldLead($"{path}?found=");
        var kept = await desk.App.Story(story);
        PlainText.Of(kept.Draft.Text).ShouldBe(Line);
        var entries = await desk.App.InDatabase(db =>
            db.Set<LedgerEntry>().Where(row => row.StoryId == story).ToListAsync()
        );
        entries
            .Select(row => $"{row.Id}")
            .ShouldBe(MarkedPassages.Of(kept.Draft.Text).Select(passage => passage.Key), ignoreOrder: true);
        kept.Revision.ShouldBe(entries.Count == 0 ? 1 : 2);
        // Looking again finds nothing new.
        (await desk.Ines.Post($"{path}/find", [])).ShouldLead($"{path}?found=0");
    }

    [Fact]
    public async Task A_reporter_changes_no_ledger_of_anothers_story()
    {
        await using var desk = await Open();
        var said = new Said("“It holds.”", "Ada Lindqvist");
        var story = await desk.Write("The dam", said);
        using var pieter = await desk.App.Colleague(OnRecord.People.Staff.Roles.Reporter, "Pieter Maas");
        var path = $"/desk/stories/{story}/sources";
        (await pieter.Page(path)).ShouldNotContain($"{said.Id}/refuse");
        (await pieter.Post($"{path}/{said.Id}/refuse", [])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await desk.App.Story(story)).Draft.Ledger.Count.ShouldBe(1);
    }

    private static Task<int> Propose(SourcesNewsroom desk, Guid story, Said said, string name) =>
        desk.App.InDatabase(db =>
        {
            db.Set<LedgerEntry>()
                .Add(
                    new LedgerEntry
                    {
                        Id = said.Id,
                        StoryId = story,
                        ProposedName = name,
                        ProposedKind = Attribution.SourceKind.Person,
                        Words = said.Words,
                        Form = Attribution.Form.Direct,
                        CreatedAt = desk.App.Clock.GetUtcNow(),
                    }
                );
            return db.SaveChangesAsync();
        });
}
