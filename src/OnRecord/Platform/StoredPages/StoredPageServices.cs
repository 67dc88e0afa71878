using OnRecord.Platform.Announcements;
using OnRecord.Platform.Jobs;
using OnRecord.Platform.Storage;

namespace OnRecord.Platform.StoredPages;

internal static class StoredPageServices
{
    public static IServiceCollection AddStoredPages(
        this IServiceCollection services,
        IConfiguration configuration,
        DatabaseAddress database
    )
    {
        services.AddSingleton(PageStoreOptions.Read(configuration));
        services.AddSingleton<PageStore>().AddSingleton<Flights>().AddScoped<PageTags>();
        services.AddSingleton(new PurgeLine(new SocketsHttpHandler { AllowAutoRedirect = false }));
        services.On<PagesChanged, PurgeNetwork>();
        services.AddSingleton<EvictOnChange>();
        services.AddSingleton<ChangeFollower>(app => app.GetRequiredService<EvictOnChange>());
        if (database.IsPostgres)
            services
                .AddSingleton<PostgresEvictions>()
                .AddSingleton<IEvictionCourier>(app => app.GetRequiredService<PostgresEvictions>());
        else
        {
            services
                .AddSingleton<SqliteEvictions>()
                .AddSingleton<IEvictionCourier>(app => app.GetRequiredService<SqliteEvictions>());
            services.AddRecurringJob<ForgetEvictions>(TimeSpan.FromHours(1));
        }
        return services;
    }

    /// <summary>What only a server does.</summary>
    public static IServiceCollection AddStoredPageAnswers(this IServiceCollection services, DatabaseAddress database)
    {
        services.AddSingleton<BestForms>().AddHostedService(app => app.GetRequiredService<BestForms>());
        if (database.IsPostgres)
            services.AddHostedService(app => app.GetRequiredService<PostgresEvictions>());
        else
            services.AddHostedService(app => app.GetRequiredService<SqliteEvictions>());
        return services;
    }
}
