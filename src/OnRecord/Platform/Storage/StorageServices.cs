using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
        services.AddSingleton<OpenReaders>().AddScoped<LentReader>();
        if (!address.IsPostgres)
            services
                .Replace(ServiceDescriptor.Scoped<SqliteOnRecordDb, SqliteOnRecordDb>())
                .Replace(
                    ServiceDescriptor.Scoped<OnRecordDb>(scope =>
                        scope.GetRequiredService<LentReader>().Db ?? scope.GetRequiredService<SqliteOnRecordDb>()
                    )
                );
        return services;
    }

    public static void Postgres(DbContextOptionsBuilder options, DatabaseAddress address) =>
        options.UseNpgsql(address.ConnectionString);

    public static void Sqlite(DbContextOptionsBuilder options, DatabaseAddress address) =>
        options.UseSqlite(address.ConnectionString).AddInterceptors(SqliteConduct.Instance, KeptStatements.Instance);
}
