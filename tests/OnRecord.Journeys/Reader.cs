using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace OnRecord.Journeys;

/// <summary>One reader's browser window. It notes what no page of ours may do: ask another host, open a dialog, report an error.</summary>
internal sealed class Reader : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> troubles = new();
    private readonly IBrowserContext context;
    private readonly Uri root;

    private Reader(IBrowserContext context, Uri root) => (this.context, this.root) = (context, root);

    public IPage Page { get; private set; } = null!;

    public IBrowserContext Context => context;

    public static async Task<Reader> Open(IBrowser browser, Uri root, BrowserNewContextOptions options)
    {
        options.BaseURL = root.AbsoluteUri;
        var reader = new Reader(await browser.NewContextAsync(options), root);
        await reader.Watch();
        reader.Page = await reader.context.NewPageAsync();
        return reader;
    }

    /// <summary>Opens another window of the same browser, and goes on in it.</summary>
    public async Task NewPage() => Page = await context.NewPageAsync();

    /// <summary>What went wrong so far, a line each.</summary>
    public IReadOnlyList<string> Troubles => [.. troubles];

    public void Note(string trouble) => troubles.Enqueue(trouble);

    public async Task<IResponse> Open(string path) =>
        (await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load })).ShouldNotBeNull();

    /// <summary>Opens a page and waits until it asks for nothing more.</summary>
    public async Task<IResponse> OpenWhole(string path) =>
        (await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle })).ShouldNotBeNull();

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private async Task Watch()
    {
        context.Request += (_, request) =>
        {
            if (IsElsewhere(request.Url))
                Note($"asked {request.Url}");
        };
        context.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of"))
                Note($"console: {message.Text}");
        };
        context.WebError += (_, error) => Note($"page error: {error.Error}");
        context.Dialog += async (_, dialog) =>
        {
            Note($"{dialog.Type}: {dialog.Message}");
            await dialog.DismissAsync();
        };
        await context.RouteAsync(IsElsewhere, route => route.AbortAsync());
    }

    private bool IsElsewhere(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https" or "ws" or "wss"
        && uri.Authority != root.Authority;
}
