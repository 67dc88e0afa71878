using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Files;
using OnRecord.Platform.Storage;

namespace OnRecord.Media;

/// <summary>Makes each rendition once, when it is first asked for, and keeps it.</summary>
internal sealed class Renditions(MediaFolder folder, DecodingTurn turn, IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<string, Lazy<Task>> underway = new();

    /// <returns>The file; null where the picture is not in the library, or is not offered in that width or around that point.</returns>
    public async Task<string?> Find(string sha256, RenditionName name)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        var picture = await db.Pictures.AsNoTracking().FirstOrDefaultAsync(row => row.Sha256 == sha256);
        if (picture is null || !RenditionSizes.Offers(name, picture.Width, picture.Height))
            return null;
        if (name.Cut is { } cut && !await AllowFocus.Holds(db, sha256, cut.X, cut.Y))
            return null;
        return await File(picture, name);
    }

    /// <summary>Tells the words in a rendition apart. A file made with other words has another name, so that none is ever served with a credit that was changed, even if it was under way meanwhile.</summary>
    public static string Stamp(PictureWords words)
    {
        var text = string.Join('\0', words.Credit, words.Caption, words.Alt, words.Licence);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 5));
    }

    private async Task<string?> File(Picture picture, RenditionName name)
    {
        var stamp = Stamp(picture.Words);
        var file = folder.Rendition(picture.Sha256, name, stamp);
        if (System.IO.File.Exists(file))
            return file;
        if (!System.IO.File.Exists(folder.Original(picture.Sha256)))
            return null;
        try
        {
            await underway.GetOrAdd(file, _ => new(() => Make(picture, name, file))).Value;
        }
        finally
        {
            underway.TryRemove(file, out _);
        }
        return file;
    }

    private async Task Make(Picture picture, RenditionName name, string file)
    {
        using var held = await turn.Take();
        var original = await System.IO.File.ReadAllBytesAsync(folder.Original(picture.Sha256));
        var rendition = await Task.Run(() =>
            PictureFile.Render(original, (picture.Width, picture.Height), name, picture.Words)
        );
        await DurableFile.Write(file, rendition);
    }
}
