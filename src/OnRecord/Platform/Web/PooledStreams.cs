using Microsoft.IO;

namespace OnRecord.Platform.Web;

/// <summary>Memory for answers while they are made, used again when they are disposed of.</summary>
internal static class PooledStreams
{
    private const int Block = 64 * 1024;

    // What lies idle is bounded: a burst of large pages gives its memory back.
    private static readonly RecyclableMemoryStreamManager Manager = new(
        new RecyclableMemoryStreamManager.Options
        {
            BlockSize = Block,
            MaximumSmallPoolFreeBytes = 64 * Block,
            MaximumLargePoolFreeBytes = 0,
        }
    );

    public static MemoryStream New() => Manager.GetStream();
}
