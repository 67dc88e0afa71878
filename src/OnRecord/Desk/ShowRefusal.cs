using Microsoft.AspNetCore.Diagnostics;
using OnRecord.People.Staff;
using OnRecord.Platform.Pages;

namespace OnRecord.Desk;

/// <summary>What a person at the desk sees where there is no page, where it is not theirs, or where a form did not come from us.</summary>
internal static class ShowRefusal
{
    public static async Task Page(StatusCodeContext context)
    {
        var http = context.HttpContext;
        if (!StaffDoor.WantsPage(http) || http.Response.StatusCode is not (400 or 401 or 403 or 404 or 405 or 413))
            return;
        var (view, _) = await http.RequestServices.GetRequiredService<Room>().Around(http, "");
        var kind = http.Response.StatusCode switch
        {
            400 => "Forged",
            401 => "SignedOut",
            403 => "Forbidden",
            413 => "TooLarge",
            _ => "NotHere",
        };
        var words = view.Words;
        var refusal = new RefusalView(
            view with
            {
                Title = words[$"{kind}.Heading"],
            },
            words[$"{kind}.Heading"],
            words[$"{kind}.Text"]
        );
        var html = await http.RequestServices.GetRequiredService<PageRenderer>().Render<RefusalPage>(refusal);
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(html);
    }
}

/// <summary>A page that could not be shown.</summary>
public sealed record RefusalView(DeskView Around, string Heading, string Text);
