namespace OnRecord.Commands;

/// <summary>Where a dry run looks: at the newsroom's own database, or, where there is none yet, at an empty one that is thrown away.</summary>
internal sealed class Rehearsal : IDisposable
{
    private readonly string? folder;

    private Rehearsal(SiteSettings settings, string? folder) => (Settings, this.folder) = (settings, folder);

    public SiteSettings Settings { get; }

    public bool IsEmpty => folder is not null;

    public static Rehearsal For(SiteSettings settings, IConfiguration configuration)
    {
        var data = settings.Data ?? configuration["Data"] ?? "data";
        var isThere =
            (settings.Database ?? configuration["Database"]) is not null
            || File.Exists(Path.Combine(data, "onrecord.db"));
        if (isThere)
            return new Rehearsal(settings, null);
        var folder = Directory.CreateTempSubdirectory("onrecord-dry-run-").FullName;
        return new Rehearsal(settings with { Data = folder }, folder);
    }

    public void Dispose()
    {
        if (folder is not null)
            Directory.Delete(folder, recursive: true);
    }
}
