using OnRecord.People.Staff;
using OnRecord.Sources.Protection;

namespace OnRecord.Desk.Sources.Protection;

internal static class SourceProtectionRoutes
{
    public static IServiceCollection AddSourceProtection(this IServiceCollection services) =>
        services.AddIdentities().AddScoped<ShowIdentity>();

    public static void MapSourceProtection(this IEndpointRouteBuilder desk)
    {
        var identity = desk.MapGroup("/sources/{id:guid}/identity");
        identity.MapGet("", ShowIdentity.Get).Needs(Permission.EditStories);
        identity.MapPost("", KeepIdentity.Store).Needs(Permission.EditStories);
        identity.MapPost("/open", KeepIdentity.Open).Needs(Permission.EditStories);
        identity.MapPost("/give", KeepIdentity.Give).Needs(Permission.EditStories);
        identity.MapPost("/take", KeepIdentity.Take).Needs(Permission.EditStories);
        identity.MapPost("/forget", KeepIdentity.Forget).Needs(Permission.EditStories);
    }
}
