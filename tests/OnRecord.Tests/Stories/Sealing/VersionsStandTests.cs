using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Stories;
using OnRecord.Tests.Desk;

namespace OnRecord.Tests.Stories.Sealing;

public class VersionsStandTests
{
    [Theory]
    [InlineData("""DELETE FROM "StoryVersions" """)]
    [InlineData("""DELETE FROM "Stories" """)]
    [InlineData("""UPDATE "StoryVersions" SET "Note" = 'Nothing happened.'""")]
    [InlineData("""UPDATE "StoryVersions" SET "Wrong" = NULL""")]
    [InlineData("""UPDATE "StoryVersions" SET "Right" = 'As it was.'""")]
    [InlineData("""UPDATE "StoryVersions" SET "Since" = 2""")]
    [InlineData("""UPDATE "StoryVersions" SET "Kind" = 2""")]
    [InlineData("""UPDATE "StoryVersions" SET "Number" = "Number" + 10""")]
    [InlineData("""UPDATE "StoryVersions" SET "At" = (SELECT MAX("At") FROM "StoryVersions")""")]
    [InlineData("""UPDATE "StoryVersions" SET "Content_Headline" = 'Another'""")]
    [InlineData("""UPDATE "StoryVersions" SET "ErasedAt" = "At", "Note" = '', "Wrong" = NULL, "Right" = NULL""")]
    public async Task The_database_itself_keeps_what_readers_were_shown(string sql)
    {
        await using var app = await OnRecordApp.Start();
        using var tom = await app.Colleague(Roles.Editor, "Tom Brandt");
        var story = await tom.Published(app, "The ferry", "Nine were aboard.");
        app.Clock.Advance(TimeSpan.FromHours(1));
        await tom.Rewrite(app, story, "Twelve were aboard.");
        (await tom.Correct(story, "We wrote nine.", "It was twelve.", "A passenger wrote to us.")).ShouldLead("/desk");
        var refused = await Should.ThrowAsync<DbException>(() =>
            app.InDatabase(db => db.Database.ExecuteSqlRawAsync(sql))
        );
        refused.Message.ShouldContain("What readers were shown");
        var version = (await app.Story(story)).Versions.Single(row => row.Number == 2);
        (version.Kind, version.Note, version.Wrong, version.Right, version.Since, version.Content.Headline).ShouldBe(
            (VersionKind.Correction, "A passenger wrote to us.", "We wrote nine.", "It was twelve.", 1, "The ferry")
        );
    }
}
