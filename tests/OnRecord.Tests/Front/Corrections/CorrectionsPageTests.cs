using System.Net;
using OnRecord.People.Staff;
using OnRecord.Stories;
using OnRecord.Tests.Desk;

namespace OnRecord.Tests.Front.Corrections;

public class CorrectionsPageTests
{
    [Fact]
    public async Task Where_nothing_was_corrected_the_page_says_so_and_every_page_leads_there()
    {
        await using var app = await OnRecordApp.Start();
        (await app.Page("/corrections")).ShouldContain("Nothing has had to be corrected yet.");
        var front = WebUtility.HtmlDecode(await app.Page("/"));
        front.ShouldContain("<a href=\"/corrections\"");
        front.ShouldContain("type=\"application/atom+xml\" href=\"/corrections/feed\"");
        (await app.Page("/about")).ShouldContain("<a href=\"/corrections\"");
    }

    [Fact]
    public async Task All_that_was_put_right_stands_there_newest_first_with_its_pair_of_versions()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var ferry = await tom.Published(app, "The ferry", "Nine were aboard.");
        await tom.Rewrite(app, ferry, "Twelve were aboard.");
        (await tom.Correct(ferry, "We wrote nine.", "It was twelve.", "A passenger wrote to us.")).ShouldLead("/desk");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var dam = await tom.Published(app, "The dam", "It will hold.");
        await tom.Rewrite(app, dam, "It will hold this year.");
        (await tom.Publish(dam, VersionKind.Clarification, "This year was meant.")).ShouldLead("/desk");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await tom.Post($"/desk/stories/{dam}/withdraw", [("note", "The source made it up.")])).ShouldLead("/desk");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var gone = await tom.Published(app, "A secret name", "Ada Holm.");
        (await tom.Remove(gone, "A court asked for it.")).ShouldLead("/desk");
        var page = await app.Page("/corrections");
        var path = (await app.Story(ferry)).Path!;
        page.ShouldContain($"<a href=\"{path}\">The ferry</a>");
        page.ShouldContain("We wrote nine.");
        page.ShouldContain("It was twelve.");
        page.ShouldContain("A passenger wrote to us.");
        page.ShouldContain($"href=\"{path}/versions/compare?from=1&amp;to=2\"");
        page.ShouldContain("Wrong since version 1, put right in version 2.");
        page.ShouldContain("A story was removed");
        page.ShouldContain("A court ordered it.");
        page.ShouldNotContain("secret");
        page.ShouldNotContain("Ada Holm");
        string[] order = ["A court asked for it.", "The source made it up.", "This year was meant.", "We wrote nine."];
        order.Select(words => page.IndexOf(words, StringComparison.Ordinal)).ShouldBeInOrder();
    }

    [Fact]
    public async Task An_update_and_a_spelling_are_no_corrections()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The ferry", "The ferrry is back.");
        await tom.Rewrite(app, story, "The ferry is back.");
        (await tom.Spell(story)).ShouldLead("/desk");
        await tom.Rewrite(app, story, "The ferry is back. It rained.");
        (await tom.Publish(story, VersionKind.Update, "The weather.")).ShouldLead("/desk");
        (await app.Page("/corrections")).ShouldContain("Nothing has had to be corrected yet.");
    }

    [Fact]
    public async Task A_long_list_goes_on_where_it_ended_and_names_each_once()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The ferry", "Number 0.");
        for (var number = 1; number <= 33; number++)
        {
            await tom.Rewrite(app, story, $"Number {number}.");
            // Some at the very same moment.
            if (number % 3 == 0)
                app.Clock.Advance(TimeSpan.FromMinutes(1));
            (await tom.Correct(story, $"wrong-{number}-", $"right-{number}-")).ShouldLead("/desk");
        }
        var first = await app.Page("/corrections");
        var next = System.Text.RegularExpressions.Regex.Match(first, "href=\"(/corrections\\?before=[^\"]+)\"").Groups[
            1
        ];
        var second = await app.Page(WebUtility.HtmlDecode(next.Value));
        for (var number = 1; number <= 33; number++)
            (first.Split($"wrong-{number}-").Length + second.Split($"wrong-{number}-").Length - 2).ShouldBe(1);
        second.ShouldContain("Newest corrections");
        (await app.Http.GetAsync("/corrections?before=nonsense")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
