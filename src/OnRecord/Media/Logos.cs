using System.Security.Cryptography;
using NetVips;
using OnRecord.Platform.Files;

namespace OnRecord.Media;

/// <summary>Draws logos as PNGs with their transparency, in two heights.</summary>
internal sealed class Logos(MediaFolder folder)
{
    public const int MaximumBytes = 2 * 1024 * 1024;

    private const int MaximumWidth = 320;
    private const int Height = 48;

    private static readonly string[] Loaders = ["jpeg", "png", "webp", "svg"];

    /// <summary>Keeps the file and its drawings.</summary>
    /// <returns>Null where it is not a JPEG, PNG, WebP or SVG that can be drawn.</returns>
    public async Task<LogoPicture?> Keep(byte[] bytes, CancellationToken stop = default)
    {
        var loader = Image.FindLoadBuffer(bytes);
        if (loader is null || !Loaders.Any(known => loader.Contains(known, StringComparison.OrdinalIgnoreCase)))
            return null;
        // Also keeps out what is too large or broken.
        if (PictureFile.Measure(bytes) is null)
            return null;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await folder.Keep(sha256, bytes, stop);
        await Draw(sha256, fine: true);
        await Draw(sha256, fine: false);
        return Kept(sha256);
    }

    /// <returns>The logo of a file kept before; null where there is none.</returns>
    public LogoPicture? Kept(string? sha256)
    {
        if (sha256 is null || !LibrarySource.IsHash(sha256) || !File.Exists(Drawn(sha256, fine: false)))
            return null;
        using var image = Image.NewFromFile(Drawn(sha256, fine: false));
        return new LogoPicture(sha256, image.Width, image.Height);
    }

    /// <returns>The file of a drawing; null where there is none.</returns>
    /// <param name="ours">Whether the newsroom shows it, so that it is drawn again where a restored backup lacks it.</param>
    public async Task<string?> Find(string sha256, bool fine, bool ours)
    {
        if (!LibrarySource.IsHash(sha256))
            return null;
        if (ours && !File.Exists(Drawn(sha256, fine)) && File.Exists(folder.Original(sha256)))
            await Draw(sha256, fine);
        return File.Exists(Drawn(sha256, fine)) ? Drawn(sha256, fine) : null;
    }

    private async Task Draw(string sha256, bool fine)
    {
        var bytes = await File.ReadAllBytesAsync(folder.Original(sha256));
        var scale = fine ? 2 : 1;
        // A drawing has no size of its own; a photograph is never enlarged.
        var size = Image.FindLoadBuffer(bytes).Contains("svg", StringComparison.OrdinalIgnoreCase)
            ? Enums.Size.Both
            : Enums.Size.Down;
        using var image = Image.ThumbnailBuffer(
            bytes,
            MaximumWidth * scale,
            height: Height * scale,
            size: size,
            outputProfile: "srgb"
        );
        await DurableFile.Write(Drawn(sha256, fine), image.PngsaveBuffer(compression: 9, keep: Enums.ForeignKeep.None));
    }

    private string Drawn(string sha256, bool fine) => folder.Logo(sha256, fine ? 2 * Height : Height);
}
