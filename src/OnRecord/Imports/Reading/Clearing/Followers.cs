using System.Globalization;
using AngleSharp.Dom;
using OnRecord.Imports.Reading.Pages;
using OnRecord.Imports.Reading.Writing;

namespace OnRecord.Imports.Reading.Clearing;

/// Counts what follows a reader about: invisible pictures and scripts of third parties.
internal static class Followers
{
    private static readonly string[] Pixels =
    [
        "facebook.com/tr",
        "doubleclick.net",
        "scorecardresearch.com",
        "google-analytics.com",
        "quantserve.com",
        "chartbeat",
        "googletagmanager.com/ns.html",
        "pixel.gif",
        "/pixel",
        "bat.bing.com",
        "analytics.twitter.com",
        "krxd.net",
        "px.ads.",
        "imrworldwide.com",
        "comscore",
        "mc.yandex",
        "counter.yadro",
        "hit.gemius",
    ];

    public static int Trackers(PageMap page) =>
        page.Parts.Count(part =>
            part.Element is not null
            && (
                part.Tag is "img" or "amp-pixel"
                    && (part.Tag == "amp-pixel" || Pictures.IsTracker(part.Element) || Follows(part))
                || part.Tag == "iframe" && Follows(part)
            )
        );

    public static int ThirdPartyScripts(PageMap page, Uri? address) =>
        page.Unseen.Count(element => element.LocalName == "script" && IsForeign(element.GetAttribute("src"), address));

    private static bool Follows(Part part) =>
        part.Attribute("src") is { Length: > 0 } source
        && Pixels.Any(pixel => source.Contains(pixel, StringComparison.OrdinalIgnoreCase));

    private static bool IsForeign(string? source, Uri? address) =>
        Addresses.Absolute(source, address ?? new Uri("http://localhost/")) is { } script
        && new Uri(script).Host is { } host
        && host != "localhost"
        && (address is null || !Addresses.Under(host, Site(address.Host)));

    // Near enough to the public suffix list: a short second level ("co.uk") takes one label more.
    private static string Site(string host)
    {
        var labels = host.Split('.');
        if (labels.Length <= 2)
            return host;
        var taken = labels[^1].Length == 2 && labels[^2].Length <= 3 ? 3 : 2;
        return string.Join('.', labels[^taken..]);
    }
}
