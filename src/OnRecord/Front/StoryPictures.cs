using OnRecord.Documents;
using OnRecord.Media;

namespace OnRecord.Front;

/// <summary>Shows the pictures inside a story's text. Only those of the library are shown: a page asks no other host for anything.</summary>
internal static class StoryPictures
{
    public static PictureRendering? Rendering(string source) =>
        LibrarySource.Read(source) is { } picture
            ? RenditionSizes.Rendering(picture.Sha256, picture.Width, picture.Height, "(min-width: 60rem) 38rem, 100vw")
            : null;
}
