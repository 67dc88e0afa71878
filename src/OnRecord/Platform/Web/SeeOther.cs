namespace OnRecord.Platform.Web;

/// <summary>What a form is answered with: look there (RFC 9110, 15.4.4). Loading the page again then sends nothing again.</summary>
internal sealed class SeeOther(string path) : IResult
{
    public static IResult At(string path) => new SeeOther(path);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
