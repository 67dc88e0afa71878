using OnRecord.Comments.Counting;
using OnRecord.Comments.Keys;
using OnRecord.Comments.Letters;
using OnRecord.Comments.Moderation;
using OnRecord.Comments.Outside;
using OnRecord.Comments.Own;
using OnRecord.Comments.Posting;
using OnRecord.Comments.Privacy;
using OnRecord.Platform;
using OnRecord.Platform.Jobs;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;

namespace OnRecord.Comments;

internal static class CommentServices
{
    public static IServiceCollection AddComments(this IServiceCollection services)
    {
        services.AddOptions<CommentOptions>().BindConfiguration("Comments").ValidateOnStart();
        services.AddOutsideJudge();
        services.AddSingleton<CommentKeys>().AddSingleton<WorkProof>().AddSingleton<Watch>();
        services.AddSingleton<JudgeText>().AddSingleton<WriteComments>();
        services.AddSingleton(new CoalescedTags(CommentTags.Prefix));
        services.AddScoped<FindTalk>().AddScoped<OwnComment>().AddSingleton<ReadTalk>().AddSingleton<TakeComment>();
        services.AddSingleton<PutLetter>().AddRecurringJob<WriteLetters>(WriteLetters.Every);
        services.AddSingleton<AskForData>().AddSingleton<HeldData>().AddSingleton<EraseCommenter>();
        services.AddRecurringJob<ForgetCommenters>(TimeSpan.FromHours(1));
        services.AddSingleton<ChangedCounts>().AddSingleton<ChangeFollower, NoteCounts>();
        services.AddRecurringJob<RenewCounts>(RenewCounts.Every);
        services.AddModeration();
        services.AddRecurringJob<LearnFromDecisions>(TimeSpan.FromSeconds(30));
        return services.AddSingleton(app => new GroupCommit<NewComment, Outcome<Posted>>(
            app.GetRequiredService<IServiceScopeFactory>(),
            app.GetRequiredService<DatabaseAddress>(),
            async (scope, db, batch) =>
                await app.GetRequiredService<WriteComments>()
                    .Write(db, (await scope.GetRequiredService<FindTalk>().House()).Settings, batch)
        ));
    }
}
