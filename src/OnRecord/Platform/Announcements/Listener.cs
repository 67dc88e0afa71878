using System.Text.Json;

namespace OnRecord.Platform.Announcements;

/// <summary>Hears a fact after it happened. The same fact may come twice.</summary>
internal interface IHear<in TFact>
    where TFact : class
{
    /// <exception cref="AnnouncementRefused">It could not be done now, and is tried again later.</exception>
    Task Hear(TFact fact, CancellationToken stop);
}

/// <summary>Why a fact could not be acted on; it is told again later.</summary>
internal sealed class AnnouncementRefused(string reason) : Exception(reason);

/// <summary>Who listens for which fact.</summary>
internal sealed record Listener(string Name, Type Fact, Func<IServiceProvider, string, CancellationToken, Task> Tell);

internal static class Listeners
{
    /// <summary>Lets <typeparamref name="THearer"/> hear every <typeparamref name="TFact"/>.</summary>
    public static IServiceCollection On<TFact, THearer>(this IServiceCollection services)
        where TFact : class
        where THearer : class, IHear<TFact> =>
        services
            .AddScoped<THearer>()
            .AddSingleton(
                new Listener(
                    typeof(THearer).Name,
                    typeof(TFact),
                    (scope, json, stop) =>
                        scope
                            .GetRequiredService<THearer>()
                            .Hear(
                                JsonSerializer.Deserialize<TFact>(json)
                                    ?? throw new AnnouncementRefused("The fact is empty."),
                                stop
                            )
                )
            );
}
