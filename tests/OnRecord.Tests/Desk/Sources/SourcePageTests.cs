using System.Net;
using Microsoft.EntityFrameworkCore;
using OnRecord.Sources.Evidence;
using OnRecord.Stories;
using static OnRecord.Tests.Desk.Sources.SourcesNewsroom;

namespace OnRecord.Tests.Desk.Sources;

public class SourcePageTests
{
    [Fact]
    public async Task A_source_shows_every_statement_with_its_story_and_whether_readers_see_it()
    {
        await using var desk = await Open();
        await desk.Publish("The dam", new Said("“It holds,” she said.", "Ada Lindqvist") { Via = "The Harrow Post" });
        await desk.Write("A draft", new Said("“We will see.”", "Ada Lindqvist"));
        var page = await Page(desk.Ines, $"/desk/sources/{(await desk.Source("Ada Lindqvist")).Id}");
        var lines = page.QuerySelectorAll(".statements > li").Select(line => line.TextContent).ToList();
        lines.Count.ShouldBe(2);
        lines[0]
            .ShouldSatisfyAllConditions(
                line => line.ShouldContain("“We will see.”"),
                line => line.ShouldContain("In a draft"),
                line => line.ShouldContain("A draft")
            );
        lines[1]
            .ShouldSatisfyAllConditions(
                line => line.ShouldContain("“It holds,” she said."),
                line => line.ShouldContain("on the record"),
                line => line.ShouldContain("through The Harrow Post"),
                line => line.ShouldContain("Readers see it"),
                line => line.ShouldContain("The dam")
            );
        page.QuerySelector("svg.spark")!
            .GetAttribute("aria-label")
            .ShouldBe("Statements by month from April 2024 to March 2026: 1 in all, at most 1 in a month.");
        (await desk.Ines.Page($"/desk/sources/{(await desk.Source("The Harrow Post")).Id}")).ShouldContain(
            "said by Ada Lindqvist, through this outlet"
        );
    }

    [Fact]
    public async Task The_page_of_somebody_not_named_leads_to_the_protected_page_and_shows_no_title_of_a_copy()
    {
        await using var desk = await Open();
        var said = Said.Unnamed("They were told not to say.");
        await desk.Write("The dam", said);
        var source = await desk.Source(said.Name!);
        await desk.App.InDatabase(db =>
        {
            db.Set<SavedCopy>()
                .Add(
                    new SavedCopy
                    {
                        Id = Guid.CreateVersion7(),
                        SourceId = source.Id,
                        Kind = SavedCopyKind.Brought,
                        Title = "Letter of Olena Planted",
                        Sha256 = new string('a', 64),
                        MediaType = "text/plain",
                        Length = 1,
                        TakenAt = desk.App.Clock.GetUtcNow(),
                        TakenBy = desk.Ines.Id,
                    }
                );
            return db.SaveChangesAsync();
        });
        var page = await desk.Ines.Page($"/desk/sources/{source.Id}");
        page.ShouldContain($"href=\"/desk/sources/{source.Id}/identity\"");
        page.ShouldContain("A saved copy");
        page.ShouldContain("could lose their job");
        page.ShouldNotContain("Planted");
    }

