using System.Net;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Tests.Desk.Entrance;

namespace OnRecord.Tests.Desk.Notices;

public class NoticesTests
{
    private const string Path = "/desk/notices";

    [Fact]
    public async Task Opening_a_notice_marks_it_and_leads_to_what_it_is_about()
    {
        await using var app = await OnRecordApp.Start();
        using var me = await app.Colleague(Roles.Reporter);
        var id = await Give(app, me.Id, "/desk/stories/42");
        (await me.Page(Path)).ShouldSatisfyAllConditions(
            page => page.ShouldContain("Tom Brandt assigned you “The dam”"),
            page => page.ShouldContain("1 notice not read")
        );
        (await me.Http.GetAsync($"{Path}/{id}")).ShouldLeadTo("/desk/stories/42");
        (await me.Page(Path)).ShouldContain("0 notices not read");
    }

    [Fact]
    public async Task All_are_marked_at_once_and_only_ones_own()
    {
        await using var app = await OnRecordApp.Start();
        using var me = await app.Colleague(Roles.Reporter);
        using var other = await app.Colleague(Roles.Reporter, "Pieter Maas");
        await Give(app, me.Id, "/desk");
        await Give(app, me.Id, "/desk");
        var theirs = await Give(app, other.Id, "/desk");
        (await me.Http.GetAsync($"{Path}/{theirs}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await me.Post($"{Path}/{theirs}/read", [], from: Path);
        (await me.Post($"{Path}/read", [], from: Path)).ShouldLeadTo(Path);
        (await app.InDatabase(db => db.Set<Notice>().SingleAsync(row => row.ReadAt == null))).Id.ShouldBe(theirs);
    }

    [Fact]
    public async Task Where_there_are_none_it_says_what_will_come()
    {
        await using var app = await OnRecordApp.Start();
        using var me = await app.Colleague(Roles.Reporter, language: "uk");
        (await me.Page(Path)).ShouldContain("Сповіщень ще немає");
    }

    [Fact]
    public async Task Many_are_read_page_by_page()
    {
        await using var app = await OnRecordApp.Start();
        using var me = await app.Colleague(Roles.Reporter);
        for (var at = 0; at < 60; at++)
            await Give(app, me.Id, "/desk", $"Number {at:D2}");
        var first = await me.Page(Path);
        first.ShouldContain("Number 59");
        first.ShouldNotContain("Number 09");
        var older = System.Text.RegularExpressions.Regex.Match(first, "rel=\"next\" href=\"([^\"]+)\"").Groups[1].Value;
        (await me.Page(WebUtility.HtmlDecode(older))).ShouldContain("Number 09");
    }

    private static async Task<Guid> Give(OnRecordApp app, Guid staff, string path, string about = "The dam")
    {
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var notice = new Notice
        {
            Id = Guid.CreateVersion7(app.Clock.GetUtcNow()),
            StaffId = staff,
            At = app.Clock.GetUtcNow(),
            Kind = NoticeKind.Assigned,
            By = "Tom Brandt",
            About = about,
            Path = path,
        };
        await app.InDatabase(db =>
        {
            db.Add(notice);
            return db.SaveChangesAsync();
        });
        return notice.Id;
    }
}
