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

    [Theory]
    [InlineData("X-Real-IP", "203.0.113.7")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("Host", "news.example.org")]
    public async Task The_desk_answers_this_machine_under_its_own_name_only(string header, string value)
    {
        await using var app = await OnRecordApp.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desk");
        request.Headers.TryAddWithoutValidation(header, value);
        (await app.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
