using System.Net;
using OnRecord.Tests.Imports;

namespace OnRecord.Tests.Desk;

public class TodayTests
{
    [Fact]
    public async Task The_desk_says_where_mail_goes_and_what_there_is()
    {
        await using var app = await OnRecordApp.Start();
        await app.Import(app.File("ferry.html", TestPages.Html()), publish: false);
        var page = await app.Page("/desk");
        page.ShouldContain(Path.Combine(app.Folder, "data", "outgoing-mail"));
        page.ShouldContain("Ferry returns after nine days");
        page.ShouldContain("1 draft");
    }

    [Fact]
    public async Task The_site_says_that_it_is_well()
    {
        await using var app = await OnRecordApp.Start();
        (await app.Page("/health")).ShouldBe("The newsroom is well.");
    }

    [Fact]
    public async Task Nobody_reaches_the_desk_through_a_proxy()
    {
        await using var app = await OnRecordApp.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desk");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        (await app.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
