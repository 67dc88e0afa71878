using OnRecord.Platform.Jobs;

namespace OnRecord.Comments.Moderation;

internal static class ModerationServices
{
    public static IServiceCollection AddModeration(this IServiceCollection services) =>
        services
            .AddScoped<WriteToReader>()
            .AddScoped<TellModerators>()
            .AddScoped<DecideComments>()
            .AddScoped<SanctionCommenter>()
            .AddScoped<ReportComment>()
            .AddScoped<CloseReports>()
            .AddScoped<AskForAnotherLook>()
            .AddScoped<AnswerAppeal>()
            .AddScoped<SayAsNewsroom>()
            .AddScoped<OpenAddress>()
            .AddRecurringJob<ForgetComplainants>(TimeSpan.FromHours(1));
}
