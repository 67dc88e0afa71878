using System.Net;

namespace OnRecord.Tests.Front.Record;

/// <summary>RFC 7089, section 4: a client asks the TimeGate, is led to a memento, and knows where it is.</summary>
public class MementoTests
{
    [Fact]
    public async Task Who_asks_for_a_time_is_led_to_the_version_of_that_time()
    {
        await using var app = await OnRecordApp.Start();
        var begun = app.Clock.GetUtcNow();
        var (id, path) = await app.PublishedAt("The ferry is back");
        await app.Show(id, draft => draft with { Headline = "The ferry is gone again" });
        var page = $"https://news.example.org{path}";
        var original = string.Join(", ", (await app.Http.GetAsync(path)).Headers.GetValues("Link"));
        original.ShouldContain($"<{page}/timegate>; rel=\"timegate\"");
        original.ShouldContain($"<{page}/timemap>; rel=\"timemap\"; type=\"application/link-format\"");
        foreach (
            var (at, number) in new (DateTimeOffset?, int)[]
            {
                (begun.AddDays(-9), 1),
                (begun.AddMinutes(30), 1),
                (begun.AddHours(1), 2),
                (begun.AddYears(1), 2),
                (null, 2),
            }
        )
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, $"{path}/timegate");
            if (at is { } time)
                question.Headers.Add("Accept-Datetime", time.ToString("r"));
            var gate = await app.Http.SendAsync(question);
            gate.StatusCode.ShouldBe(HttpStatusCode.Found);
            gate.Headers.Location!.ToString().ShouldBe($"{page}/versions/{number}");
            gate.Headers.Vary.ShouldContain("accept-datetime");
            string.Join(", ", gate.Headers.GetValues("Link")).ShouldContain($"<{page}>; rel=\"original\"");
        }
        var memento = await app.Http.GetAsync($"{path}/versions/1");
        memento.Headers.GetValues("Memento-Datetime").Single().ShouldBe(begun.ToString("r"));
        var links = string.Join(", ", memento.Headers.GetValues("Link"));
        links.ShouldContain($"<{page}>; rel=\"original\"");
        links.ShouldContain($"<{page}/versions/1>; rel=\"first memento\"; datetime=\"{begun:r}\"");
        links.ShouldContain($"<{page}/versions/2>; rel=\"last next memento\"");
    }

    [Fact]
    public async Task The_map_names_every_version_with_its_time()
    {
        await using var app = await OnRecordApp.Start();
        var (id, path) = await app.PublishedAt("The ferry is back");
        await app.Show(id, draft => draft with { Headline = "The ferry is gone again" });
        var map = await app.Http.GetAsync($"{path}/timemap");
        map.Content.Headers.ContentType!.MediaType.ShouldBe("application/link-format");
        var lines = (await map.Content.ReadAsStringAsync()).TrimEnd().Split(",\n");
        lines.Length.ShouldBe(5);
        lines[0].ShouldBe($"<https://news.example.org{path}>; rel=\"original\"");
        lines[1].ShouldContain("rel=\"self\"; type=\"application/link-format\"; from=");
        lines[3].ShouldContain("rel=\"first memento\"; datetime=");
        lines[4].ShouldContain("rel=\"last memento\"; datetime=");
    }

    [Fact]
    public async Task A_date_that_is_none_is_refused_with_a_sentence()
    {
        await using var app = await OnRecordApp.Start();
        var (_, path) = await app.PublishedAt("The ferry is back");
        using var question = new HttpRequestMessage(HttpMethod.Get, $"{path}/timegate");
        question.Headers.TryAddWithoutValidation("Accept-Datetime", "yesterday");
        var answer = await app.Http.SendAsync(question);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("“yesterday”");
    }
}