    [Fact]
    public async Task A_change_that_readers_would_see_is_asked_about_before_it_is_made()
    {
        await using var desk = await Open();
        var story = await desk.Publish("The dam", new Said("“It holds,” she said.", "Ada Lindquist"));
        var source = await desk.Source("Ada Lindquist");
        var asked = await desk.Tom.Post($"/desk/sources/{source.Id}", Fields(source, ("name", "Ada Lindqvist")));
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Page(asked);
        page.Body!.TextContent.ShouldContain("1 published story shows this source and gets a new version.");
        page.QuerySelector("input[name=name]")!.GetAttribute("value").ShouldBe("Ada Lindqvist");
        (await desk.App.Story(story)).Versions.Count.ShouldBe(1);
        var done = await desk.Tom.Post(
            $"/desk/sources/{source.Id}",
            page.QuerySelectorAll("main form input:not([name=__RequestVerificationToken])")
                .Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!))
        );
        done.ShouldLead($"/desk/sources/{source.Id}?renewed=1");
        (await desk.Tom.Page(done.Headers.Location!.ToString())).ShouldContain("1 published story got a new version.");
        var live = await desk.Live(story);
        live.Number.ShouldBe(2);
        live.IsQuiet.ShouldBeFalse();
        live.Kind.ShouldBe(VersionKind.Update);
        live.Note.ShouldBe("A source’s name is now written Ada Lindqvist.");
        live.Content.Ledger[0].Source.Name.ShouldBe("Ada Lindqvist");
        (await desk.App.Story(story)).Draft.Ledger[0].Source.Name.ShouldBe("Ada Lindqvist");
    }

    [Fact]
    public async Task A_reporter_changes_what_no_reader_sees_and_asks_an_editor_for_the_rest()
    {
        await using var desk = await Open();
        var story = await desk.Write("The dam", new Said("“It holds,” she said.", "Ada Lindquist"));
        var source = await desk.Source("Ada Lindquist");
        (await desk.Ines.Post($"/desk/sources/{source.Id}", Fields(source, ("name", "Ada Lindqvist")))).ShouldLead(
            $"/desk/sources/{source.Id}?done=Saved"
        );
        await desk.Publish(story);
        source = await desk.Source("Ada Lindqvist");
        var refused = await desk.Ines.Post($"/desk/sources/{source.Id}", Fields(source, ("role", "Chair")));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Ask an editor to change it.");
        (
            await desk.Ines.Post($"/desk/sources/{source.Id}", Fields(source, ("notes", "Rings back in the evening.")))
        ).ShouldLead($"/desk/sources/{source.Id}?done=Saved");
        var page = await desk.Ines.Page($"/desk/sources/{source.Id}");
        page.ShouldContain("Rings back in the evening.");
        page.ShouldContain("Name before: Ada Lindquist");
        (await desk.App.Story(story)).Versions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_refused_comes_back_as_it_was_written()
    {
        await using var desk = await Open();
        await desk.Write("The dam", new Said("“It holds,” she said.", "Ada Lindqvist"));
        var source = await desk.Source("Ada Lindqvist");
        var refused = await desk.Ines.Post(
            $"/desk/sources/{source.Id}",
            Fields(source, ("role", "Chair of it"), ("address", "ftp://example.org"))
        );
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Page(refused);
        page.QuerySelector("#role")!.GetAttribute("value").ShouldBe("Chair of it");
        page.QuerySelector("#address")!.GetAttribute("aria-invalid").ShouldBe("true");
        (await desk.Source("Ada Lindqvist")).Role.ShouldBeNull();
    }

    [Fact]
    public async Task Two_sources_are_looked_at_side_by_side_before_they_are_one()
    {
        await using var desk = await Open();
        await desk.Publish("One", new Said("“One.”", "Ada Lindqvist"));
        await desk.Publish("Two", new Said("“Two.”", "A. Lindqvist"));
        var (stays, goes) = (await desk.Source("Ada Lindqvist"), await desk.Source("A. Lindqvist"));
        var pick = await Page(desk.Tom, $"/desk/sources/{goes.Id}/merge");
        pick.QuerySelector(".plain-list a")!
            .GetAttribute("href")
            .ShouldBe($"/desk/sources/{goes.Id}/merge?into={stays.Id}");
        var preview = (await Page(desk.Tom, $"/desk/sources/{goes.Id}/merge?into={stays.Id}")).Body!.TextContent;
        preview.ShouldContain("This cannot be undone.");
        preview.ShouldContain("1 statement");
        (await desk.Tom.Post($"/desk/sources/{goes.Id}/merge", [("into", $"{stays.Id}")])).ShouldLead(
            $"/desk/sources/{stays.Id}?renewed=1"
        );
        (await desk.Tom.Http.GetAsync($"/desk/sources/{goes.Id}")).ShouldLead($"/desk/sources/{stays.Id}");
        var page = await desk.Tom.Page($"/desk/sources/{stays.Id}");
        page.ShouldContain("2 statements");
        page.ShouldContain("merged sources");
        page.ShouldContain("A. Lindqvist");
        (await desk.Ines.Http.GetAsync($"/desk/sources/{stays.Id}/merge")).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
    }
}
