using OnRecord.Front.Lists;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Stories;

namespace OnRecord.Front.About;

/// <summary>What can be followed, for people.</summary>
internal static class ShowFeeds
{
    public const string Path = "/feeds";

    public static async Task<IResult> Get(OnRecordDb db, Shell shell, PageRenderer pages, PageTags tags)
    {
        tags.Add(StoryTags.Site);
        // A section is listed from its first story on.
        tags.Add(StoryTags.Front);
        var words = Shell.Words((await db.Newsroom()).Language);
        var (view, _) = await shell.Around(words["FeedsPage"], null, Path);
        return await pages.Page<FeedsPage>(
            new FeedsView(
                view with
                {
                    Description = words["FeedsDeck"],
                },
                [
                    new FeedsLine(words["FeedsAll"], null, [.. FeedLinks.Below("", view.Newsroom)]),
                    .. view.Sections.Select(section => new FeedsLine(
                        section.Name,
                        section.Language ?? view.NewsroomLanguage,
                        [.. FeedLinks.Below(section.Path, section.Name)]
                    )),
                ]
            )
        );
    }
}

/// <summary>The feeds there are.</summary>
public sealed record FeedsView(ShellView Shell, IReadOnlyList<FeedsLine> Lines);

/// <summary>A list of stories and its feeds.</summary>
/// <param name="Language">Of its name, where it has one of its own.</param>
public sealed record FeedsLine(string Name, string? Language, IReadOnlyList<FeedLink> Feeds)
{
    /// <summary>The form's name, without the list's.</summary>
    public string FormOf(FeedLink feed) => feed.Title[(feed.Title.LastIndexOf('(') + 1)..^1];
}
