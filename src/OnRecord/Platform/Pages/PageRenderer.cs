using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using OnRecord.Platform.Web;

namespace OnRecord.Platform.Pages;

/// <summary>Turns a view record into a page through its Razor component.</summary>
internal sealed class PageRenderer(IServiceProvider services, ILoggerFactory logs)
{
    /// <typeparam name="TPage">A component with one parameter, <c>Model</c>.</typeparam>
    public async Task<string> Render<TPage>(object model)
        where TPage : IComponent
    {
        // A renderer keeps every component it ever made; one for each page lets them go.
        var begun = PageTimes.Begin(PageTimes.Render);
        await using var renderer = new HtmlRenderer(services, logs);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model });
            return (await renderer.RenderComponentAsync<TPage>(parameters)).ToHtmlString();
        });
        PageTimes.End(PageTimes.Render, begun);
        return html;
    }

    public async Task<IResult> Page<TPage>(object model, int status = 200)
        where TPage : IComponent =>
        Results.Text(await Render<TPage>(model), "text/html; charset=utf-8", statusCode: status);
}
