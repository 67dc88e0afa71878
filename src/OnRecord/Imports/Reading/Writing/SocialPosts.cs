using AngleSharp.Dom;
using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading.Writing;

internal sealed record SocialPost(
    string Network,
    string? Author,
    string? Handle,
    string? Address,
    string? Date,
    string[] Wording
);

/// Posts set into a story by a network's embed code. They are kept as the words that were posted.
internal static class SocialPosts
{
    private static readonly (string Word, string Network)[] Classes =
    [
        ("twitter-tweet", "Twitter"),
        ("twitter-video", "Twitter"),
        ("instagram-media", "Instagram"),
        ("tiktok-embed", "TikTok"),
        ("bluesky-embed", "Bluesky"),
        ("mastodon-embed", "Mastodon"),
        ("fb-post", "Facebook"),
        ("fb-video", "Facebook"),
        ("fb-xfbml-parse-ignore", "Facebook"),
        ("text-post-media", "Threads"),
    ];

    private static readonly (string Host, string Network)[] Hosts =
    [
        ("twitter.com", "Twitter"),
        ("x.com", "Twitter"),
        ("instagram.com", "Instagram"),
        ("tiktok.com", "TikTok"),
        ("bsky.app", "Bluesky"),
        ("facebook.com", "Facebook"),
        ("youtube.com", "YouTube"),
        ("youtube-nocookie.com", "YouTube"),
        ("youtu.be", "YouTube"),
        ("threads.net", "Threads"),
    ];

    public static bool Is(Part part) =>
        part.Tag switch
        {
            "blockquote" or "div" or "twitterwidget" => ByClass(part) is not null,
            "iframe" or "amp-iframe" => FrameNetwork(part) is not null,
            "amp-twitter" or "amp-instagram" or "amp-youtube" or "amp-facebook" or "amp-tiktok" => true,
            _ => false,
        };

    public static SocialPost Read(Part part, Uri? page) =>
        part.Tag switch
        {
            "iframe" or "amp-iframe" => Framed(part, page),
            "amp-twitter" => Named("Twitter", "https://twitter.com/i/status/" + part.Attribute("data-tweetid")),
            "amp-instagram" => Named("Instagram", $"https://www.instagram.com/p/{part.Attribute("data-shortcode")}/"),
            "amp-youtube" => Named("YouTube", "https://www.youtube.com/watch?v=" + part.Attribute("data-videoid")),
            "amp-facebook" => Named("Facebook", part.Attribute("data-href")),
            "amp-tiktok" => Named("TikTok", part.Attribute("data-src")),
            _ => Quoted(part, page),
        };

    private static SocialPost Named(string network, string? address) => new(network, null, null, address, null, []);

    private static SocialPost Framed(Part part, Uri? page)
    {
        var network = FrameNetwork(part)!;
        var address = Addresses.Absolute(part.Attribute("src") ?? part.Attribute("data-src"), page);
        if (network == "YouTube" && address is not null)
            address = Video(new Uri(address));
        var title = part.Attribute("title");
        return new(
            network,
            null,
            null,
            address,
            null,
            network == "YouTube" && !string.IsNullOrWhiteSpace(title) ? [title] : []
        );
    }

    private static string Video(Uri address)
    {
        var id = address.AbsolutePath.StartsWith("/embed/", StringComparison.Ordinal)
            ? address.AbsolutePath[7..].TrimEnd('/')
            : null;
        return id is { Length: > 0 } and not "videoseries"
            ? "https://www.youtube.com/watch?v=" + id
            : address.AbsoluteUri;
    }

    private static SocialPost Quoted(Part part, Uri? page)
    {
        var network = ByClass(part)!;
        var links = Within(part).Where(inner => inner.Tag == "a" && inner.Attribute("href") is not null).ToArray();
        var address =
            part.Attribute("data-instgrm-permalink")
            ?? part.Attribute("cite")
            ?? part.Attribute("data-href")
            ?? links.LastOrDefault(IsPost)?.Attribute("href");
        var signature = Signature(part);
        var (author, handle) = SocialSignature.Split(signature);
        var date =
            links.LastOrDefault()?.Text() is { Length: > 0 } last && signature.EndsWith(last, StringComparison.Ordinal)
                ? last
                : Within(part).FirstOrDefault(inner => inner.Tag == "time")?.Text();
        return new(network, author, handle, Plain(Addresses.Absolute(address, page)), date, Words(part, signature));
    }

    private static bool IsPost(Part link) =>
        link.Attribute("href") is { } href
        && (
            href.Contains("/status/", StringComparison.Ordinal)
            || href.Contains("/p/", StringComparison.Ordinal)
            || href.Contains("/post", StringComparison.Ordinal)
            || href.Contains("/video/", StringComparison.Ordinal)
            || href.Contains("/reel/", StringComparison.Ordinal)
        );

    private static string? Plain(string? address) => address?.Split('?')[0];

    // The signature is the loose text after the paragraphs, or the last paragraph where it begins with a dash.
    private static string Signature(Part part)
    {
        var from = part.Children.FindLastIndex(child => child.Tag is "p" or "div" or "blockquote");
        var loose = Wording.OneLine(string.Concat(part.Children.Skip(from + 1).Select(child => child.RawText())));
        if (Wording.Weigh(loose) > 0)
            return loose;
        var last = Within(part).LastOrDefault(inner => inner.Tag == "p")?.Text() ?? "";
        return last.StartsWith('—') || last.StartsWith("A post shared", StringComparison.Ordinal) ? last : "";
    }

    private static string[] Words(Part part, string signature)
    {
        var paragraphs = Within(part)
            .Where(inner => inner.Tag == "p")
            .Select(inner => inner.Text())
            .Where(text => text.Length > 0 && text != signature)
            .ToArray();
        if (paragraphs.Length > 0)
            return paragraphs;
        var whole = part.Text();
        return [(signature.Length > 0 ? whole.Replace(signature, "", StringComparison.Ordinal) : whole).Trim()];
    }

    private static IEnumerable<Part> Within(Part part)
    {
        foreach (var child in part.Children)
        {
            yield return child;
            foreach (var inner in Within(child))
                yield return inner;
        }
    }

    private static string? ByClass(Part part)
    {
        var names = part.Attribute("class");
        if (string.IsNullOrEmpty(names))
            return null;
        foreach (var (word, network) in Classes)
        {
            if (names.Contains(word, StringComparison.Ordinal) && part.Element!.ClassList.Contains(word))
                return network;
        }
        return null;
    }

    private static string? FrameNetwork(Part part)
    {
        if ((part.Attribute("src") ?? part.Attribute("data-src")) is not { Length: > 0 } source)
            return null;
        if (part.Names.Has("mastodon"))
            return "Mastodon";
        if (source.StartsWith("//", StringComparison.Ordinal))
            source = "https:" + source;
        if (!Uri.TryCreate(source, UriKind.Absolute, out var address))
            return null;
        foreach (var (host, network) in Hosts)
        {
            if (
                Addresses.Under(address.Host, host)
                && !address.AbsolutePath.Contains("/plugins/like", StringComparison.Ordinal)
                && !address.AbsolutePath.Contains("/plugins/page", StringComparison.Ordinal)
            )
                return network;
        }
        return null;
    }
}
