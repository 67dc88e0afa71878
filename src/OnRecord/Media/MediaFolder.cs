using OnRecord.Platform.Files;

namespace OnRecord.Media;

/// <summary>Where pictures lie: originals, what their makers say of them, and renditions, each under its hash.</summary>
internal sealed class MediaFolder(DataFolder data)
{
    // Hashes whose files are about to go; true once somebody has brought the same picture again.
    private readonly Dictionary<string, bool> leaving = [];
    private readonly Lock gate = new();

    public string Original(string sha256) => Path.Combine(data.Media, "originals", sha256[..2], sha256);

    /// <summary>The C2PA manifest store as it was in the file.</summary>
    public string Manifest(string sha256) => $"{Original(sha256)}.c2pa";

    /// <param name="stamp">Tells renditions with other words in them apart.</param>
    public string Rendition(string sha256, RenditionName name, string stamp) =>
        Path.Combine(RenditionFolder(sha256), $"{sha256}-{name.Stem}-{stamp}.{name.Format}");

    public string Logo(string sha256, int height) =>
        Path.Combine(RenditionFolder(sha256), $"{sha256}-logo-{height}.png");

    /// <summary>Keeps an original; true when it was not there before.</summary>
    public async Task<bool> Keep(string sha256, ReadOnlyMemory<byte> bytes, CancellationToken stop = default)
    {
        lock (gate)
        {
            if (leaving.ContainsKey(sha256))
                leaving[sha256] = true;
            if (File.Exists(Original(sha256)))
                return false;
        }
        await DurableFile.Write(Original(sha256), bytes, stop);
        return true;
    }

    public Task KeepManifest(string sha256, ReadOnlyMemory<byte> manifest, CancellationToken stop = default) =>
        DurableFile.Write(Manifest(sha256), manifest, stop);

    /// <summary>Announces that a picture's row is about to be deleted; its files follow by <see cref="Remove"/>.</summary>
    public void BeginRemoval(string sha256)
    {
        lock (gate)
            leaving[sha256] = false;
    }

    /// <summary>Deletes a picture's files, unless the same picture was brought again since, or the row stayed.</summary>
    public void Remove(string sha256, bool rowIsGone)
    {
        lock (gate)
        {
            if (!leaving.Remove(sha256, out var cameAgain) || cameAgain || !rowIsGone)
                return;
            File.Delete(Original(sha256));
            File.Delete(Manifest(sha256));
        }
        RemoveRenditions(sha256, except: null);
    }

    /// <summary>Deletes renditions that carry other words than these.</summary>
    public void RemoveRenditions(string sha256, string? except)
    {
        if (!Directory.Exists(RenditionFolder(sha256)))
            return;
        foreach (var file in Directory.EnumerateFiles(RenditionFolder(sha256), $"{sha256}-*"))
            if (except is null || !Path.GetFileName(file).Contains($"-{except}.", StringComparison.Ordinal))
                File.Delete(file);
    }

    private string RenditionFolder(string sha256) => Path.Combine(data.Media, "renditions", sha256[..2]);
}
