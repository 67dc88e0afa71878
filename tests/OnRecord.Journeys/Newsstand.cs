using Microsoft.Playwright;
using OnRecord.Commands.Demonstration;

[assembly: AssemblyFixture(typeof(OnRecord.Journeys.Newsstand))]

namespace OnRecord.Journeys;

/// <summary>Debian's Chromium, and the demonstration newsroom to read with it.</summary>
public sealed class Newsstand : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    internal RunningSite Ledger { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = Arguments }
        );
        Ledger = await RunningSite.Start(FillDemonstration.Run);
    }

    /// <summary>Someone who reads the demonstration newsroom, unless another site is named.</summary>
    internal Task<Reader> Reader(BrowserNewContextOptions? options = null, RunningSite? site = null) =>
        Journeys.Reader.Open(browser!, (site ?? Ledger).Root, options ?? new BrowserNewContextOptions());

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (Ledger is not null)
            await Ledger.DisposeAsync();
    }
}
