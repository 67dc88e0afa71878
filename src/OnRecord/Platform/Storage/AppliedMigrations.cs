using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace OnRecord.Platform.Storage;

/// <summary>Asks a database which migrations it has, without opening the model.</summary>
internal static class AppliedMigrations
{
    public static async Task<bool> AreAll(DatabaseAddress address)
    {
        try
        {
            await using var connection = Connect(address);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" """;
            await using var rows = await command.ExecuteReaderAsync();
            var applied = new HashSet<string>();
            while (await rows.ReadAsync())
                applied.Add(rows.GetString(0));
            return Known(address.IsPostgres ? typeof(PostgresOnRecordDb) : typeof(SqliteOnRecordDb))
                .All(applied.Contains);
        }
        catch (DbException)
        {
            // Not there, or without its table: migrating says what is wrong, or mends it.
            return false;
        }
    }

    private static IEnumerable<string> Known(Type database) =>
        typeof(AppliedMigrations)
            .Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == database)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>();

    private static DbConnection Connect(DatabaseAddress address) =>
        address.IsPostgres
            ? new NpgsqlConnection(address.ConnectionString)
            : new SqliteConnection(
                new SqliteConnectionStringBuilder(address.ConnectionString)
                {
                    Mode = SqliteOpenMode.ReadWrite,
                }.ConnectionString
            );
}
