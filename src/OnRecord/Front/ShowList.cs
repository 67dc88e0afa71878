using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Front;

/// <summary>The front and the sections: stories newest first, a page at a time.</summary>
internal static class ShowList
{
    private const int PageSize = 24;

    public static Task<IResult> Front(string? before, OnRecordDb db, Shell shell, PageRenderer pages) =>
        Show(null, before, db, shell, pages);

    public static async Task<IResult> Section(
        string slug,
        string? before,
        OnRecordDb db,
        Shell shell,
        PageRenderer pages
    )
    {
        var section = await db.Set<Section>().AsNoTracking().FirstOrDefaultAsync(row => row.Slug == slug);
        return section is null ? Results.NotFound() : await Show(section, before, db, shell, pages);
    }

    private static async Task<IResult> Show(
        Section? section,
        string? before,
        OnRecordDb db,
        Shell shell,
        PageRenderer pages
    )
    {
        var place = ListPlace.Read(before);
        if (before is not null && place is null)
            return Results.NotFound();
        var address = section is null ? "/" : Shell.Link(section).Path;
        var stories = await StoryLines.Newest(db, PageSize + 1, section?.Id, place);
        var (view, newsroom) = await shell.Around(
            section?.Name,
            section?.Language,
            place is null ? address : $"{address}?before={Uri.EscapeDataString(before!)}"
        );
        var here = section is null ? null : Shell.Link(section);
        var shown = stories.Take(PageSize).ToList();
        var older = stories.Count > PageSize ? new ListPlace(shown[^1].PublishedAt, shown[^1].Path).ToString() : null;
        return await pages.Page<ListPage>(
            new ListView
            {
                Shell = view with { Here = here, Description = section is null ? newsroom.Tagline : null },
                Section = here,
                Stories = shown,
                Older = older is null ? null : $"{address}?before={Uri.EscapeDataString(older)}",
                Newest = place is null ? null : address,
                Clock = newsroom.Local,
            }
        );
    }
}
