using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OnRecord.Platform.Storage;

/// <summary>The embedded database: one file, one writer.</summary>
internal sealed class SqliteOnRecordDb(DbContextOptions<SqliteOnRecordDb> options, WriteGate gate)
    : OnRecordDb(options, gate)
{
    // SQLite neither sorts nor compares DateTimeOffset.
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    internal sealed class UtcTicks()
        : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
