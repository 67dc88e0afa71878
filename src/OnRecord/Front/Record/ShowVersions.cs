using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnRecord.Front.StoryPages;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Stories;

namespace OnRecord.Front.Record;

/// <summary>All versions of a story, and any two of them compared.</summary>
internal static class ShowVersions
{
    public const string Below = "/versions";

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
        if (await StoryInRecord.At(path, db) is not { } story)
            return await ShowStory.Moved(path, db, address, Below, tags);
        Tag(tags, story);
        var view = await View(story, path + Below, db, shell, address);
        return await pages.Page<VersionsPage>(view);
    }

    public static async Task<IResult> Compare(
        string year,
        string month,
        string slug,
        string? from,
        string? to,
        OnRecordDb db,
        Shell shell,
        PublicAddress address,
        PageRenderer pages,
        PageTags tags
    )
    {
        var path = $"/{year}/{month}/{slug}";
        if (await StoryInRecord.At(path, db) is not { } story)
            return await ShowStory.Moved(path, db, address, $"{Below}/compare", tags);
        Tag(tags, story);
        var view = await View(story, $"{path}{Below}/compare", db, shell, address);
        if (Pair(from, to, [.. story.Shown]) is not var (older, newer))
            return await pages.Page<VersionsPage>(
                view with
                {
                    Problem = view.Shell.Words["Compare.NoTwo"],
                },
                StatusCodes.Status404NotFound
            );
        var rows = await db.Set<StoryVersion>()
            .AsNoTracking()
            .Where(row => row.Id == older.Id || row.Id == newer.Id)
            .ToDictionaryAsync(row => row.Id);
        var (before, after) = (rows[older.Id].Content, rows[newer.Id].Content);
        var sections = await db.Set<Section>()
            .Where(row => row.Id == before.SectionId || row.Id == after.SectionId)
            .ToDictionaryAsync(row => row.Id, row => row.Name);
        string? Name(Guid? section) => section is { } id ? sections.GetValueOrDefault(id) : null;
        var words = view.Shell.Words;
        var compared = Comparison.Of(
            new ComparedVersion(before, Name(before.SectionId)),
            new ComparedVersion(after, Name(after.SectionId)),
            words
        );
        return await pages.Page<ComparePage>(
            new CompareView(
                view with
                {
                    From = older.Number,
                    To = newer.Number,
                    Shell = view.Shell with
                    {
                        Title = $"{words.With("Compare.Heading", older.Number, newer.Number)}: {view.Headline}",
                        Canonical = null,
                    },
                },
                compared
            )
        );
    }

    public static void Tag(PageTags tags, StoryInRecord story)
    {
        tags.Add(StoryTags.Site);
        tags.Add(StoryTags.Story(story.Story.Id));
    }

    // What is asked for in the wrong order or beyond what there is becomes what was most likely meant.
    private static (VersionInRecord Older, VersionInRecord Newer)? Pair(
        string? from,
        string? to,
        IReadOnlyList<VersionInRecord> shown
    )
    {
        if (shown.Count < 2)
            return null;
        int Place(string? asked, int otherwise)
        {
            if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return otherwise;
            var place = shown.Count(version => version.Number <= number) - 1;
            return Math.Clamp(place, 0, shown.Count - 1);
        }
        var second = Place(to, shown.Count - 1);
        var first = Place(from, Math.Max(0, second - 1));
        if (first == second)
            (first, second) = first == 0 ? (0, 1) : (first - 1, first);
        return first < second ? (shown[first], shown[second]) : (shown[second], shown[first]);
    }

    private static async Task<VersionsView> View(
        StoryInRecord story,
        string path,
        OnRecordDb db,
        Shell shell,
        PublicAddress address
    )
    {
        var live = await db.Set<StoryVersion>()
            .Where(row => row.Id == story.Story.LiveVersionId)
            .Select(row => new { row.Content.Headline, row.Content.Language })
            .FirstAsync();
        var (around, newsroom) = await shell.Around(null, live.Language, path);
        var shown = story.Shown.Select(version => version.Number).Reverse().ToList();
        return new VersionsView
        {
            Shell = around with
            {
                Title = $"{around.Words["Versions.Heading"]}: {live.Headline} · {newsroom.Name}",
                Description = around.Words.With("Versions.Description", live.Headline),
                Canonical = address.Of(PublicAddress.Encode(path)),
            },
            Headline = live.Headline,
            Story = PublicAddress.Encode(story.Story.Path!),
            Id = story.Story.Id,
            Versions = VersionLines.Of(story.Story, story.Versions, newsroom),
            Shown = shown,
            From = shown.ElementAtOrDefault(1),
            To = shown.ElementAtOrDefault(0),
        };
    }
}
