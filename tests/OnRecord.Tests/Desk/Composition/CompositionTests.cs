using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;
using OnRecord.Tests.Front;

namespace OnRecord.Tests.Desk.Composition;

public class CompositionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 13, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_front_is_composed_without_script_and_readers_see_it_once_it_is_saved()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var ids = await Stories(app, 6);
        var page = Parse(await tom.Page("/desk/front"));
        page.Texts(".places .fill .place-headline").ShouldBe(["Story 5", "Story 4", "Story 3", "Story 2"]);
        page = await Press(tom, page, $"lead:{ids[0]}");
        page.QuerySelector("#said")!.TextContent.ShouldBe("“Story 0” leads now.");
        page = await Press(tom, page, $"second:{ids[1]}");
        page = await Press(tom, page, $"second:{ids[2]}");
        page = await Press(tom, page, $"up:{ids[2]}");
        Places(page).ShouldBe(["Story 0", "Story 2", "Story 1"]);
        page = await Press(tom, page, $"lead:{ids[1]}");
        Places(page).ShouldBe(["Story 1", "Story 0", "Story 2"]);
        page = await Press(tom, page, $"remove:{ids[0]}");
        Places(page).ShouldBe(["Story 1", "Story 2"]);
        (await app.Read("/")).Texts(".lead h2 a").ShouldBe(["Story 5"]);
        (await Send(tom, page, "save")).ShouldLead("/desk/front?done=FrontSaved");
        var front = await app.Read("/");
        front.Texts(".lead h2 a").ShouldBe(["Story 1"]);
        front.Texts(".seconds h3 a").ShouldBe(["Story 2", "Story 5", "Story 4"]);
        var entry = await app.InDatabase(db => db.Set<AuditEntry>().SingleAsync(row => row.Act == "front.composed"));
        entry.StaffId.ShouldBe(tom.Id);
        (await tom.Page("/desk/front")).ShouldContain("Last saved by Tom Brandt");
    }

    [Fact]
    public async Task Of_two_editors_at_once_the_second_sees_the_others_front_and_loses_nothing()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        using var ines = await app.Colleague(Roles.Editor);
        var ids = await Stories(app, 4);
        var (his, hers) = (Parse(await tom.Page("/desk/front")), Parse(await ines.Page("/desk/front")));
        his = await Press(tom, his, $"lead:{ids[0]}");
        hers = await Press(ines, hers, $"lead:{ids[1]}");
        (await Send(tom, his, "save")).ShouldLead("/desk/front");
        var refused = await Send(ines, hers, "save");
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        hers = Parse(await refused.Content.ReadAsStringAsync());
        hers.QuerySelector("#problems")!.TextContent.ShouldContain("Tom Brandt saved another front");
        hers.QuerySelector("#theirs dd")!.TextContent.ShouldBe("Story 0");
        Places(hers).ShouldBe(["Story 1"]);
        (await app.Read("/")).Texts(".lead h2 a").ShouldBe(["Story 0"]);
        // Saved once more, it is meant.
        (await Send(ines, hers, "save")).ShouldLead("/desk/front");
        (await app.Read("/")).Texts(".lead h2 a").ShouldBe(["Story 1"]);
        (await Send(tom, his, "theirs")).ShouldLead("/desk/front");
        Places(Parse(await tom.Page("/desk/front"))).ShouldBe(["Story 1"]);
    }

    [Fact]
    public async Task A_preview_shows_the_front_that_is_not_saved_and_changes_nothing()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var ids = await Stories(app, 4);
        var page = await Press(tom, Parse(await tom.Page("/desk/front")), $"lead:{ids[0]}");
        var answer = await tom.Post("/desk/front/preview", Fields(page));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var preview = Parse(await answer.Content.ReadAsStringAsync());
        preview.Texts(".lead h2 a").ShouldBe(["Story 0"]);
        preview.Texts(".notice.preview").ShouldBe(["This is how the front would look. Nothing is saved."]);
        preview.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
        (await app.Read("/")).Texts(".lead h2 a").ShouldBe(["Story 3"]);
    }

    [Fact]
    public async Task A_story_is_found_by_words_of_its_headline_and_only_when_readers_have_it()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        await app.Show("Хто лагодить дороги", Noon);
        await tom.Written(app, "Дороги, яких ще немає", "Чернетка.");
        var page = await Press(tom, Parse(await tom.Page("/desk/front")), "search", ("q", "ДОРОГИ"));
        page.Texts(".finding .place-headline").ShouldBe(["Хто лагодить дороги"]);
        page = await Press(tom, page, "search", ("q", "nothing like it"));
        page.QuerySelector(".finding .empty")!.TextContent.ShouldStartWith("No published story");
    }

    [Fact]
    public async Task Sections_are_put_in_order_and_times_that_are_none_are_told_at_their_field()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt", "uk");
        var ids = await Stories(app, 40);
        var sections = await app.InDatabase(db => db.Set<Section>().OrderBy(row => row.Name).ToListAsync());
        var page = Parse(await tom.Page("/desk/front"));
        page = await Press(tom, page, $"block-remove:{sections[0].Id}");
        page.QuerySelectorAll("[name=block]").Length.ShouldBe(1);
        page = await Press(tom, page, "block-add", ("new-block", $"{sections[0].Id}"));
        page = await Press(tom, page, $"block-up:{sections[0].Id}");
        page.Texts("#blocks .place-headline").ShouldBe([sections[0].Name, sections[1].Name]);
        page = await Press(tom, page, $"lead:{ids[0]}");
        var refused = await Send(tom, page, "save", ($"until-{ids[0]}", "never"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var told = Parse(await refused.Content.ReadAsStringAsync());
        told.QuerySelector($"#problems a[href='#until-{ids[0]}']")!.TextContent.ShouldContain("такого часу");
        (await app.InDatabase(db => db.FrontComposition())).Revision.ShouldBe(0);
    }

    [Fact]
    public async Task Adding_a_section_to_those_that_came_by_themselves_adds_that_one_and_no_other()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        await Stories(app, 40);
        await app.Show("A single one", Noon.AddDays(-1), "Work");
        await app.Show("Another", Noon.AddDays(-2), "Culture");
        var work = await app.InDatabase(db => db.Set<Section>().SingleAsync(row => row.Name == "Work"));
        var page = Parse(await tom.Page("/desk/front"));
        page.Texts("#blocks .place-headline").ShouldBe(["Water", "Schools"]);
        page = await Press(tom, page, "block-add", ("new-block", $"{work.Id}"));
        page.Texts("#blocks .place-headline").ShouldBe(["Water", "Schools", "Work"]);
        (await Send(tom, page, "save")).ShouldLead("/desk/front");
        (await app.Read("/")).Texts(".block h2 a").ShouldBe(["Water", "Schools", "Work"]);
    }

    private static async Task<List<Guid>> Stories(OnRecordApp app, int count)
    {
        var ids = new List<Guid>();
        for (var number = 0; number < count; number++)
            ids.Add(await app.Show($"Story {number}", Noon.AddMinutes(number), number % 2 == 0 ? "Water" : "Schools"));
        return ids;
    }

    private static List<string> Places(IHtmlDocument page) =>
        page.Texts(".zone:not([data-zone=found], [data-zone=blocks]) [data-story] .place-headline");

    /// <summary>Presses a button of the page as a browser without script does.</summary>
    private static async Task<IHtmlDocument> Press(
        Colleague who,
        IHtmlDocument page,
        string act,
        params (string, string)[] filled
    )
    {
        var answer = await Send(who, page, act, filled);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return Parse(text);
    }

    private static Task<HttpResponseMessage> Send(
        Colleague who,
        IHtmlDocument page,
        string act,
        params (string Name, string Value)[] filled
    ) =>
        who.Post(
            "/desk/front",
            [.. Fields(page).Where(field => !filled.Any(one => one.Name == field.Name)), .. filled, ("act", act)]
        );

    private static List<(string Name, string Value)> Fields(IHtmlDocument page) =>
        [
            .. page.QuerySelectorAll("form[data-front] input")
                .OfType<IHtmlInputElement>()
                .Where(input =>
                    input.Name is { Length: > 0 } name
                    && name != "__RequestVerificationToken"
                    && (input.Type != "radio" || input.IsChecked)
                )
                .Select(input => (input.Name!, input.Value ?? "")),
            .. page.QuerySelectorAll("form[data-front] select")
                .OfType<IHtmlSelectElement>()
                .Select(select => (select.Name!, select.Value ?? "")),
            .. page.QuerySelectorAll("form[data-front] textarea")
                .OfType<IHtmlTextAreaElement>()
                .Select(area => (area.Name!, area.Value ?? "")),
        ];

    private static IHtmlDocument Parse(string page) => new HtmlParser().ParseDocument(page);
}
