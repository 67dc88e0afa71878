namespace OnRecord.Media;

internal static class MediaServices
{
    public static IServiceCollection AddMedia(this IServiceCollection services) =>
        services.AddSingleton<MediaFolder>().AddSingleton<Renditions>().AddScoped<AddPicture>().AddSingleton<Logos>();

    public static void MapMedia(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/media/{sha256}/{file}", ["GET", "HEAD"], ServeRendition.Get);
}
