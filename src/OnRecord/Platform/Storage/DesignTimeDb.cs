using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace OnRecord.Platform.Storage;

/// <summary>For <c>scripts/add-migration</c>: the SQLite model without a running newsroom.</summary>
internal sealed class DesignTimeSqliteDb : IDesignTimeDbContextFactory<SqliteOnRecordDb>
{
    public SqliteOnRecordDb CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqliteOnRecordDb>().UseSqlite("Data Source=:memory:").Options,
            new WriteGate(true)
        );
}

/// <summary>For <c>scripts/add-migration</c>: the PostgreSQL model without a server.</summary>
internal sealed class DesignTimePostgresDb : IDesignTimeDbContextFactory<PostgresOnRecordDb>
{
    public PostgresOnRecordDb CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<PostgresOnRecordDb>().UseNpgsql("Host=localhost").Options,
            new WriteGate(false)
        );
}
