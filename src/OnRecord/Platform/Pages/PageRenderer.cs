using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using OnRecord.Platform.Web;

namespace OnRecord.Platform.Pages;

/// <summary>Turns a view record into a page through its Razor component.</summary>
internal sealed class PageRenderer(IServiceProvider services, ILoggerFactory logs)
{
    private static readonly UTF8Encoding Utf8 = new(false);

    /// <typeparam name="TPage">A component with one parameter, <c>Model</c>.</typeparam>
    public async Task<string> Render<TPage>(object model)
        where TPage : IComponent
    {
        using var text = new StringWriter();
        await Render<TPage>(model, text);
        return text.ToString();
    }

    private async Task Render<TPage>(object model, TextWriter into)
        where TPage : IComponent
    {
        // A renderer keeps every component it ever made; one for each page lets them go.
        var begun = PageTimes.Begin(PageTimes.Render);
        await using var renderer = new HtmlRenderer(services, logs);
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model });
            (await renderer.RenderComponentAsync<TPage>(parameters)).WriteHtmlTo(into);
        });
        PageTimes.End(PageTimes.Render, begun);
    }

    public async Task<IResult> Page<TPage>(object model, int status = 200)
        where TPage : IComponent
    {
        // A page is larger than what the garbage collector likes to see come and go.
        var body = PooledStreams.New();
        await using (var text = new StreamWriter(body, Utf8, 4096, leaveOpen: true))
            await Render<TPage>(model, text);
        return new RenderedPage(body, status);
    }

    private sealed class RenderedPage(MemoryStream body, int status) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            (response.StatusCode, response.ContentType) = (status, "text/html; charset=utf-8");
            response.ContentLength = body.Length;
            await using (body)
            {
                body.Position = 0;
                await body.CopyToAsync(response.Body, httpContext.RequestAborted);
            }
        }
    }
}
