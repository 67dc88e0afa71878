namespace OnRecord.Survival;

/// <summary>Something that should have survived did not.</summary>
internal sealed class Lost(string message) : Exception(message);

/// <summary>A newsroom's folders, gone afterwards.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("onrecord-survive-").FullName;

    public string Data => Path.Combine(root, "data");

    public string Database => Path.Combine(Data, "onrecord.db");

    public string Trace => Path.Combine(root, "trace");

    public void Dispose() => Directory.Delete(root, recursive: true);
}
