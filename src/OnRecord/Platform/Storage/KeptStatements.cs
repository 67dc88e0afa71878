using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OnRecord.Platform.Storage;

/// <summary>On connections that stay open, lets EF Core run a statement that is prepared already in place of the same one anew. Microsoft.Data.Sqlite keeps what it prepared only as long as the command lives.</summary>
internal sealed class KeptStatements : DbCommandInterceptor
{
    // As many as readers' pages have, with room; a query that is built by hand each time must not fill the memory.
    private const int Most = 200;

    private readonly ConditionalWeakTable<SqliteConnection, Dictionary<string, KeptCommand>> kept = [];

    public static KeptStatements Instance { get; } = new();

    public void Begin(SqliteConnection connection) => kept.AddOrUpdate(connection, new(StringComparer.Ordinal));

    public void End(SqliteConnection connection)
    {
        if (!kept.TryGetValue(connection, out var commands))
            return;
        foreach (var command in commands.Values)
            command.End();
        kept.Remove(connection);
    }

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) => Kept(result);

    /// <summary>The same, prepared already where its connection stays open; with the parameters of this one.</summary>
    public DbCommand Kept(DbCommand result)
    {
        if (
            result is not SqliteCommand { Connection: { } connection } made
            || !kept.TryGetValue(connection, out var commands)
        )
            return result;
        if (!commands.TryGetValue(made.CommandText, out var known))
        {
            if (commands.Count >= Most)
                return result;
            commands[made.CommandText] = known = new KeptCommand(made.CommandText, connection);
        }
        // Whoever still reads from it has it; the other gets one of its own.
        if (!known.Take(made))
            return result;
        made.Dispose();
        return known;
    }

    private sealed class KeptCommand : SqliteCommand
    {
        private bool isOut;
        private bool ends;

        public KeptCommand(string sql, SqliteConnection connection)
            : base(sql, connection) { }

        public bool Take(SqliteCommand made)
        {
            if (isOut)
                return false;
            isOut = true;
            (Transaction, CommandTimeout) = (made.Transaction, made.CommandTimeout);
            Parameters.Clear();
            foreach (SqliteParameter parameter in made.Parameters)
                Parameters.Add(parameter);
            return true;
        }

        public void End()
        {
            ends = true;
            Dispose();
        }

        // EF Core disposes of what it has read to the end.
        protected override void Dispose(bool disposing)
        {
            isOut = false;
            if (ends)
                base.Dispose(disposing);
        }
    }
}
