using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace OnRecord.Platform.Storage;

/// <summary>New rows of one table, written at once: EF Core takes ten times as long over each, and remembers it. For rows that nothing follows (<see cref="ChangeFollower"/>) and that nobody goes on changing.</summary>
internal sealed class NewRows
{
    // A process may work on both kinds of database.
    private static readonly ConcurrentDictionary<(IModel Model, Type Entity), Columns> Known = new();

    // On PostgreSQL, more are copied.
    private const int FewRows = 64;

    private readonly Columns columns;
    private readonly List<object[]> rows;

    private NewRows(Columns columns, List<object[]> rows) => (this.columns, this.rows) = (columns, rows);

    /// <summary>Makes of entities what the database takes: the costly part, which needs no database.</summary>
    public static NewRows Of<T>(IModel model, IEnumerable<T> entities)
        where T : class
    {
        var columns = Known.GetOrAdd((model, typeof(T)), key => new Columns(key.Model.FindEntityType(key.Entity)!));
        return new NewRows(columns, [.. entities.Select(columns.Of)]);
    }

    /// <summary>Within the caller's transaction.</summary>
    public Task Into(OnRecordDb db, CancellationToken stop = default) =>
        rows.Count == 0 ? Task.CompletedTask
        : db.Database.GetDbConnection() is NpgsqlConnection postgres
            ? rows.Count > FewRows ? Copy(postgres, stop)
                : Send(postgres, stop)
        : Insert(db, stop);

    // All on one way to the server and back, where copying goes three times; a statement that is prepared already.
    private async Task Send(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var batch = connection.CreateBatch();
        foreach (var row in rows)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = columns.InsertNumbered;
            for (var at = 0; at < row.Length; at++)
                command.Parameters.Add(new NpgsqlParameter { Value = row[at], DataTypeName = columns.Types[at] });
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync(stop);
    }

    private async Task Copy(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var import = await connection.BeginBinaryImportAsync(
            $"COPY {columns.Table} ({columns.Names}) FROM STDIN (FORMAT BINARY)",
            stop
        );
        foreach (var row in rows)
        {
            await import.StartRowAsync(stop);
            foreach (var (value, type) in row.Zip(columns.Types))
                if (value is DBNull)
                    await import.WriteNullAsync(stop);
                else
                    await import.WriteAsync(value, type, stop);
        }
        await import.CompleteAsync(stop);
    }

    private async Task Insert(OnRecordDb db, CancellationToken stop)
    {
        var made = db.Database.GetDbConnection().CreateCommand();
        made.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var parameters = new DbParameter[columns.Types.Count];
        for (var at = 0; at < parameters.Length; at++)
        {
            parameters[at] = made.CreateParameter();
            parameters[at].ParameterName = $"@p{at}";
            made.Parameters.Add(parameters[at]);
        }
        made.CommandText = columns.Insert;
        await using var command = KeptStatements.Instance.Kept(made);
        foreach (var row in rows)
        {
            for (var at = 0; at < row.Length; at++)
                parameters[at].Value = row[at];
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    private sealed class Columns
    {
        private readonly List<(IClrPropertyGetter Get, Func<object?, object?>? Convert)> values = [];
        private readonly List<string> types = [];

        public Columns(IEntityType entity)
        {
            var names = new List<string>();
            foreach (var property in entity.GetFlattenedProperties())
            {
                var column = property.GetTableColumnMappings().First();
                names.Add(Quoted(column.Column.Name));
                types.Add(column.TypeMapping.StoreTypeNameBase);
                values.Add((property.GetGetter(), column.TypeMapping.Converter?.ConvertToProvider));
            }
            (Table, Names) = (Quoted(entity.GetTableName()!), string.Join(", ", names));
            InsertNumbered =
                $"INSERT INTO {Table} ({Names}) VALUES ({string.Join(", ", Enumerable.Range(1, names.Count).Select(at => $"${at}"))})";
            Insert =
                $"INSERT INTO {Table} ({Names}) VALUES ({string.Join(", ", Enumerable.Range(0, names.Count).Select(at => $"@p{at}"))})";
        }

        public string Table { get; }
        public string Names { get; }

        /// <summary>With parameters by name, for SQLite.</summary>
        public string Insert { get; }

        /// <summary>With parameters by number, for PostgreSQL.</summary>
        public string InsertNumbered { get; }
        public List<string> Types => types;

        public object[] Of(object entity)
        {
            var row = new object[values.Count];
            for (var at = 0; at < row.Length; at++)
            {
                var (get, convert) = values[at];
                var value = get.GetClrValueUsingContainingEntity(entity);
                row[at] = (convert is null ? value : convert(value)) ?? DBNull.Value;
            }
            return row;
        }

        private static string Quoted(string name) => $"\"{name}\"";
    }
}
