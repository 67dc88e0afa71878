using Microsoft.Data.Sqlite;
using Npgsql;

namespace OnRecord.Platform.Storage;

/// <summary>Which database, as an operator writes it: nothing (a file in the data folder), a PostgreSQL connection string or address, or <c>Data Source=</c> for SQLite.</summary>
internal sealed record DatabaseAddress(bool IsPostgres, string ConnectionString)
{
    /// <exception cref="FormatException">It is neither; the message says what is understood.</exception>
    public static DatabaseAddress Read(string? written, string sqliteFile)
    {
        if (string.IsNullOrWhiteSpace(written))
            return Sqlite(new SqliteConnectionStringBuilder { DataSource = sqliteFile });
        try
        {
            if (
                Uri.TryCreate(written, UriKind.Absolute, out var address)
                && address.Scheme is "postgres" or "postgresql"
            )
                return new(true, FromUri(address).ConnectionString);
            if (written.Contains("Host=", StringComparison.OrdinalIgnoreCase))
                return new(true, new NpgsqlConnectionStringBuilder(written).ConnectionString);
            if (written.Contains("Data Source=", StringComparison.OrdinalIgnoreCase))
                return Sqlite(new SqliteConnectionStringBuilder(written));
        }
        catch (ArgumentException failure)
        {
            throw new FormatException($"The database setting is not understood: {failure.Message}", failure);
        }
        throw new FormatException(
            "The database setting is not understood. Write Host=…;Database=…;Username=… or postgres://… for PostgreSQL, Data Source=FILE for SQLite."
        );
    }

    private static DatabaseAddress Sqlite(SqliteConnectionStringBuilder builder)
    {
        builder.ForeignKeys = true;
        return new(false, builder.ConnectionString);
    }

    private static NpgsqlConnectionStringBuilder FromUri(Uri address)
    {
        var user = address.UserInfo.Split(':', 2);
        return new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port > 0 ? address.Port : 5432,
            Database = address.AbsolutePath.TrimStart('/'),
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
        };
    }
}
