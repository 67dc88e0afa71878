using Npgsql;

namespace OnRecord.Tests;

/// <summary>A database for one test: a SQLite file of its own, or a PostgreSQL database of its own where ONRECORD_TEST_POSTGRES names a server.</summary>
internal static class TestDatabase
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("ONRECORD_TEST_POSTGRES");

    public static bool IsPostgres => Server is not null;

    /// <returns>What --database is given; null for the file in the data folder.</returns>
    public static async Task<string?> Create()
    {
        if (Server is null)
            return null;
        var name = $"t{Guid.CreateVersion7():N}";
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(Server)
        {
            Database = name,
            Pooling = true,
            MaxPoolSize = 10,
        }.ConnectionString;
    }

    public static async Task Drop(string? database)
    {
        if (database is null)
            return;
        var name = new NpgsqlConnectionStringBuilder(database).Database;
        NpgsqlConnection.ClearAllPools();
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", connection);
        await command.ExecuteNonQueryAsync();
    }
}
