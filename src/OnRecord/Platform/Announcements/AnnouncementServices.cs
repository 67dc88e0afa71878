using OnRecord.Platform.Jobs;

namespace OnRecord.Platform.Announcements;

internal static class AnnouncementServices
{
    public static IServiceCollection AddAnnouncements(this IServiceCollection services) =>
        services.AddSingleton<Teller>().AddRecurringJob<TellAnnouncements>(TimeSpan.FromSeconds(5));
}
