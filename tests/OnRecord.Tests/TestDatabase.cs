using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;
using OnRecord.Platform.Files;

namespace OnRecord.Tests;

/// <summary>A database for one test: a SQLite file of its own, or a PostgreSQL database of its own where ONRECORD_TEST_POSTGRES names a server.</summary>
internal static class TestDatabase
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("ONRECORD_TEST_POSTGRES");

    public static bool IsPostgres => Server is not null;

    /// <summary>An empty one.</summary>
    /// <returns>What --database is given; null for the file in the data folder.</returns>
    public static Task<string?> Create() => Create(null);

    private static async Task<string?> Create(string? model)
    {
        if (Server is null)
            return null;
        var name = $"t{Guid.CreateVersion7():N}";
        await Ask(model is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {model}");
        return Address(name);
    }

    // Made once, since migrating takes longer than most tests.
    private static readonly Lazy<Task<string>> Migrated = new(MakeModel);

    /// <summary>One that has this version's tables, and nothing in them but what migrating puts there.</summary>
    /// <param name="data">The data folder, in which a SQLite file is put.</param>
    /// <returns>As <see cref="Create()"/>.</returns>
    public static async Task<string?> CreateMigrated(string data)
    {
        var model = await Migrated.Value;
        if (Server is not null)
            return await Create(model);
        DataFolder.Open(data);
        File.Copy(model, Path.Combine(data, "onrecord.db"));
        return null;
    }

    // A database on PostgreSQL by its name, or a SQLite file. What earlier runs left is told from it by its number.
    private static async Task<string> MakeModel()
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-test-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var name = $"t{Guid.CreateVersion7():N}";
        if (Server is not null)
            await Ask($"CREATE DATABASE {name}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using (
            var app = Site.Build(
                builder,
                new SiteSettings(folder, Server is null ? null : Address(name), "https://news.example.org"),
                _ => { }
            )
        )
            await OnRecord.Commands.Migrate.Run(app.Services);
        if (Server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            AppDomain.CurrentDomain.ProcessExit += (_, _) =>
                Ask($"DROP DATABASE IF EXISTS {name} WITH (FORCE)").GetAwaiter().GetResult();
            return name;
        }
        SqliteConnection.ClearAllPools();
        var whole = Path.Combine(folder, "whole.db");
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(folder, "onrecord.db")};Pooling=False"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        // One file, without what lies beside it.
        command.CommandText = $"VACUUM INTO '{whole}'";
        await command.ExecuteNonQueryAsync();
        await connection.CloseAsync();
        await using var copy = new SqliteConnection($"Data Source={whole};Pooling=False");
        await copy.OpenAsync();
        await using var journal = copy.CreateCommand();
        journal.CommandText = "PRAGMA journal_mode = WAL";
        await journal.ExecuteNonQueryAsync();
        return whole;
    }

    private static async Task Ask(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Address(string name) =>
        new NpgsqlConnectionStringBuilder(Server)
        {
            Database = name,
            Pooling = true,
            MaxPoolSize = 10,
        }.ConnectionString;

    public static async Task Drop(string? database)
    {
        if (database is null)
            return;
        var name = new NpgsqlConnectionStringBuilder(database).Database;
        NpgsqlConnection.ClearAllPools();
        await Ask($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }
}
