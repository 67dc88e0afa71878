using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OnRecord.Platform.Storage;

/// <summary>A query that is translated once, for what is asked with every page: to look a translation up takes longer than such a query.</summary>
/// <param name="query">With one parameter beside the database.</param>
internal sealed class PreparedQuery<TArgument, TRow>(Expression<Func<OnRecordDb, TArgument, IQueryable<TRow>>> query)
{
    // A process may work on both kinds of database, each with its own SQL.
    private readonly ConcurrentDictionary<IModel, Func<OnRecordDb, TArgument, IAsyncEnumerable<TRow>>> byModel = new(
        ReferenceEqualityComparer.Instance
    );

    public async Task<List<TRow>> All(OnRecordDb db, TArgument argument)
    {
        var rows = new List<TRow>();
        await foreach (var row in Run(db, argument))
            rows.Add(row);
        return rows;
    }

    /// <returns>Null where there is none.</returns>
    public async Task<TRow?> First(OnRecordDb db, TArgument argument)
    {
        await foreach (var row in Run(db, argument))
            return row;
        return default;
    }

    private IAsyncEnumerable<TRow> Run(OnRecordDb db, TArgument argument) =>
        byModel.GetOrAdd(db.Model, _ => EF.CompileAsyncQuery(query))(db, argument);
}

/// <summary>The same with three parameters.</summary>
internal sealed class PreparedQuery<T1, T2, T3, TRow>(Expression<Func<OnRecordDb, T1, T2, T3, IQueryable<TRow>>> query)
{
    private readonly ConcurrentDictionary<IModel, Func<OnRecordDb, T1, T2, T3, IAsyncEnumerable<TRow>>> byModel = new(
        ReferenceEqualityComparer.Instance
    );

    public async Task<List<TRow>> All(OnRecordDb db, T1 first, T2 second, T3 third)
    {
        var rows = new List<TRow>();
        var run = byModel.GetOrAdd(db.Model, _ => EF.CompileAsyncQuery(query));
        await foreach (var row in run(db, first, second, third))
            rows.Add(row);
        return rows;
    }
}
