namespace OnRecord.Sources.Evidence;

internal static class EvidenceServices
{
    public static IServiceCollection AddSavedCopies(this IServiceCollection services) =>
        services.AddSingleton<EvidenceFolder>().AddScoped<TakeCopy>();
}
