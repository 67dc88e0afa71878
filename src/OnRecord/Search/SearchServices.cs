using OnRecord.Platform.Announcements;
using OnRecord.Platform.Storage;

namespace OnRecord.Search;

internal static class SearchServices
{
    public static IServiceCollection AddSearch(this IServiceCollection services) =>
        services
            .AddSingleton<ISearchIndex>(app =>
                app.GetRequiredService<DatabaseAddress>().IsPostgres
                    ? new PostgresSearchIndex()
                    : new SqliteSearchIndex()
            )
            .AddSingleton<ChangeFollower, KeepIndex>()
            .On<WordsErased, ForgetErasedWords>()
            .AddScoped<FindStories>();
}
