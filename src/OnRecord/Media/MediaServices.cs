namespace OnRecord.Media;

internal static class MediaServices
{
    public static IServiceCollection AddMedia(this IServiceCollection services) =>
        services
            .AddSingleton<MediaFolder>()
            .AddSingleton<DecodingTurn>()
            .AddSingleton<Renditions>()
            .AddScoped<AddPicture>()
            .AddScoped<DeletePicture>()
            .AddSingleton<Logos>();

    public static void MapMedia(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/media/{sha256}/{file}", ["GET", "HEAD"], ServeRendition.Get);
}
