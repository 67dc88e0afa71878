using Microsoft.EntityFrameworkCore;
using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.Platform.Storage;

namespace OnRecord.Stories;

/// <summary>Tells the library which pictures a story shows, and round what they may be cut. Within the caller's transaction.</summary>
internal static class PicturesOfStory
{
    public static async Task InDraft(OnRecordDb db, Guid story, StoryContent content)
    {
        await PictureUses.Set(db, story, PictureUsedIn.Draft, Of(content));
        if (content.Lead is { Sha256: { } sha256, FocusX: { } x, FocusY: { } y })
            await AllowFocus.For(db, sha256, x, y);
    }

    /// <summary>What readers were shown once is kept for as long as the record is.</summary>
    public static async Task InVersion(OnRecordDb db, Guid story, StoryContent content)
    {
        var shown = Of(content).ToList();
        var before = await db.Set<PictureUse>()
            .Where(row => row.StoryId == story && row.Where == PictureUsedIn.Version)
            .Select(row => row.Sha256)
            .ToListAsync();
        await PictureUses.Set(db, story, PictureUsedIn.Live, shown);
        await PictureUses.Set(db, story, PictureUsedIn.Version, before.Concat(shown));
    }

    /// <summary>What stands in the place of its pictures until they have arrived: see <see cref="PictureTones"/>.</summary>
    public static async Task<string?> Tones(OnRecordDb db, StoryContent content)
    {
        var shown = Of(content).ToHashSet();
        if (shown.Count == 0)
            return null;
        await db.Set<Picture>().Where(row => shown.Contains(row.Sha256)).LoadAsync();
        return PictureTones.Write(db.Set<Picture>().Local.Where(row => shown.Contains(row.Sha256)));
    }

    /// <summary>Pictures that only versions show whose words were destroyed are no longer kept for them. The versions must be loaded.</summary>
    public static Task InVersionsLeft(OnRecordDb db, Story story) =>
        PictureUses.Set(
            db,
            story.Id,
            PictureUsedIn.Version,
            story.Versions.Where(version => version.ErasedAt is null).SelectMany(version => Of(version.Content))
        );

    /// <summary>All pictures in a text, in reading order, those in galleries among them.</summary>
    public static List<Figure> Figures(StoryDocument text)
    {
        var figures = new List<Figure>();
        _ = Rewrite.Figures(
            text,
            figure =>
            {
                figures.Add(figure);
                return figure;
            }
        );
        return figures;
    }

    private static IEnumerable<string> Of(StoryContent content) =>
        Figures(content.Text)
            .Select(figure => LibrarySource.Read(figure.Source)?.Sha256)
            .Append(content.Lead?.Sha256)
            .OfType<string>();
}
