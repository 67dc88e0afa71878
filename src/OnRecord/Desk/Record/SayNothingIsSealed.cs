using OnRecord.People.Staff;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;

namespace OnRecord.Desk.Record;

/// <summary>What a person sees who wanted to show readers something that cannot be sealed: why not. Nothing was changed.</summary>
internal static class SayNothingIsSealed
{
    // A middleware: a filter on the desk's routes breaks the binding of some of their forms.
    public static void UseRefusalsOfTheRecord(this IApplicationBuilder app) =>
        app.Use(
            async (http, next) =>
            {
                try
                {
                    await next(http);
                }
                catch (RecordRefusal refusal)
                    when (http.Request.Path.StartsWithSegments("/desk") && !http.Response.HasStarted)
                {
                    await (await Answer(http, refusal)).ExecuteAsync(http);
                }
            }
        );

    private static async Task<IResult> Answer(HttpContext http, RecordRefusal refusal)
    {
        var services = http.RequestServices;
        services.GetRequiredService<SignCheckpoint>().Log(refusal);
        // What the act had begun is not to be saved along with the page.
        services.GetRequiredService<OnRecordDb>().ChangeTracker.Clear();
        var (around, newsroom) = await services.GetRequiredService<Room>().Around(http, "");
        var words = Room.Words(RecordRoutes.Strings, around);
        var sentence = ProblemWords.In(Room.LanguageOf(http, newsroom), refusal.Problem);
        return StaffDoor.WantsPage(http)
            ? await services
                .GetRequiredService<PageRenderer>()
                .Page<RefusalPage>(
                    new RefusalView(around with { Title = words["NotSealed"] }, words["NotSealed"], sentence),
                    StatusCodes.Status422UnprocessableEntity
                )
            : Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, title: sentence);
    }
}
