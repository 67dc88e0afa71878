using System.Collections.Frozen;

namespace OnRecord.Imports.Reading;

/// What the names of elements give away about the furniture round a story.
internal static class FurnitureWords
{
    private static readonly FrozenDictionary<string, string> Single = Table(
        (
            "navigation",
            "nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager paging skip skiplink toolbar topbar masthead sitemap sidebar rail toc offcanvas hamburger colophon drawer"
        ),
        (
            "related stories",
            "related relateds recommended recommendation recommendations recommend recirc recirculation trending popular outbrain taboola zergnet revcontent mgid teaser teasers upnext readnext readmore morefrom suggested "
                + "mostread alsoread similar dontmiss yarpp jp crosslinks seealso linkbox"
        ),
        ("donation appeal", "donate donation donations fundraising contribute membership supportus"),
        ("comment form", "comments comment disqus respond livefyre viafoura coral commenting spotim"),
        (
            "newsletter sign-up",
            "newsletter newsletters signup subscribe subscription subscriptions mailchimp mc optin enewsletter inbox regwall registration"
        ),
        ("app prompt", "smartbanner appstore appbanner"),
        (
            "advertisement",
            "ad ads advert adverts advertisement advertisements advertising adslot adunit adbox adsense dfp gpt sponsor sponsored sponsors promo promos promoted promotion promotions commercial affiliate marketing leaderboard banner"
        ),
        (
            "share buttons",
            "share shares sharing sharebar sharedaddy addthis addtoany socials sharethis socialshare shareaholic ssba sociable sharetools"
        ),
        ("author box", "authorbox bio authorbio biography"),
        ("tags", "tags taglist taglinks keywords tagcloud"),
        ("cookie notice", "cookie cookies consent gdpr onetrust"),
        ("pop-up", "modal popup popover overlay lightbox tooltip interstitial"),
        ("not for print", "noprint"),
        ("player", "jwplayer videoplayer audioplayer"),
        ("search box", "search searchform"),
        ("byline", "byline bylines dateline timestamp"),
        ("page footer", "footer"),
        ("widget", "widget widgets"),
        ("caption", "caption captions photocredit imagecredit")
    );

    // Words that mean furniture on a short block only; a whole story may well be named "story-info".
    private static readonly FrozenDictionary<string, string> Short = Table(
        (
            "byline",
            "meta metadata author authors info contributor contributors attribution writer published pubdate updated date datetime time posted"
        ),
        ("caption", "credit credits copyright photographer"),
        (
            "button",
            "button buttons btn cta actions tools toolbox loading placeholder print printer views likes rating vote feedback login signin"
        ),
        ("section name", "kicker eyebrow overline rubric category categories"),
        ("paywall", "paywall piano metering gate subscriber subscribers"),
        ("player", "video player audio podcast playlist"),
        ("beside the story", "callout box inset infobox promobox factbox aside")
    );

