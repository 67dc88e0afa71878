using System.Net;
using OnRecord.Attribution;
using OnRecord.Sources;
using static OnRecord.Tests.Desk.Sources.SourcesNewsroom;

namespace OnRecord.Tests.Desk.Sources;

public class SourceListTests
{
    [Fact]
    public async Task Sources_are_found_whatever_their_accents_and_by_kind()
    {
        await using var desk = await Open();
        await Add(desk, "Zoë Lindqvist", SourceKind.Person);
        await Add(desk, "Lowland water board", SourceKind.Organisation);
        (await Names(desk, "?q=ZOE")).ShouldBe(["Zoë Lindqvist"]);
        (await Names(desk, "?kind=Organisation")).ShouldBe(["Lowland water board"]);
        (await Names(desk, "?q=zoe&kind=Organisation")).ShouldBeEmpty();
        (await desk.Ines.Page("/desk/sources?q=100%25")).ShouldContain("No source of that name was found.");
    }

    [Fact]
    public async Task The_next_page_begins_where_the_first_ended()
    {
        await using var desk = await Open();
        for (var at = 0; at < 120; at++)
            await Add(desk, $"Source {at:D3}", SourceKind.Person);
        var (seen, path) = (new List<string>(), "/desk/sources");
        for (var pages = 0; path is not null && pages < 9; pages++)
        {
            var page = await Page(desk.Ines, path);
            seen.AddRange(page.QuerySelectorAll(".source-list td:first-child a").Select(link => link.TextContent));
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href")!;
        }
        seen.ShouldBe([.. Enumerable.Range(0, 120).Select(at => $"Source {at:D3}")]);
    }

    [Fact]
    public async Task The_list_counts_what_readers_see()
    {
        await using var desk = await Open();
        await desk.Publish(
            "The dam",
            new Said("“It holds,” she said.", "Ada Lindqvist"),
            new Said("“It will.”", "Ada Lindqvist") { Via = "The Harrow Post" }
        );
        await desk.Write("A draft", new Said("“Later.”", "Ada Lindqvist"));
        var rows = (await Page(desk.Ines, "/desk/sources")).QuerySelectorAll(".source-list tbody tr");
        rows.Single(row => row.TextContent.Contains("Ada"))
            .QuerySelectorAll("td")
            .Select(cell => cell.TextContent.Trim())
            .Skip(2)
            .ShouldBe(["Statements: 2", "Stories: 1", "14 March 2026"]);
        rows.Single(row => row.TextContent.Contains("Harrow"))
            .QuerySelectorAll("td")[2]
            .TextContent.ShouldContain("and 1 passed on");
    }

    [Fact]
    public async Task A_source_made_by_hand_is_there_and_its_name_is_taken()
    {
        await using var desk = await Open();
        (string, string)[] fields =
        [
            ("name", "Ada Lindqvist"),
            ("kind", "Person"),
            ("role", "chair"),
            ("named", "yes"),
            ("address", "https://board.example.org"),
        ];
        var made = await desk.Ines.Post("/desk/sources/new", fields);
        made.ShouldLead("/desk/sources/");
        (await desk.Ines.Page(made.Headers.Location!.ToString())).ShouldContain("added a source");
        var again = await desk.Ines.Post("/desk/sources/new", fields);
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await again.Content.ReadAsStringAsync()).ShouldContain("There is a source named Ada Lindqvist already.");
        var wrong = await desk.Ines.Post("/desk/sources/new", [("name", "B"), ("address", "javascript:alert(1)")]);
        (await Page(wrong)).QuerySelector("#problems a[href='#address']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Two_people_who_are_not_named_are_never_taken_for_one()
    {
        await using var desk = await Open();
        (string, string)[] fields =
        [
            ("name", "An official"),
            ("kind", "Person"),
            ("named", "no"),
            ("reason", "NotAuthorised"),
        ];
        (await desk.Ines.Post("/desk/sources/new", fields)).ShouldLead("/desk/sources/");
        (await desk.Ines.Post("/desk/sources/new", fields)).ShouldLead("/desk/sources/");
        (await Names(desk, "")).ShouldBe(["An official", "An official"]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("uk")]
    public async Task Every_page_is_there_in_both_languages_without_styles_or_scripts_of_its_own(string language)
    {
        await using var desk = await Open(language);
        var said = new Said("“It holds,” she said.", "Ada Lindqvist") { Via = "The Harrow Post" };
        var unnamed = Said.Unnamed("They were told not to say.");
        var story = await desk.Publish("The dam", said, unnamed);
        var (ada, two) = (await desk.Source("Ada Lindqvist"), await desk.Source(unnamed.Name!));
        string[] paths =
        [
            "/desk/sources",
            "/desk/sources/new",
            "/desk/sources/overview",
            $"/desk/sources/{ada.Id}",
            $"/desk/sources/{two.Id}",
            $"/desk/sources/{ada.Id}/merge",
            $"/desk/stories/{story}/sources",
            $"/desk/stories/{story}/sources/{said.Id}",
        ];
        foreach (var path in paths)
        {
            var page = await Page(desk.Tom, path);
            page.DocumentElement.GetAttribute("lang").ShouldBe(language);
            page.QuerySelector("[style], style, script:not([src]):not([type='application/json']), [onclick]")
                .ShouldBeNull(path);
            page.QuerySelectorAll("form[method=post]:not(:has([name=__RequestVerificationToken]))").ShouldBeEmpty(path);
            page.QuerySelectorAll("h1").Length.ShouldBe(1, path);
        }
    }

    private static async Task<string[]> Names(SourcesNewsroom desk, string query) =>
        [
            .. (await Page(desk.Ines, $"/desk/sources{query}"))
                .QuerySelectorAll(".source-list td:first-child a")
                .Select(link => link.TextContent),
        ];

    private static Task<int> Add(SourcesNewsroom desk, string name, SourceKind kind) =>
        desk.App.InDatabase(db =>
        {
            db.Set<Source>()
                .Add(
                    new Source
                    {
                        Id = Guid.CreateVersion7(),
                        Kind = kind,
                        Name = name,
                        CreatedAt = desk.App.Clock.GetUtcNow(),
                    }
                );
            return db.SaveChangesAsync();
        });
}
