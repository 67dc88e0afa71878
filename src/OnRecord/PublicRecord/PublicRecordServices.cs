using OnRecord.Platform.Jobs;
using OnRecord.PublicRecord.Witnessing;

namespace OnRecord.PublicRecord;

internal static class PublicRecordServices
{
    public static IServiceCollection AddPublicRecord(this IServiceCollection services)
    {
        services.AddOptions<RecordOptions>().BindConfiguration("Record").ValidateOnStart();
        services.AddSingleton<RecordKey>();
        services.AddSingleton<WitnessPolicies>();
        services.AddSingleton<WitnessKey>();
        services.AddSingleton<CosignCheckpoint>();
        services.AddSingleton<CosignedNote>();
        services.AddSingleton(_ => new WitnessLine(WitnessLine.Handler()));
        services.AddRecurringJob<AskWitnesses>(TimeSpan.FromSeconds(3));
        return services.AddSingleton<SignCheckpoint>();
    }

    public static void MapPublicRecord(this IEndpointRouteBuilder routes)
    {
        string[] read = ["GET", "HEAD"];
        routes.MapMethods("/record/key", read, ServeRecord.Key);
        routes.MapMethods("/record/checkpoint", read, ServeRecord.Checkpoint);
        routes.MapMethods("/record/tile/{**path}", read, ServeRecord.Tile);
        routes.MapMethods("/record/proof/{story:guid}/{file}", read, ServeRecord.Proof);
        routes.MapPost("/witness/add-checkpoint", ServeWitness.AddCheckpoint);
        routes.MapMethods("/witness/key", read, ServeWitness.Key);
        routes.MapMethods("/witness/{hash:length(64)}/checkpoint", read, ServeWitness.Latest);
    }
}
