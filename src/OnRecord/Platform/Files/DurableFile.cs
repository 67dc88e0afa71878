namespace OnRecord.Platform.Files;

/// <summary>Writes a file whole or not at all: under another name, synced, then renamed.</summary>
internal static class DurableFile
{
    public static async Task Write(string path, ReadOnlyMemory<byte> bytes, CancellationToken stop = default)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Guid.CreateVersion7():N}.part";
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(bytes, stop);
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
