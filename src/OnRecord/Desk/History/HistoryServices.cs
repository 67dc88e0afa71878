using OnRecord.People.Staff;

namespace OnRecord.Desk.History;

internal static class HistoryServices
{
    public static void MapHistory(this IEndpointRouteBuilder desk)
    {
        var story = desk.MapGroup("/stories/{id:guid}");
        story.MapGet("/history", ShowHistory.Get).Needs(Permission.SeeStories);
        story.MapGet("/drafts/{revision:int}", ShowHistory.Text).Needs(Permission.SeeStories);
        story.MapPost("/drafts/{revision:int}/restore", RestoreDraft.Submit).Needs(Permission.WriteStories);
    }
}
