using System.Net;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;

namespace OnRecord.Tests.Desk.Publishing;

public class AddressTests
{
    [Fact]
    public async Task A_story_gets_another_address_and_the_old_one_leads_there()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The dam wil hold", "The board says so.");
        var old = (await app.Story(story)).Path!;
        var month = old[..(old.LastIndexOf('/') + 1)];
        (await tom.Page($"/desk/stories/{story}/publish")).ShouldContain("value=\"the-dam-wil-hold\"");
        (await Give(tom, story, "The dam will hold!")).ShouldLead($"/desk/stories/{story}/publish?done=readdressed");
        (await app.Story(story)).Path.ShouldBe($"{month}the-dam-will-hold");
        using var moved = await app.Http.GetAsync(old);
        moved.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        moved.Headers.Location!.ToString().ShouldBe($"{month}the-dam-will-hold");
        (await app.Page($"{month}the-dam-will-hold")).ShouldContain("The board says so.");
        (await app.Page("/")).ShouldContain($"{month}the-dam-will-hold");
        (await app.Page("/sitemap.xml")).ShouldNotContain("the-dam-wil-hold");
        // And back again, to an address of its own.
        (await Give(tom, story, old)).ShouldLead($"/desk/stories/{story}/publish?done=readdressed");
        (await app.Story(story)).Path.ShouldBe(old);
        var told = await app.InDatabase(db =>
            db.Set<AuditEntry>().Where(row => row.Act == "story.readdressed").Select(row => row.Detail).ToListAsync()
        );
        told.ShouldContain($"{old} {month}the-dam-will-hold");
    }

    [Theory]
    [InlineData(" ?! ", "An address needs a letter or a digit.")]
    [InlineData("/2026/03/the-dam/", "This is its address already.")]
    public async Task An_address_that_is_none_is_refused_and_kept_in_the_form(string wanted, string said)
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The dam", "The board says so.");
        var before = (await app.Story(story)).Path;
        using var refused = await Give(tom, story, wanted);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await refused.Content.ReadAsStringAsync();
        page.ShouldContain(said);
        page.ShouldContain($"value=\"{wanted.Trim()}\"");
        (await app.Story(story)).Path.ShouldBe(before);
    }

    [Fact]
    public async Task An_address_that_another_story_ever_had_is_not_given()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var first = await tom.Published(app, "The dam", "The board says so.");
        await Give(tom, first, "the-weir");
        var second = await tom.Published(app, "The bridge", "It is open.");
        (await Give(tom, second, "the-dam")).ShouldLead($"/desk/stories/{second}/publish?done=readdressed");
        (await app.Story(second)).Path.ShouldEndWith("/the-dam-2");
    }

    [Fact]
    public async Task A_reporter_gives_no_address_and_an_unpublished_story_has_none_to_change()
    {
        await using var app = await OnRecordApp.Start();
        using var ines = await app.Colleague(Roles.Reporter);
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await ines.Written(app, "The dam", "The board says so.");
        (await Give(ines, story, "the-weir")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var refused = await Give(tom, story, "the-weir");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await tom.Page($"/desk/stories/{story}/publish")).ShouldNotContain("name=\"address\"");
    }

    private static Task<HttpResponseMessage> Give(Colleague who, Guid story, string address) =>
        who.Post($"/desk/stories/{story}/address", [("address", address)]);
}
