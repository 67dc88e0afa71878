using Npgsql;

namespace OnRecord.Commands.Backups;

/// <summary>The tables of a PostgreSQL newsroom, as they are copied out and in. They lie in the first schema of the search path.</summary>
internal static class PostgresTables
{
    private const string Listed = """
        SELECT c.relname::text, array_agg(a.attname::text ORDER BY a.attnum)
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
          AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        GROUP BY c.relname ORDER BY c.relname
        """;

    private const string References = """
        SELECT c.conrelid::regclass::text, quote_ident(c.conname), pg_get_constraintdef(c.oid)
        FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace
        """;

    // What guards tables, and what searches them. What an extension brought is the server's.
    private const string Functions = """
        SELECT p.oid::regprocedure::text FROM pg_proc p
        WHERE p.pronamespace = current_schema()::regnamespace AND p.prokind = 'f' AND pg_get_userbyid(p.proowner) = current_user
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
        """;

    public static async Task<IReadOnlyList<BackupTable>> Of(NpgsqlConnection on, CancellationToken stop)
    {
        var tables = new List<BackupTable>();
        await using var command = new NpgsqlCommand(Listed, on);
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
            tables.Add(new BackupTable(rows.GetString(0), rows.GetFieldValue<string[]>(1)));
        return tables;
    }

    public static string Copy(BackupTable table, string how) =>
        $"COPY {Quoted(table.Name)} ({string.Join(", ", table.Columns.Select(Quoted))}) {how}";

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static async Task Pour(TextReader from, TextWriter to, CancellationToken stop)
    {
        var some = new char[1 << 16];
        int read;
        while ((read = await from.ReadAsync(some, stop)) > 0)
            await to.WriteAsync(some.AsMemory(0, read), stop);
    }

    /// <summary>Fills empty tables, in the connection's transaction. What they ask of each other is asked at the end.</summary>
    /// <param name="file">From a table to its rows.</param>
    public static async Task Fill(
        NpgsqlConnection on,
        IEnumerable<BackupTable> tables,
        Func<string, string> file,
        CancellationToken stop
    )
    {
        var references = new List<(string Table, string Name, string Rule)>();
        await using (var command = new NpgsqlCommand(References, on))
        await using (var rows = await command.ExecuteReaderAsync(stop))
            while (await rows.ReadAsync(stop))
                references.Add((rows.GetString(0), rows.GetString(1), rows.GetString(2)));
        foreach (var (table, name, _) in references)
            await Do(on, $"ALTER TABLE {table} DROP CONSTRAINT {name}", stop);
        foreach (var table in tables)
        {
            // Migrating puts its own rows there: the list of migrations, and a newsroom without a name.
            if (await HasRows(on, table.Name, stop))
                await Do(on, $"DELETE FROM {Quoted(table.Name)}", stop);
            using var text = new StreamReader(file(table.Name));
            await using var into = await on.BeginTextImportAsync(Copy(table, "FROM STDIN"), stop);
            await Pour(text, into, stop);
        }
        foreach (var (table, name, rule) in references)
            await Do(on, $"ALTER TABLE {table} ADD CONSTRAINT {name} {rule}", stop);
    }

    public static async Task<bool> HasRows(NpgsqlConnection on, string table, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand($"SELECT EXISTS (SELECT 1 FROM {Quoted(table)})", on);
        return (bool)(await command.ExecuteScalarAsync(stop))!;
    }

    /// <summary>Moves all tables and functions into another schema.</summary>
    public static async Task Move(NpgsqlConnection on, string schema, CancellationToken stop)
    {
        var functions = await FunctionsOf(on, stop);
        foreach (var table in await Of(on, stop))
            await Do(on, $"ALTER TABLE {Quoted(table.Name)} SET SCHEMA {Quoted(schema)}", stop);
        foreach (var function in functions)
            await Do(on, $"ALTER FUNCTION {function} SET SCHEMA {Quoted(schema)}", stop);
    }

    /// <summary>Drops all tables and functions.</summary>
    public static async Task Drop(NpgsqlConnection on, CancellationToken stop)
    {
        var functions = await FunctionsOf(on, stop);
        foreach (var table in await Of(on, stop))
            await Do(on, $"DROP TABLE {Quoted(table.Name)} CASCADE", stop);
        foreach (var function in functions)
            await Do(on, $"DROP FUNCTION {function}", stop);
    }

    public static async Task Do(NpgsqlConnection on, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, on) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(stop);
    }

    private static async Task<List<string>> FunctionsOf(NpgsqlConnection on, CancellationToken stop)
    {
        var functions = new List<string>();
        await using var command = new NpgsqlCommand(Functions, on);
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
            functions.Add(rows.GetString(0));
        return functions;
    }
}
