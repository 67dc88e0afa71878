using System.Net;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Stories;
using OnRecord.Tests.Desk;
using OnRecord.Tests.Desk.Sources;

namespace OnRecord.Tests.Stories.Ledger;

public class AskSecondEditorTests
{
    [Fact]
    public async Task Editors_are_told_once_for_each_story_and_source()
    {
        await using var desk = await SourcesNewsroom.Open();
        var said = Said.Unnamed("They were told not to say.");
        var story = await desk.Write("The dam", said, Said.Unnamed("It was cracked.", "An engineer"));
        await desk.Ines.Move(story, StoryState.WithEditor);
        (await Told(desk)).ShouldBe([("Maria Reyes", 2), ("Tom Brandt", 2)]);
        await desk.Ines.Move(story, StoryState.Writing);
        await desk.Ines.Move(story, StoryState.WithEditor);
        var source = await desk.Source(said.Name!);
        (await desk.Ines.Post($"/desk/stories/{story}/sources/unnamed/{source.Id}/ask", [])).ShouldLead(
            $"/desk/stories/{story}/sources?asked=1#unnamed-{source.Id}"
        );
        (await Told(desk)).ShouldBe([("Maria Reyes", 2), ("Tom Brandt", 2)]);
        var notice = await desk.App.InDatabase(db =>
            db.Set<Notice>().FirstAsync(row => row.Kind == NoticeKind.UnnamedWaits)
        );
        notice.Path.ShouldStartWith($"/desk/stories/{story}/sources#unnamed-");
        notice.Text.ShouldBeEmpty();
        (await desk.Tom.Page("/desk/notices")).ShouldContain("asks a second editor to agree");
    }

    [Fact]
    public async Task An_editor_who_took_the_words_in_is_not_the_second_one()
    {
        await using var desk = await SourcesNewsroom.Open();
        var said = Said.Unnamed("They were told not to say.");
        var story = await desk.Write("The dam", said);
        await desk.Tom.Send(HttpMethod.Post, $"/desk/stories/{story}/ledger/{said.Id}/accept", null);
        await desk.Ines.Move(story, StoryState.WithEditor);
        (await Told(desk)).ShouldBe([("Maria Reyes", 1)]);
    }

    [Fact]
    public async Task Nobody_is_asked_where_nothing_waits()
    {
        await using var desk = await SourcesNewsroom.Open();
        var story = await desk.Write("The dam", new Said("“It holds.”", "Ada Lindqvist"));
        await desk.Ines.Move(story, StoryState.WithEditor);
        (await Told(desk)).ShouldBeEmpty();
        var source = await desk.Source("Ada Lindqvist");
        (await desk.Ines.Post($"/desk/stories/{story}/sources/unnamed/{source.Id}/ask", [])).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
    }

    private static async Task<List<(string, int)>> Told(SourcesNewsroom desk) =>
        (
            await desk.App.InDatabase(db =>
                db.Set<Notice>()
                    .Where(row => row.Kind == NoticeKind.UnnamedWaits)
                    .Join(db.Set<StaffMember>(), row => row.StaffId, member => member.Id, (row, member) => member.Name)
                    .ToListAsync()
            )
        )
            .GroupBy(name => name)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Count()))
            .ToList();
}
