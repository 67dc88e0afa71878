using System.Resources;
using OnRecord.People.Staff;

namespace OnRecord.Desk.Composition;

internal static class CompositionRoutes
{
    public const string Root = "/desk/front";

    public static readonly ResourceManager Strings = new(
        "OnRecord.Desk.Composition.CompositionWords",
        typeof(CompositionRoutes).Assembly
    );

    public static IServiceCollection AddComposition(this IServiceCollection services) =>
        services
            .AddScoped<CompositionDesk>()
            .AddSingleton(new DeskMenu(27, Root, "Front", Strings, Permission.PublishStories));

    /// <summary>The preview is Front's own: Front and Desk do not know each other.</summary>
    public static void MapComposition(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/front", ComposeFront.Get).Needs(Permission.PublishStories);
        desk.MapPost("/front", ComposeFront.Submit).Needs(Permission.PublishStories);
    }
}
