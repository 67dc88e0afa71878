using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Files;
using OnRecord.Platform.Storage;

namespace OnRecord.Media;

/// <summary>Makes each rendition once, when it is first asked for, and keeps it.</summary>
internal sealed class Renditions(MediaFolder folder, IServiceScopeFactory scopes) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string?>>> underway = new();
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <returns>The file; null where the picture is not in the library or is not offered in that width.</returns>
    public async Task<string?> Find(string sha256, int width, string format)
    {
        var file = folder.Rendition(sha256, width, format);
        if (File.Exists(file))
            return file;
        try
        {
            return await underway.GetOrAdd(file, _ => new(() => Make(sha256, width, format, file))).Value;
        }
        finally
        {
            underway.TryRemove(file, out _);
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<string?> Make(string sha256, int width, string format, string file)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        var picture = await db.Pictures.AsNoTracking().FirstOrDefaultAsync(row => row.Sha256 == sha256);
        if (
            picture is null
            || !RenditionSizes.For(picture.Width).Contains(width)
            || !File.Exists(folder.Original(sha256))
        )
            return null;
        await turn.WaitAsync();
        try
        {
            var original = await File.ReadAllBytesAsync(folder.Original(sha256));
            var rendition = await Task.Run(() => PictureFile.Render(original, width, format, picture.Credit));
            await DurableFile.Write(file, rendition);
            return file;
        }
        finally
        {
            turn.Release();
        }
    }
}
