using OnRecord.People.Staff;

namespace OnRecord.Desk.Budget;

internal static class BudgetServices
{
    public static IServiceCollection AddBudget(this IServiceCollection services) =>
        services.AddSingleton(new DeskMenu(20, "/desk/stories", "Stories", Room.Strings, Permission.SeeStories));

    public static void MapBudget(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/stories", ShowBudget.Get).Needs(Permission.SeeStories);
        desk.MapGet("/stories/new", PitchStory.Get).Needs(Permission.WriteStories);
        desk.MapPost("/stories/new", PitchStory.Submit).Needs(Permission.WriteStories);
        desk.MapPost("/stories/views", SaveFilter.Submit).Needs(Permission.SeeStories);
        desk.MapPost("/stories/views/{id:guid}/remove", SaveFilter.Remove).Needs(Permission.SeeStories);
        desk.MapGet("/calendar", ShowCalendar.Get).Needs(Permission.SeeStories);
    }
}
