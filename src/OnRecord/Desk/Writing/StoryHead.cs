using System.Resources;
using Microsoft.EntityFrameworkCore;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Desk.Writing;

/// <summary>Reads what every page of one story begins with.</summary>
internal static class StoryHead
{
    public static readonly ResourceManager Strings = new(
        "OnRecord.Desk.Writing.WritingWords",
        typeof(StoryHead).Assembly
    );

    public static async Task<(StoryHeadView Head, Newsroom Newsroom)> Of(
        Story story,
        HttpContext http,
        SignedIn who,
        Room room,
        string here,
        params string[] scripts
    )
    {
        var words = new Words(Strings, who.Language);
        var headline = story.Draft.Headline.Length == 0 ? words["Untitled"] : story.Draft.Headline;
        var (around, newsroom) = await room.Around(http, headline, scripts);
        var head = new StoryHeadView
        {
            Around = around with { Done = DoneOf(http, words) ?? around.Done },
            Words = words,
            Id = story.Id,
            Headline = headline,
            Language = story.Draft.Language,
            State = $"State.{story.State}",
            Path = story.Path,
            Here = here,
            MayPublish = who.May(Permission.PublishStories),
        };
        return (head, newsroom);
    }

    public static Task<Story?> Find(OnRecordDb db, Guid id, bool versions = false) =>
        versions
            ? db.Set<Story>().Include(row => row.Versions).AsNoTracking().FirstOrDefaultAsync(row => row.Id == id)
            : db.Set<Story>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id);

    /// <summary>The problems in the reader's language.</summary>
    public static IReadOnlyList<Problem> Told(IEnumerable<Problem> problems, string language) =>
        [.. problems.Select(problem => problem with { Message = ProblemWords.In(language, problem) })];

    private static string? DoneOf(HttpContext http, Words words) =>
        http.Request.Query["done"].ToString() switch
        {
            "moved" => words["Done.Moved"],
            "assigned" => words["Done.Assigned"],
            "published" => words["Done.Published"],
            "scheduled" => words["Done.Scheduled"],
            "withdrawn" => words["Done.Withdrawn"],
            "readdressed" => words["Done.Readdressed"],
            "restored" => words["Done.Restored"],
            "link-ended" => words["Done.LinkEnded"],
            _ => null,
        };
}
