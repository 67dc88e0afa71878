using OnRecord.Front.StoryPages;
using OnRecord.Platform.Web;

namespace OnRecord.Front.Record;

/// <summary>Where the record keeps what it holds of a version.</summary>
internal static class RecordLinks
{
    /// <param name="path">The story's.</param>
    public static RecordLink Of(string path, Guid story, int number) =>
        new(
            PublicAddress.Encode(path),
            number,
            ShowSealedVersion.PathOf(story, number),
            $"/record/proof/{story}/{number}.tlog-proof"
        );
}
