using Microsoft.Extensions.DependencyInjection;
using OnRecord.People.Staff;
using OnRecord.Platform.Web;

namespace OnRecord.Tests.Desk.Writing;

public class EditorBundleTests
{
    private const int Most = 180 * 1024;

    [Fact]
    public async Task The_editor_is_light_and_comes_only_where_somebody_writes()
    {
        await using var app = await OnRecordApp.Start();
        using var ines = await app.Colleague(Roles.Reporter);
        var script = app.Services.GetRequiredService<Assets>()["editor.js"];
        using var request = new HttpRequestMessage(HttpMethod.Get, script);
        request.Headers.AcceptEncoding.ParseAdd("br");
        var answer = await app.Http.SendAsync(request);
        answer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBeLessThanOrEqualTo(Most);
        var story = await ines.Begin("The dam");
        (await ines.Page($"/desk/stories/{story}")).ShouldContain(script);
        foreach (var path in new[] { "/desk", "/desk/stories", $"/desk/stories/{story}/publish", "/desk/pictures" })
            (await ines.Page(path)).ShouldNotContain(script);
        (await app.Page("/")).ShouldNotContain(script);
    }
}
