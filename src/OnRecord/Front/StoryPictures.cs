using OnRecord.Documents;
using OnRecord.Media;
using OnRecord.Stories;

namespace OnRecord.Front;

/// <summary>Shows the pictures inside a story's text. Only those of the library are shown: a page asks no other host for anything.</summary>
internal static class StoryPictures
{
    /// <param name="tones">What stands in the place of the story's pictures until they have arrived.</param>
    public static PictureRendering? Rendering(string source, string? tones) =>
        LibrarySource.Read(source) is { } picture
            ? RenditionSizes
                .Rendering(picture.Sha256, picture.Width, picture.Height, "(min-width: 60rem) 38rem, 100vw")
                .In(tones, picture.Sha256)
            : null;

    /// <summary>A story's picture for a list, cut around the story's own focal point.</summary>
    public static PictureRendering? InList(LeadPicture? lead, string? tones) =>
        lead?.Sha256 is { } sha256
            ? RenditionSizes
                .Cut(
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
                .In(tones, sha256)
            : null;

    /// <summary>The same picture with its colour in its place until it has arrived.</summary>
    public static PictureRendering In(this PictureRendering picture, string? tones, string sha256) =>
        PictureTones.ClassOf(tones, sha256) is { } tone ? picture with { Tone = tone } : picture;

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
