using Microsoft.Extensions.Options;

namespace OnRecord.Platform.Fetching;

internal static class FetchServices
{
    public static IServiceCollection AddFetching(this IServiceCollection services)
    {
        services.AddOptions<FetchOptions>().BindConfiguration("Fetching").ValidateOnStart();
        services.AddSingleton<IValidateOptions<FetchOptions>, FetchOptionsRules>();
        services.AddSingleton(provider => new RecordingFetcher(
            provider.GetRequiredService<IOptions<FetchOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()
        ));
        return services.AddSingleton(provider => new GuardedFetcher(
            provider.GetRequiredService<IOptions<FetchOptions>>().Value
        ));
    }

    private sealed class FetchOptionsRules : IValidateOptions<FetchOptions>
    {
        public ValidateOptionsResult Validate(string? name, FetchOptions options) =>
            options.Faults().ToList() is { Count: > 0 } faults
                ? ValidateOptionsResult.Fail(faults)
                : ValidateOptionsResult.Success;
    }
}
