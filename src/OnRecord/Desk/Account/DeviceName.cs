using OnRecord.Platform.Pages;

namespace OnRecord.Desk.Account;

/// <summary>What a browser calls itself, in plain words: Firefox on Windows.</summary>
internal static class DeviceName
{
    // The order matters: nearly all of them also call themselves Chrome, Safari and Mozilla.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Vivaldi/", "Vivaldi"),
        ("FxiOS/", "Firefox"),
        ("Firefox/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chromium"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("CrOS", "ChromeOS"),
        ("Windows", "Windows"),
        ("Macintosh", "macOS"),
        ("Linux", "Linux"),
    ];

    public static string Of(string userAgent, Words words) =>
        (Find(Browsers, userAgent), Find(Systems, userAgent)) switch
        {
            ({ } browser, { } system) => words.With("Device", browser, system),
            ({ } browser, null) => browser,
            (null, { } system) => words.With("Device", words["Device.Browser"], system),
            _ => words["Device.Unknown"],
        };

    private static string? Find((string Sign, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(row => userAgent.Contains(row.Sign, StringComparison.Ordinal)).Name;
}
