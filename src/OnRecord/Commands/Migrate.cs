using Microsoft.EntityFrameworkCore;
using OnRecord.Platform.Storage;

namespace OnRecord.Commands;

/// <summary>Brings the database to this version's tables.</summary>
internal static class Migrate
{
    public static async Task Run(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        await db.Database.MigrateAsync();
        if (!scope.ServiceProvider.GetRequiredService<DatabaseAddress>().IsPostgres)
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
    }
}
