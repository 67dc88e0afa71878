using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using OnRecord.Platform.Storage;

namespace OnRecord.Search;

/// <summary>Statements for tables that EF Core does not know, on the context's own connection and in its transaction.</summary>
internal static class RawSql
{
    public static async Task<DbCommand> Command(
        this OnRecordDb db,
        string sql,
        CancellationToken stop,
        params (string Name, object Value)[] values
    )
    {
        if (db.Database.GetDbConnection() is { State: not ConnectionState.Open })
            await db.Database.OpenConnectionAsync(stop);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var (name, value) in values)
            command.Set(name, value);
        return command;
    }

    public static void Set(this DbCommand command, string name, object value)
    {
        if (command.Parameters.Contains(name))
        {
            command.Parameters[name].Value = value;
            return;
        }
        command.Add(name).Value = value;
    }

    public static DbParameter Add(this DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }

    public static async Task<int> Execute(
        this OnRecordDb db,
        string sql,
        CancellationToken stop,
        params (string Name, object Value)[] values
    )
    {
        await using var command = await db.Command(sql, stop, values);
        return await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>A statement over a whole table: PostgreSQL's client would give it up after half a minute.</summary>
    public static async Task ExecuteLong(this OnRecordDb db, string sql, CancellationToken stop)
    {
        await using var command = await db.Command(sql, stop);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(stop);
    }

    public static async Task<List<T>> Read<T>(this DbCommand command, Func<DbDataReader, T> row, CancellationToken stop)
    {
        var all = new List<T>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
            all.Add(row(rows));
        return all;
    }
}
