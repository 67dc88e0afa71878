using Microsoft.EntityFrameworkCore;
using OnRecord.Media;
using OnRecord.Platform.Storage;
using OnRecord.Search;
using OnRecord.Stories;
using OnRecord.Stories.Archive;
using OnRecord.Stories.Sealing;

namespace OnRecord.Commands;

/// <summary>Brings the database to this version's tables.</summary>
internal static class Migrate
{
    public static async Task Run(IServiceProvider services)
    {
        // Opening the model takes longer than the whole rest of a start; a database that is up to date is not asked through it.
        if (await AppliedMigrations.AreAll(services.GetRequiredService<DatabaseAddress>()))
            return;
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OnRecordDb>();
        await db.Database.MigrateAsync();
        if (db.Database.IsSqlite())
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
        await FillStoryLists.Run(db);
        await RefoldPictures.Run(db);
        await FillBylines.Run(db);
        await CountMonths.Fill(db);
        await FillSearch.Run(db, services.GetRequiredService<ISearchIndex>());
        await SealLate.Run(db, scope.ServiceProvider.GetRequiredService<TimeProvider>());
    }
}
