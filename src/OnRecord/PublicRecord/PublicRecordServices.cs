namespace OnRecord.PublicRecord;

internal static class PublicRecordServices
{
    public static IServiceCollection AddPublicRecord(this IServiceCollection services)
    {
        services.AddOptions<RecordOptions>().BindConfiguration("Record").ValidateOnStart();
        services.AddSingleton<RecordKey>();
        return services.AddSingleton<SignCheckpoint>();
    }

    public static void MapPublicRecord(this IEndpointRouteBuilder routes)
    {
        string[] read = ["GET", "HEAD"];
        routes.MapMethods("/record/key", read, ServeRecord.Key);
        routes.MapMethods("/record/checkpoint", read, ServeRecord.Checkpoint);
        routes.MapMethods("/record/tile/{**path}", read, ServeRecord.Tile);
        routes.MapMethods("/record/proof/{story:guid}/{file}", read, ServeRecord.Proof);
    }
}
