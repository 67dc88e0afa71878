using Microsoft.Extensions.DependencyInjection;
using OnRecord.People.Staff;
using OnRecord.Stories.Publishing;
using OnRecord.Tests.Desk;

namespace OnRecord.Tests.Front;

public class EmbargoTests
{
    [Fact]
    public async Task An_embargoed_story_shows_in_no_list_before_its_time_and_in_all_of_them_then()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        await tom.Published(app, "What everybody knows", "The dam was inspected.");
        var story = await tom.Written(app, "The spillway report", "Two grades below.");
        await tom.Post($"/desk/stories/{story}/assignment", [("staff", $"{tom.Id}"), ("embargo", "2026-03-14T14:00")]);
        (await tom.Move(story, OnRecord.Stories.StoryState.Ready)).ShouldLead("/desk/stories");
        (await tom.Publish(story, at: "2026-03-14T14:00")).ShouldLead("/desk");
        // Not even by a place on the front.
        (await tom.Post("/desk/front", [("act", "save"), ("revision", "0"), ("lead", $"{story}")])).ShouldLead("/desk");
        string[] lists = ["/", "/section/water", "/by/ines-okafor", "/archive/2026/03"];
        foreach (var minutes in new[] { 0, 4 * 60 + 47 })
        {
            app.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await app.Services.GetRequiredService<PublishDue>().PublishAll(CancellationToken.None);
            foreach (var list in lists)
                (await app.Page(list)).ShouldNotContain("spillway", Case.Insensitive, list);
            (await app.Page("/archive")).ShouldContain("1 story");
        }
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await app.Services.GetRequiredService<PublishDue>().PublishAll(CancellationToken.None);
        foreach (var list in lists)
            (await app.Page(list)).ShouldContain("The spillway report", Case.Sensitive, list);
        (await app.Page("/archive")).ShouldContain("2 stories");
    }
}
