using Microsoft.Extensions.Options;

namespace OnRecord.Platform.Fetching;

internal static class FetchServices
{
    public static IServiceCollection AddFetching(this IServiceCollection services)
    {
        services.AddOptions<FetchOptions>().BindConfiguration("Fetching").ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton(provider => new GuardedFetcher(
            provider.GetRequiredService<IOptions<FetchOptions>>().Value
        ));
    }
}
