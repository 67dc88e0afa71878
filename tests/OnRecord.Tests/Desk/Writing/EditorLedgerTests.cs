using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Sources;

namespace OnRecord.Tests.Desk.Writing;

public class EditorLedgerTests
{
    [Fact]
    public async Task The_editor_begins_with_the_ledger_of_its_story()
    {
        await using var app = await OnRecordApp.Start();
        using var ines = await app.Colleague(Roles.Reporter);
        var story = await ines.Begin("The dam");
        var entry = Guid.CreateVersion7();
        await Put(ines, story, entry, Worker());
        var page = await ines.Page($"/desk/stories/{story}");
        page.ShouldContain($"\"id\":\"{entry}\"");
        page.ShouldContain("\"isShown\":true");
        page.ShouldContain("\"state\":\"Accepted\"");
    }

    [Fact]
    public async Task Why_somebody_is_not_named_can_be_said_after_they_were_accepted()
    {
        await using var app = await OnRecordApp.Start();
        using var ines = await app.Colleague(Roles.Reporter);
        var story = await ines.Begin("The dam");
        var entry = Guid.CreateVersion7();
        await Put(ines, story, entry, Worker());
        var source = await app.InDatabase(db => db.Sources.SingleAsync());
        source.Reason.ShouldBeNull();
        var said = Worker();
        (said["sourceId"], said["reason"]) = ($"{source.Id}", "CouldLoseJob");
        await Put(ines, story, entry, said);
        (await app.InDatabase(db => db.Sources.SingleAsync())).Reason.ShouldBe(NotNamedReason.CouldLoseJob);
    }

    private static JsonObject Worker() =>
        new()
        {
            ["words"] = "It was graded poor",
            ["name"] = "a person who works at the site",
            ["isNamed"] = false,
        };

    private static async Task Put(Colleague who, Guid story, Guid entry, JsonObject said)
    {
        var answer = await who.Send(HttpMethod.Put, $"/desk/stories/{story}/ledger/{entry}", said);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }
}
