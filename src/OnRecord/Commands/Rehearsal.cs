using OnRecord.Platform.Storage;

namespace OnRecord.Commands;

/// <summary>Where a dry run looks: at the newsroom's own database, or, where there is none yet, at an empty one that is thrown away.</summary>
internal sealed class Rehearsal : IDisposable
{
    private readonly string? folder;

    private Rehearsal(SiteSettings settings, string? folder) => (Settings, this.folder) = (settings, folder);

    public SiteSettings Settings { get; }

    public bool IsEmpty => folder is not null;

    public static async Task<Rehearsal> For(SiteSettings settings, IConfiguration configuration)
    {
        var data = settings.Data ?? configuration["Data"] ?? "data";
        var address = DatabaseAddress.Read(
            settings.Database ?? configuration["Database"],
            Path.Combine(data, "onrecord.db")
        );
        if (await AppliedMigrations.AreAll(address))
            return new Rehearsal(settings, null);
        var folder = Directory.CreateTempSubdirectory("onrecord-dry-run-").FullName;
        return new Rehearsal(
            settings with
            {
                Data = folder,
                Database = $"Data Source={Path.Combine(folder, "onrecord.db")}",
            },
            folder
        );
    }

    public void Dispose()
    {
        if (folder is not null)
            Directory.Delete(folder, recursive: true);
    }
}
