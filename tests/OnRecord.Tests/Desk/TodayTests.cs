using System.Net;
using OnRecord.People.Staff;
using OnRecord.Tests.Imports;

namespace OnRecord.Tests.Desk;

public class TodayTests
{
    [Fact]
    public async Task The_desk_says_where_mail_goes_and_what_there_is()
    {
        await using var app = await OnRecordApp.Start();
        await app.Import(app.File("ferry.html", TestPages.Html()), publish: false);
        using var owner = await app.Colleague(Roles.Owner);
        var page = await owner.Page("/desk");
        page.ShouldContain(Path.Combine(app.Folder, "data", "outgoing-mail"));
        page.ShouldContain("1 story in motion");
    }

    [Fact]
    public async Task The_site_says_that_it_is_well()
    {
        await using var app = await OnRecordApp.Start();
        (await app.Page("/health")).ShouldBe("The newsroom is well.");
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_led_to_the_door_and_back()
    {
        await using var app = await OnRecordApp.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desk");
        request.Headers.Accept.ParseAdd("text/html");
        var answer = await app.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/desk/sign-in?to=%2Fdesk");
        (await app.Http.GetAsync("/desk")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
