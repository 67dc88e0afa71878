using System.Net;
using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Tests.Comments;

namespace OnRecord.Tests.Desk.Comments.Settings;

public class TalkSettingsTests
{
    private static readonly (string Name, string Value)[] Sound =
    [
        ("mode", "Open"),
        ("closes", "14"),
        ("slow", "60"),
        ("links", "1"),
        ("attack", "200"),
        ("held", "pills\n\n pills \nloans"),
        ("free", ""),
    ];

    [Fact]
    public async Task The_newsroom_sets_how_it_keeps_its_comments_and_pages_follow_at_once()
    {
        await using var talk = await TalkNewsroom.Open();
        (await talk.Below()).QuerySelector("form").ShouldNotBeNull();
        (
            await talk.Editor.Post(
                "/desk/comments/settings",
                [.. Sound.Where(field => field.Name != "mode"), ("mode", "Closed")]
            )
        ).ShouldLead("/desk/comments/settings?done=Saved");
        (await talk.Below()).QuerySelector("form").ShouldBeNull();
        var house = await talk.App.InDatabase(db => db.Set<CommentHouse>().AsNoTracking().SingleAsync());
        (house.Mode, house.ClosesAfterDays, house.SlowSeconds, house.MostLinks, house.AttackPerMinute).ShouldBe(
            (CommentMode.Closed, (int?)14, 60, 1, 200)
        );
        house.HeldWords.ShouldBe("pills\nloans");
        (await talk.Editor.Page("/desk/comments/settings")).ShouldContain("There are no rules for readers yet.");
    }

    [Theory]
    [InlineData("mode", "", "Choose who may comment.")]
    [InlineData("closes", "0", "Write a number of days")]
    [InlineData("slow", "5", "Write a number of seconds")]
    [InlineData("links", "many", "Write a number of links")]
    [InlineData("attack", "1", "Write a number of comments")]
    public async Task What_cannot_be_is_refused_and_stands_in_the_form(string field, string value, string said)
    {
        await using var talk = await TalkNewsroom.Open();
        using var answer = await talk.Editor.Post(
            "/desk/comments/settings",
            [.. Sound.Where(one => one.Name != field), (field, value)]
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = (await answer.Content.ReadAsStringAsync()).Read();
        page.QuerySelector("#problems")!.TextContent.ShouldContain(said);
        if (field != "mode")
            page.QuerySelector($"#{field}")!.GetAttribute("value").ShouldBe(value);
    }

    [Fact]
    public async Task A_section_and_a_story_have_it_otherwise()
    {
        await using var talk = await TalkNewsroom.Open();
        var section = (await talk.App.Story(talk.StoryId)).LiveSectionId!.Value;
        await talk.Editor.Post("/desk/comments/settings", [.. Sound, ($"section-{section}", "Closed")]);
        (await talk.Below()).QuerySelector("form").ShouldBeNull();
        var path = $"/desk/comments/story/{talk.StoryId}";
        (await talk.Editor.Post(path, [("mode", "AllHeld"), ("slow", "yes")])).ShouldLead($"{path}?done=Saved");
        var below = await talk.Below();
        below.QuerySelector("form").ShouldNotBeNull();
        below.TextContent.ShouldContain("wait");
        var page = await talk.Editor.Page(path);
        page.ShouldContain("All comments are held.");
        await talk.Editor.Post("/desk/comments/settings", Sound);
        (await talk.App.InDatabase(db => db.Set<SectionTalk>().CountAsync())).ShouldBe(0);
        await talk.Editor.Post(path, [("mode", "Closed")]);
        (await talk.Below()).QuerySelector("form").ShouldBeNull();
        (await talk.Editor.Page($"/desk/stories/{talk.StoryId}/publish")).ShouldContain(path);
    }

    [Fact]
    public async Task An_old_story_is_kept_open_by_hand()
    {
        await using var talk = await TalkNewsroom.Open();
        await talk.Arrange(house => house.ClosesAfterDays = 1);
        talk.App.Clock.Advance(TimeSpan.FromHours(25));
        using var femi = await talk.App.Colleague(OnRecord.People.Staff.Roles.Moderator, "Femi Adeyemi");
        var path = $"/desk/comments/story/{talk.StoryId}";
        (await femi.Page(path)).ShouldContain("Closed by itself on");
        (await talk.Below()).QuerySelector("form").ShouldBeNull();
        await femi.Post(path, [("mode", ""), ("stays", "yes")]);
        (await talk.Below()).QuerySelector("form").ShouldNotBeNull();
    }
}
