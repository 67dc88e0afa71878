using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OnRecord.Platform.Storage;

/// <summary>The database of newsrooms that outgrew one machine.</summary>
internal sealed class PostgresOnRecordDb(DbContextOptions<PostgresOnRecordDb> options, WriteGate gate)
    : OnRecordDb(options, gate)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTimeOffset>().HaveConversion<Utc>();

    // Npgsql writes an instant only with offset zero. Microseconds are all that PostgreSQL keeps.
    internal sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);
}
