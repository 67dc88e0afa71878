using OnRecord.Desk.Arrangement.Machines;
using OnRecord.People.Staff;

namespace OnRecord.Desk.Arrangement;

internal static class ArrangementServices
{
    public static IServiceCollection AddArrangement(this IServiceCollection services) =>
        services
            .AddScoped<ArrangementRoom>()
            .AddSingleton(
                new DeskMenu(70, ArrangementRoom.Root, "Site", ArrangementRoom.Strings, Permission.ArrangeSite)
            );

    public static void MapArrangement(this IEndpointRouteBuilder routes)
    {
        var site = routes.MapGroup(ArrangementRoom.Root);
        site.MapGet("/", EditNewsroom.Get).Needs(Permission.ArrangeSite);
        site.MapPost("/", EditNewsroom.Save).Needs(Permission.RunNewsroom);
        site.MapGet("/look", EditLook.Get).Needs(Permission.RunNewsroom);
        site.MapPost("/look", EditLook.Save).Needs(Permission.RunNewsroom);
        site.MapGet("/look/preview.css", EditLook.Preview).Needs(Permission.RunNewsroom);
        MapSections(site.MapGroup("/sections"));
        MapTopics(site.MapGroup("/topics"));
        MapPeople(site.MapGroup("/people"));
        MapMenus(site.MapGroup("/menus"));
        MapPolicies(site.MapGroup("/policies"));
        site.MapGet("/sources", EditSources.Get).Needs(Permission.RunNewsroom);
        site.MapPost("/sources", EditSources.Save).Needs(Permission.RunNewsroom);
        site.MapGet("/machines", EditMachines.Get).Needs(Permission.RunNewsroom);
        site.MapPost("/machines", EditMachines.Save).Needs(Permission.RunNewsroom);
    }

    private static void MapSections(RouteGroupBuilder sections)
    {
        sections.MapGet("/", ArrangeSections.Get).Needs(Permission.ArrangeSite);
        sections.MapPost("/", ArrangeSections.Add).Needs(Permission.ArrangeSite);
        sections.MapPost("/order", ArrangeSections.Order).Needs(Permission.ArrangeSite);
        sections.MapGet("/{id:guid}", EditSection.Get).Needs(Permission.ArrangeSite);
        sections.MapPost("/{id:guid}", EditSection.Save).Needs(Permission.ArrangeSite);
        sections.MapPost("/{id:guid}/delete", EditSection.Delete).Needs(Permission.ArrangeSite);
    }

    private static void MapTopics(RouteGroupBuilder topics)
    {
        topics.MapGet("/", ArrangeTopics.Get).Needs(Permission.ArrangeSite);
        topics.MapPost("/", ArrangeTopics.Add).Needs(Permission.ArrangeSite);
        topics.MapGet("/{id:guid}", EditTopic.Get).Needs(Permission.ArrangeSite);
        topics.MapPost("/{id:guid}", EditTopic.Save).Needs(Permission.ArrangeSite);
        topics.MapPost("/{id:guid}/merge", EditTopic.Merge).Needs(Permission.ArrangeSite);
    }

    private static void MapPeople(RouteGroupBuilder people)
    {
        people.MapGet("/", ArrangePeople.Get).Needs(Permission.ArrangeSite);
        people.MapPost("/", ArrangePeople.Add).Needs(Permission.ArrangeSite);
        people.MapGet("/{id:guid}", EditPerson.Get).Needs(Permission.ArrangeSite);
        people.MapPost("/{id:guid}", EditPerson.Save).Needs(Permission.ArrangeSite);
        people.MapPost("/{id:guid}/merge", EditPerson.Merge).Needs(Permission.ArrangeSite);
    }

    private static void MapMenus(RouteGroupBuilder menus)
    {
        menus.MapGet("/", ArrangeMenus.Get).Needs(Permission.ArrangeSite);
        menus.MapPost("/", ArrangeMenus.Add).Needs(Permission.ArrangeSite);
        menus.MapPost("/order", ArrangeMenus.Order).Needs(Permission.ArrangeSite);
        menus.MapGet("/{id:guid}", ArrangeMenus.Edit).Needs(Permission.ArrangeSite);
        menus.MapPost("/{id:guid}", ArrangeMenus.Save).Needs(Permission.ArrangeSite);
        menus.MapPost("/{id:guid}/delete", ArrangeMenus.Delete).Needs(Permission.ArrangeSite);
    }

    private static void MapPolicies(RouteGroupBuilder policies)
    {
        policies.MapGet("/", ArrangePolicies.Get).Needs(Permission.ArrangeSite);
        policies.MapPost("/", ArrangePolicies.Add).Needs(Permission.ArrangeSite);
        policies.MapPost("/order", ArrangePolicies.Order).Needs(Permission.ArrangeSite);
        policies.MapGet("/{id:guid}", EditPolicy.Get).Needs(Permission.ArrangeSite);
        policies.MapPost("/{id:guid}", EditPolicy.Save).Needs(Permission.ArrangeSite);
        policies.MapPost("/{id:guid}/withdraw", EditPolicy.Withdraw).Needs(Permission.ArrangeSite);
    }
}
