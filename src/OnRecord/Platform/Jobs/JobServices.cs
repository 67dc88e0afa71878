using Quartz;

namespace OnRecord.Platform.Jobs;

internal static class JobServices
{
    /// <summary>The scheduler. What is to be done lives in our own work tables, so its own store may be in memory.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddQuartz(quartz => quartz.UseDefaultThreadPool(pool => pool.MaxConcurrency = 4));
        return services.AddHostedService<LateScheduler>();
    }

    public static IServiceCollection AddRecurringJob<TJob>(this IServiceCollection services, TimeSpan every)
        where TJob : class, IJob =>
        services
            .AddTransient<TJob>()
            .AddQuartz(quartz =>
                quartz.ScheduleJob<TJob>(trigger =>
                    trigger
                        .WithIdentity(typeof(TJob).Name)
                        .WithSimpleSchedule(schedule => schedule.WithInterval(every).RepeatForever())
                )
            );
}
