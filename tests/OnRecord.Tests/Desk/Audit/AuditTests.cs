using System.Data.Common;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Staff;

namespace OnRecord.Tests.Desk.Audit;

public class AuditTests
{
    private const string Path = "/desk/audit";

    [Theory]
    [InlineData("""UPDATE "AuditLog" SET "Name" = 'Somebody else'""")]
    [InlineData("""DELETE FROM "AuditLog" """)]
    public async Task The_database_itself_keeps_the_log_as_it_is(string sql)
    {
        await using var app = await OnRecordApp.Start();
        await Write(app, "story.published", "The dam will hold");
        await Should.ThrowAsync<DbException>(() => app.InDatabase(db => db.Database.ExecuteSqlRawAsync(sql)));
        (await app.InDatabase(db => db.Set<AuditEntry>().SingleAsync())).Name.ShouldBe("Agnes Thorne");
    }

    [Fact]
    public async Task What_was_done_is_found_by_words_person_act_and_day()
    {
        await using var app = await OnRecordApp.Start();
        using var owner = await app.Colleague(Roles.Owner, "Agnes Thorne");
        await Write(app, "staff.invited", "Tom Brandt", owner.Id);
        app.Clock.Advance(TimeSpan.FromDays(2));
        await Write(app, "story.published", "The dam will hold 100%");
        (await owner.Page(Path)).ShouldSatisfyAllConditions(
            page => page.ShouldContain("<td>invited</td>"),
            page => page.ShouldContain("story.published"),
            page =>
                page.IndexOf("The dam will hold", StringComparison.Ordinal)
                    .ShouldBeLessThan(page.IndexOf("<td>invited</td>", StringComparison.Ordinal))
        );
        (await owner.Page($"{Path}?q=DAM+100%25")).ShouldSatisfyAllConditions(
            page => page.ShouldContain("The dam will hold"),
            page => page.ShouldNotContain("<td>invited</td>")
        );
        (await owner.Page($"{Path}?person={owner.Id}")).ShouldNotContain("The dam will hold");
        (await owner.Page($"{Path}?act=staff.invited")).ShouldNotContain("The dam will hold");
        (await owner.Page($"{Path}?to=2026-03-14")).ShouldNotContain("The dam will hold");
        (await owner.Page($"{Path}?from=2026-03-15")).ShouldNotContain("<td>invited</td>");
        (await owner.Page($"{Path}?q=_nothing_")).ShouldContain("Nothing in the log fits");
    }

    [Fact]
    public async Task A_long_log_is_read_page_by_page()
    {
        await using var app = await OnRecordApp.Start();
        using var owner = await app.Colleague(Roles.Owner);
        for (var at = 0; at < 130; at++)
            await Write(app, "story.published", $"Story number {at:D3}");
        var first = await owner.Page($"{Path}?q=number");
        first.ShouldContain("Story number 129");
        first.ShouldNotContain("Story number 029");
        var older = System.Text.RegularExpressions.Regex.Match(first, "rel=\"next\" href=\"([^\"]+)\"").Groups[1].Value;
        var second = await owner.Page(WebUtility.HtmlDecode(older));
        second.ShouldContain("Story number 029");
        second.ShouldContain("Story number 000");
        second.ShouldNotContain("Story number 030");
        second.ShouldNotContain("rel=\"next\"");
    }

    [Fact]
    public async Task Its_export_is_a_table_that_no_spreadsheet_runs()
    {
        await using var app = await OnRecordApp.Start();
        using var owner = await app.Colleague(Roles.Owner, "Agnes Thorne");
        await Write(app, "story.published", "=HYPERLINK(\"https://elsewhere.example\"), \"quoted\"\nand more");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await owner.Http.GetAsync($"{Path}/export.csv");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("audit-log-2026-03-14.csv");
        var lines = await answer.Content.ReadAsStringAsync();
        lines.ShouldStartWith(
            "at,staffId,name,act,subject,label,detail,address\r\n2026-03-14T09:12:00.000Z,,Agnes Thorne,"
        );
        lines.ShouldContain("\"'=HYPERLINK(\"\"https://elsewhere.example\"\"), \"\"quoted\"\"\nand more\"");
        (await app.InDatabase(db => db.Set<AuditEntry>().CountAsync(row => row.Act == "audit.exported"))).ShouldBe(1);
    }

    [Fact]
    public async Task Its_export_in_json_is_a_line_for_each_act()
    {
        await using var app = await OnRecordApp.Start();
        using var legal = await app.Colleague(Roles.Legal);
        await Write(app, "story.published", "Хто лагодить дороги");
        await Write(app, "staff.invited", "Tom Brandt");
        var lines = (await legal.Http.GetStringAsync($"{Path}/export.jsonl?act=story.published")).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );
        lines.Length.ShouldBe(1);
        using var row = JsonDocument.Parse(lines[0]);
        row.RootElement.GetProperty("label").GetString().ShouldBe("Хто лагодить дороги");
    }

    private static async Task Write(OnRecordApp app, string act, string label, Guid? staff = null)
    {
        app.Clock.Advance(TimeSpan.FromTicks(10));
        await app.InDatabase(async db =>
        {
            db.Add(
                new AuditEntry
                {
                    Id = Guid.CreateVersion7(app.Clock.GetUtcNow()),
                    At = app.Clock.GetUtcNow(),
                    StaffId = staff,
                    Name = "Agnes Thorne",
                    Act = act,
                    Subject = "story:1",
                    Label = label,
                }
            );
            return await db.SaveChangesAsync();
        });
    }
}
