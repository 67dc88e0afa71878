using OnRecord.Platform.Jobs;
using OnRecord.Platform.Storage;
using OnRecord.Stories.Archive;
using OnRecord.Stories.Corrections;
using OnRecord.Stories.Drafts;
using OnRecord.Stories.Ledger;
using OnRecord.Stories.Publishing;
using OnRecord.Stories.Workflow;

namespace OnRecord.Stories;

internal static class StoryServices
{
    public static IServiceCollection AddStories(this IServiceCollection services)
    {
        services.AddSingleton(new StoryCheck(10, BasicChecks.Head));
        services.AddSingleton(new StoryCheck(20, BasicChecks.Pictures));
        services.AddSingleton(new StoryCheck(30, BasicChecks.LeftOpen));
        services.AddSingleton(new StoryCheck(40, LedgerChecks.Look));
        services.AddSingleton(new StoryCheck(50, CopyDeskChecks.Look));
        services
            .AddSingleton<Checklist>()
            .AddSingleton<SaveDraft>()
            .AddSingleton<HoldStory>()
            .AddSingleton<CommentOnStory>()
            .AddSingleton<AssignStory>()
            .AddSingleton<AskSecondEditor>()
            .AddSingleton<ChangeState>()
            .AddSingleton<IssueVersion>()
            .AddSingleton<WithdrawStory>();
        services.AddSingleton<ChangeFollower, CountMonths>();
        services.AddSingleton<WriteToReporter>().AddSingleton<ReportError>().AddSingleton<AnswerReport>();
        services.AddRecurringJob<RemindOfReports>(TimeSpan.FromMinutes(1));
        services.AddRecurringJob<ForgetReporters>(TimeSpan.FromHours(1));
        services.AddRecurringJob<PublishDue>(TimeSpan.FromSeconds(5));
        return services.AddRecurringJob<RemindOfDue>(TimeSpan.FromMinutes(1));
    }
}
