using OnRecord.Platform.Pages;
using OnRecord.PublicRecord;
using OnRecord.Stories;

namespace OnRecord.Desk.Record;

/// <summary>What a person sees who wanted to show readers something that cannot be sealed: why not. Nothing was changed.</summary>
internal sealed class SayNothingIsSealed : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (RecordRefusal refusal)
        {
            return await Answer(context.HttpContext, refusal);
        }
    }

    private static async Task<IResult> Answer(HttpContext http, RecordRefusal refusal)
    {
        http.RequestServices.GetRequiredService<SignCheckpoint>().Log(refusal);
        // What the act had begun is not to be saved along with the page.
        http.RequestServices.GetRequiredService<Platform.Storage.OnRecordDb>().ChangeTracker.Clear();
        var (around, newsroom) = await http.RequestServices.GetRequiredService<Room>().Around(http, "");
        var words = Room.Words(RecordRoutes.Strings, around);
        var sentence = ProblemWords.In(Room.LanguageOf(http, newsroom), refusal.Problem);
        if (!People.Staff.StaffDoor.WantsPage(http))
            return Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, title: sentence);
        return await http
            .RequestServices.GetRequiredService<PageRenderer>()
            .Page<RefusalPage>(
                new RefusalView(around with { Title = words["NotSealed"] }, words["NotSealed"], sentence),
                StatusCodes.Status422UnprocessableEntity
            );
    }
}
