using OnRecord.Front.StoryPages;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;

namespace OnRecord.Front.Margin;

/// <summary>The page of a story's sources.</summary>
internal static class ShowSources
{
    public const string Below = "/sources";

    public static async Task<IResult> Get(
        string year,
        string month,
        string slug,
        OnRecordDb db,
        Shell shell,
        PublicAddress address,
        PageRenderer pages,
        PageTags tags
    )
    {
        var path = $"/{year}/{month}/{slug}";
        return await ShowStory.Find(path, db, shell, address, tags) switch
        {
            null => await ShowStory.Moved(path, db, address, Below, tags),
            { IsGone: true } story => await pages.Page<StoryPage>(story, StatusCodes.Status410Gone),
            { Sources: { } sources } story => await pages.Page<SourcesPage>(View(story, sources, address, path)),
            _ => Results.NotFound(),
        };
    }

    private static SourcesView View(StoryView story, StorySources sources, PublicAddress address, string path) =>
        new()
        {
            Shell = story.Shell with
            {
                Title = $"{story.Shell.Words["SourcesHeading"]}: {story.Shell.Title}",
                Description = story.Shell.Words.With("SourcesDescription", story.Headline),
                Canonical = address.Of(path + Below),
                IsStory = false,
                JsonLd = null,
            },
            Headline = story.Headline,
            Story = PublicAddress.Encode(path),
            Sources = sources,
            BySource = [.. sources.Notes.GroupBy(note => note.SourceKey)],
        };
}
