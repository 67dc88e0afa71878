using OnRecord.Platform.Files;

namespace OnRecord.Media;

/// <summary>Where pictures lie: originals and renditions, each under its hash.</summary>
internal sealed class MediaFolder(DataFolder data)
{
    public string Original(string sha256) => Path.Combine(data.Media, "originals", sha256[..2], sha256);

    public string Rendition(string sha256, int width, string format) =>
        Path.Combine(data.Media, "renditions", sha256[..2], $"{sha256}-{width}.{format}");

    /// <summary>Keeps an original; true when it was not there before.</summary>
    public async Task<bool> Keep(string sha256, ReadOnlyMemory<byte> bytes, CancellationToken stop = default)
    {
        if (File.Exists(Original(sha256)))
            return false;
        await DurableFile.Write(Original(sha256), bytes, stop);
        return true;
    }
}
