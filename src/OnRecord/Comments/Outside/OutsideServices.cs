using Microsoft.Extensions.Options;
using OnRecord.Comments.Keys;

namespace OnRecord.Comments.Outside;

internal static class OutsideServices
{
    public static IServiceCollection AddOutsideJudge(this IServiceCollection services)
    {
        services.AddSingleton<ReadOutsideJudge>();
        services.AddSingleton<IPostConfigureOptions<CommentOptions>>(app => app.GetRequiredService<ReadOutsideJudge>());
        services.AddSingleton<IValidateOptions<CommentOptions>>(app => app.GetRequiredService<ReadOutsideJudge>());
        services.AddSingleton(app => new JudgeLine(
            JudgeLine.Handler(),
            app.GetRequiredService<TimeProvider>(),
            app.GetRequiredService<ILogger<JudgeLine>>()
        ));
        return services.AddSingleton<AskOutsideJudge>();
    }
}
