using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.Stories;

namespace OnRecord.Front;

/// <summary>Shows the pictures inside a story's text. Only those of the library are shown: a page asks no other host for anything.</summary>
internal static class StoryPictures
{
    public static PictureRendering? Rendering(string source) =>
        LibrarySource.Read(source) is { } picture
            ? RenditionSizes.Rendering(picture.Sha256, picture.Width, picture.Height, "(min-width: 60rem) 38rem, 100vw")
            : null;

    /// <summary>A story's picture for a list, cut around the story's own focal point.</summary>
    public static PictureRendering? InList(LeadPicture? lead) =>
        lead?.Sha256 is { } sha256
            ? RenditionSizes.Cut(
                sha256,
                lead.Width,
                lead.Height,
                new PictureCut(
                    PictureRatio.Wide,
                    lead.FocusX ?? PictureFocus.Middle,
                    lead.FocusY ?? PictureFocus.Middle
                ),
                "(min-width: 52rem) 42rem, 100vw"
            )
            : null;

    /// <summary>A story's picture for the cards that other sites show of it.</summary>
    public static PictureCard? Card(LeadPicture? lead) =>
        lead?.Sha256 is { } sha256
            ? RenditionSizes.Card(
                sha256,
                lead.Width,
                lead.Height,
                lead.FocusX ?? PictureFocus.Middle,
                lead.FocusY ?? PictureFocus.Middle
            )
            : null;
}
