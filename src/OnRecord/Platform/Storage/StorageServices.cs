using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace OnRecord.Platform.Storage;

internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, DatabaseAddress address)
    {
        services.AddSingleton(address);
        services.AddSingleton(new WriteGate(oneAtATime: !address.IsPostgres));
        if (address.IsPostgres)
            services.AddDbContext<OnRecordDb, PostgresOnRecordDb>(
                options => Postgres(options, address),
                optionsLifetime: ServiceLifetime.Singleton
            );
        else
            services.AddDbContext<OnRecordDb, SqliteOnRecordDb>(
                options => Sqlite(options, address),
                // Else they are put together anew for each request.
                optionsLifetime: ServiceLifetime.Singleton
            );
        services
            .AddSingleton(app => new OpenReaders(address, app.GetRequiredService<IServiceScopeFactory>()))
            .AddScoped<LentReader>();
        return address.IsPostgres ? services.Lend<PostgresOnRecordDb>() : services.Lend<SqliteOnRecordDb>();
    }

    // Whoever asks for the database has what was lent to their scope.
    private static IServiceCollection Lend<TDb>(this IServiceCollection services)
        where TDb : OnRecordDb =>
        services
            .Replace(ServiceDescriptor.Scoped<TDb, TDb>())
            .Replace(
                ServiceDescriptor.Scoped<OnRecordDb>(scope =>
                    scope.GetRequiredService<LentReader>().Db ?? scope.GetRequiredService<TDb>()
                )
            );

    public static void Postgres(DbContextOptionsBuilder options, DatabaseAddress address) =>
        options.UseNpgsql(Prepared(address.ConnectionString));

    // What is asked again and again is planned once in each connection, and stays planned while it waits in the pool: to plan
    // a page's questions takes longer than to answer them. What an operator wrote of it holds.
    private static string Prepared(string connection)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection);
        if (!builder.ShouldSerialize("Max Auto Prepare"))
            (builder.MaxAutoPrepare, builder.AutoPrepareMinUsages) = (200, 2);
        if (!builder.ShouldSerialize("No Reset On Close"))
            builder.NoResetOnClose = true;
        return builder.ConnectionString;
    }

    public static void Sqlite(DbContextOptionsBuilder options, DatabaseAddress address) =>
        options
            // A list that is asked for is one parameter, however long: each length would have a statement of its own.
            .UseSqlite(
                address.ConnectionString,
                sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
            )
            .AddInterceptors(SqliteConduct.Instance, KeptStatements.Instance);
}