    private static readonly (string First, string Second, string Why)[] Pairs =
    [
        .. Paired(
            "related stories",
            "read more",
            "read next",
            "read also",
            "also read",
            "see also",
            "up next",
            "more on",
            "more from",
            "more stories",
            "more news",
            "more posts",
            "more articles",
            "most read",
            "most viewed",
            "latest news",
            "latest stories",
            "latest posts",
            "next article",
            "next post",
            "next story",
            "prev post",
            "previous post",
            "post nav",
            "other news",
            "other stories",
            "in story",
            "inline story",
            "story links",
            "rich link",
            "link box",
            "editors picks",
            "you may",
            "you might",
            "more like",
            "also like",
            "like this",
            "stay connected",
            "dont miss",
            "top stories",
            "further reading"
        ),
        .. Paired("newsletter sign-up", "sign up", "opt in", "email form", "mail list", "mailing list", "email signup"),
        .. Paired("donation appeal", "support us", "support box", "reader revenue", "give now"),
        .. Paired(
            "author box",
            "author box",
            "author bio",
            "author info",
            "author profile",
            "about author",
            "about the",
            "author description",
            "author card",
            "author footer",
            "post author",
            "entry author",
            "article author",
            "story author",
            "author meta",
            "writer bio",
            "author block",
            "author details"
        ),
        .. Paired(
            "byline",
            "post meta",
            "entry meta",
            "article meta",
            "story meta",
            "meta info",
            "article info",
            "post info",
            "entry info",
            "posted on",
            "pub date",
            "publish date",
            "published date",
            "article date",
            "post date",
            "entry date",
            "date time",
            "article header",
            "entry header",
            "author name",
            "read time",
            "reading time"
        ),
        .. Paired(
            "share buttons",
            "social share",
            "social links",
            "social media",
            "social icons",
            "social bar",
            "social buttons",
            "social tools",
            "social list",
            "follow us",
            "article tools",
            "article actions",
            "story tools",
            "social follow",
            "share tools",
            "post social",
            "article social",
            "jp relatedposts",
            "print friendly",
            "social container",
            "social wrapper"
        ),
        .. Paired(
            "tags",
            "tag list",
            "tag links",
            "tag cloud",
            "post tags",
            "article tags",
            "entry tags",
            "story tags",
            "post categories",
            "entry categories",
            "cat links",
            "entry footer",
            "article footer",
            "post footer",
            "story footer",
            "topic list",
            "article topics"
        ),
        .. Paired("app prompt", "app promo", "app banner", "app store", "app download", "smart banner", "get app"),
        .. Paired("cookie notice", "privacy notice", "cookie bar"),
        .. Paired("hidden text", "only print", "print only"),
        .. Paired("not for print", "no print", "hidden print", "hide print"),
        .. Paired("player", "video player", "audio player", "media player", "podcast player"),
        .. Paired("advertisement", "partner content", "paid content", "paid post", "google auto"),
        .. Paired(
            "navigation",
            "skip link",
            "side bar",
            "right column",
            "left column",
            "right col",
            "table of",
            "secondary column",
            "right rail"
        ),
        .. Paired("correction form", "report error", "report typo"),
        .. Paired(
            "caption",
            "image credit",
            "photo credit",
            "image caption",
            "photo caption",
            "caption text",
            "img caption",
            "media caption"
        ),
    ];

    private static readonly FrozenDictionary<string, (string Second, string Why)[]> Seconds = Pairs
        .GroupBy(pair => pair.First, StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.Select(pair => (pair.Second, pair.Why)).ToArray(),
            StringComparer.Ordinal
        );

    public static string? Why(NameWords names)
    {
        var words = names.Words;
        for (var at = 0; at < words.Count; at++)
        {
            if (Single.TryGetValue(words[at], out var why) && !Excused(words, at))
                return why;
            if (!Seconds.TryGetValue(words[at], out var seconds) || at + 1 >= words.Count)
                continue;
            foreach (var (second, reason) in seconds)
            {
                if (words[at + 1] == second)
                    return reason;
            }
        }
        return null;
    }

    public static string? WhyShort(NameWords names)
    {
        foreach (var word in names.Words)
        {
            if (Short.TryGetValue(word, out var why))
                return why;
        }
        return null;
    }

    // "has-sidebar", "no-comments", "with-ads" say what the page around has, not what the element is.
    private static bool Excused(IReadOnlyList<string> words, int at) =>
        at > 0
        && words[at - 1] is "has" or "with" or "no" or "without" or "hide" or "not" or "before" or "after" or "is";

    private static IEnumerable<(string, string, string)> Paired(string why, params string[] pairs) =>
        pairs.Select(pair => pair.Split(' ')).Select(words => (words[0], words[1], why));

    private static FrozenDictionary<string, string> Table(params (string Why, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Why)))
            .DistinctBy(row => row.word)
            .ToFrozenDictionary(row => row.word, row => row.Why, StringComparer.Ordinal);
}
