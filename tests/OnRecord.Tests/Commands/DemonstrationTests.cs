using Microsoft.EntityFrameworkCore;
using OnRecord.Commands.Demonstration;
using OnRecord.Documents;
using OnRecord.Stories;

namespace OnRecord.Tests.Commands;

public class DemonstrationTests
{
    [Fact]
    public async Task The_demonstration_is_about_thirty_stories_in_at_least_three_scripts_and_is_filled_once()
    {
        await using var app = await OnRecordApp.Start();
        await FillDemonstration.Run(app.Services);
        await FillDemonstration.Run(app.Services);
        var stories = await app.InDatabase(db => db.Set<Story>().AsNoTracking().ToListAsync());
        stories.Count.ShouldBeInRange(28, 35);
        stories
            .Select(story => WritingSystem.MostOf(PlainText.Of(story.Draft.Text)))
            .Distinct()
            .Count()
            .ShouldBeGreaterThanOrEqualTo(3);
        stories.Count(story => story.Draft.Lead?.Sha256 is not null).ShouldBeGreaterThan(15);
        stories.ShouldAllBe(story =>
            story.IsPublished && story.Draft.Byline.Count > 0 && story.PublishedAt <= app.Clock.GetUtcNow()
        );
        foreach (var story in stories)
            (await app.Page(story.Path!)).ShouldContain("</html>");
    }
}
