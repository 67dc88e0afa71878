using Microsoft.AspNetCore.Diagnostics;
using OnRecord.Front.Lists;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Stories;

namespace OnRecord.Front;

/// <summary>What a reader sees where there is no page, or where it could not be made.</summary>
internal static class ShowMessage
{
    private const int StoryCount = 5;

    public static async Task NotFound(StatusCodeContext context)
    {
        var http = context.HttpContext;
        if (
            http.Response.StatusCode != StatusCodes.Status404NotFound
            || http.Request.Path.StartsWithSegments("/media")
            || http.Request.Path.StartsWithSegments("/assets")
        )
            return;
        await NotFoundPage.Answer(http, () => NotFoundHtml(http.RequestServices));
    }

    private static async Task<string> NotFoundHtml(IServiceProvider services)
    {
        services.GetRequiredService<PageTags>().Add(StoryTags.Front);
        var (shell, _) = await services.GetRequiredService<Shell>().Around(null, null, null);
        var stories = await StoryLines.Newest(services.GetRequiredService<OnRecordDb>(), StoryCount, null, null);
        var view = new MessageView(shell, shell.Words["NotFoundHeading"], shell.Words["NotFoundText"], stories);
        return await services.GetRequiredService<PageRenderer>().Render<MessagePage>(view);
    }

    public static async Task Error(HttpContext http)
    {
        var services = http.RequestServices;
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        try
        {
            var (shell, _) = await services.GetRequiredService<Shell>().Around(null, null, null);
            var view = new MessageView(shell, shell.Words["ErrorHeading"], shell.Words["ErrorText"], []);
            await Write(http, services.GetRequiredService<PageRenderer>(), view);
        }
        catch (Exception failure)
            when (failure is System.Data.Common.DbException or InvalidOperationException or IOException)
        {
            // Without a database there is no newsroom's name to show; the sentence still is.
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync(Shell.Words("en")["ErrorText"]);
        }
    }

    private static async Task Write(HttpContext http, PageRenderer pages, MessageView view)
    {
        var html = await pages.Render<MessagePage>(view);
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsync(html);
    }
}
