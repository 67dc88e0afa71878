using OnRecord.Platform.Storage;

namespace OnRecord.Platform.Web;

/// <summary>For the one who runs the server, and for machines that watch it: whether site and database work.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/health", ["GET", "HEAD"], Get);

    private static async Task<IResult> Get(HttpContext http, OnRecordDb db)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await db.Database.CanConnectAsync()
            ? Results.Text("The newsroom is well.")
            : Results.Text("The database does not answer.", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
