using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;
using OnRecord.PublicRecord;
using OnRecord.Stories;
using OnRecord.Stories.Publishing;

namespace OnRecord.Tests.Desk.Publishing;

public class CorrectionTests
{
    private const string Wrong = "We wrote that nine people were aboard.";
    private const string Right = "Twelve were aboard.";

    [Fact]
    public async Task A_correction_says_what_was_wrong_and_what_is_right_or_is_refused_for_each()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The ferry", "Nine were aboard.");
        await tom.Rewrite(app, story, "Twelve were aboard.");
        var refused = await tom.Correct(story, " ", "", "A note is not enough.");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await refused.Content.ReadAsStringAsync();
        page.ShouldContain("Say what was wrong, in words that are understood without the story.");
        page.ShouldContain("Say what is right.");
        page.ShouldContain("A note is not enough.");
        var long1001 = new string('x', 1001);
        (await (await tom.Correct(story, long1001, long1001)).Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(
            text => text.ShouldContain("What was wrong is longer than 1,000 characters."),
            text => text.ShouldContain("What is right is longer than 1,000 characters.")
        );
        (await (await tom.Correct(story, Wrong, Right, since: 7)).Content.ReadAsStringAsync()).ShouldContain(
            "Choose the first version that had the mistake."
        );
        (await app.Story(story)).Versions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_correction_stands_on_the_page_in_the_statement_and_for_machines()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The ferry", "Nine were aboard.");
        await tom.Rewrite(app, story, "Nine were aboard. It rained.");
        (await tom.Publish(story, VersionKind.Update, "The weather.")).ShouldLead("/desk");
        await tom.Rewrite(app, story, "Twelve were aboard. It rained.");
        (await tom.Page($"/desk/stories/{story}/publish")).ShouldSatisfyAllConditions(
            form => form.ShouldContain("<option value=\"2\">v2 Update,"),
            form => form.ShouldContain("<option value=\"1\">v1 First,"),
            form => form.ShouldContain("id=\"wrong\""),
            form => form.ShouldContain("id=\"right\"")
        );
        (await tom.Correct(story, Wrong, Right, since: 1)).ShouldLead("/desk");
        var version = (await app.Story(story)).Versions.Single(row => row.Number == 3);
        (version.Kind, version.Wrong, version.Right, version.Since, version.Note).ShouldBe(
            (VersionKind.Correction, Wrong, Right, 1, "")
        );
        var page = await app.Page((await app.Story(story)).Path!);
        page.ShouldContain("What was wrong:");
        page.ShouldContain(Wrong);
        page.ShouldContain("What is right:");
        var json = JsonLd(page);
        var comment = json.GetProperty("correction").EnumerateArray().Single();
        comment.GetProperty("@type").GetString().ShouldBe("CorrectionComment");
        comment.GetProperty("text").GetString().ShouldBe($"What was wrong: {Wrong}\nWhat is right: {Right}");
        comment.GetProperty("datePublished").GetDateTimeOffset().ShouldBe(version.At);
        var statement = await Statement(app, story, 3);
        statement.GetProperty("kind").GetString().ShouldBe("correction");
        statement.GetProperty("correction").GetProperty("wrong").GetString().ShouldBe(Wrong);
        statement.GetProperty("correction").GetProperty("right").GetString().ShouldBe(Right);
        statement.GetProperty("correction").GetProperty("since").GetInt32().ShouldBe(1);
        statement.TryGetProperty("note", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_correction_counts_as_since_the_version_before_where_none_is_chosen()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The ferry", "Nine were aboard.");
        await tom.Rewrite(app, story, "Twelve were aboard.");
        (await tom.Correct(story, Wrong, Right)).ShouldLead("/desk");
        (await app.Story(story)).Versions.Single(row => row.Number == 2).Since.ShouldBe(1);
    }

    [Fact]
    public async Task A_correction_that_was_scheduled_goes_out_with_its_words()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The ferry", "Nine were aboard.");
        await tom.Rewrite(app, story, "Twelve were aboard.");
        (await tom.Correct(story, "", Right, at: "2026-03-14T18:00")).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        (await tom.Correct(story, Wrong, Right, since: 1, at: "2026-03-14T18:00")).ShouldLead("/desk");
        (await tom.Page($"/desk/stories/{story}/publish")).ShouldContain($"{Wrong} → {Right}");
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 14, 18, 0, 0, TimeSpan.Zero));
        await app.Services.GetRequiredService<PublishDue>().PublishAll(CancellationToken.None);
        var read = await app.Story(story);
        var version = read.Versions.Single(row => row.Number == 2);
        (version.Kind, version.Wrong, version.Right, version.Since).ShouldBe((VersionKind.Correction, Wrong, Right, 1));
        (read.ScheduledWrong, read.ScheduledRight, read.ScheduledSince).ShouldBe((null, null, null));
    }

    [Fact]
    public async Task A_spelling_is_sealed_and_quiet_and_does_not_move_Updated()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The ferry", "The ferrry is back in service.");
        app.Clock.Advance(TimeSpan.FromHours(1));
        await tom.Rewrite(app, story, "The ferry is back in service.");
        (await tom.Spell(story)).ShouldLead("/desk");
        var read = await app.Story(story);
        read.UpdatedAt.ShouldBeNull();
        var version = read.Versions.Single(row => row.Number == 2);
        (version.Kind, version.IsQuiet, version.Note).ShouldBe(
            (VersionKind.Update, true, "Only spelling or layout changed.")
        );
        (await Statement(app, story, 2)).GetProperty("quiet").GetBoolean().ShouldBeTrue();
        var page = await app.Page(read.Path!);
        page.ShouldContain("The ferry is back in service.");
        page.ShouldNotContain("class=\"notice");
        page.ShouldContain(">Spelling</span>");
        (await Acts(app)).ShouldContain(("story.spelled", "Only spelling or layout changed."));
    }

    [Theory]
    [InlineData("Anna Berg saw 9 swans.", "Anna Berg saw 8 swans.", "Numbers differ: 9, 8.")]
    [InlineData("Anna Berg saw swans.", "Anna Burg saw swans.", "perhaps names: Berg, Burg.")]
    [InlineData("She said “I saw a swan” to us.", "She said “I saw the swan” to us.", "The wording of a quotation")]
    [InlineData(
        "one two three four five six seven",
        "eins zwei drei vier fünf sechs sieben",
        "More than 6 words differ."
    )]
    public async Task What_is_more_than_spelling_is_asked_about_and_the_answer_is_kept(
        string before,
        string after,
        string doubt
    )
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The ferry", before);
        await tom.Rewrite(app, story, after);
        var asked = await tom.Spell(story);
        asked.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await asked.Content.ReadAsStringAsync();
        page.ShouldContain(doubt);
        page.ShouldContain("This looks like more than spelling or layout.");
        page.ShouldContain("name=\"confirmed\"");
        (await tom.Spell(story, confirmed: true)).ShouldLead("/desk");
        (await Acts(app)).ShouldContain(row => row.Act == "story.spelled" && row.Detail!.Contains(doubt));
    }

    [Fact]
    public async Task A_story_that_was_retracted_does_not_come_back_as_a_spelling()
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The ferry", "The ferrry is back.");
        (await tom.Post($"/desk/stories/{story}/withdraw", [("note", "It was made up.")])).ShouldLead("/desk");
        var retracted = await app.Page((await app.Story(story)).Path!);
        JsonLd(retracted).GetProperty("creativeWorkStatus").GetString().ShouldBe("Retracted");
        JsonLd(retracted)
            .GetProperty("correction")
            .EnumerateArray()
            .Single()
            .GetProperty("text")
            .GetString()
            .ShouldBe("It was made up.");
        retracted.ShouldContain("class=\"notice loud\"");
        await tom.Rewrite(app, story, "The ferry is back.");
        var refused = await tom.Spell(story);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("is more than spelling");
    }

    private static JsonElement JsonLd(string page)
    {
        const string Begin = "<script type=\"application/ld+json\">";
        var at = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        return JsonDocument.Parse(page[at..page.IndexOf("</script>", at, StringComparison.Ordinal)]).RootElement;
    }

    private static async Task<JsonElement> Statement(OnRecordApp app, Guid story, int number)
    {
        var row = await app.InDatabase(db =>
            db.Set<SealedVersion>().SingleAsync(one => one.StoryId == story && one.Number == number)
        );
        return JsonDocument.Parse(Encoding.UTF8.GetString(row.Statement!)).RootElement;
    }

    private static async Task<List<(string Act, string? Detail)>> Acts(OnRecordApp app) =>
        [
            .. (await app.InDatabase(db => db.Set<AuditEntry>().AsNoTracking().ToListAsync())).Select(row =>
                (row.Act, row.Detail)
            ),
        ];
}
