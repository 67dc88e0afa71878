using System.Collections.Frozen;
using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading.Clearing;

/// What the names of elements give away about the furniture round a story.
internal static class FurnitureWords
{
    private static readonly FrozenDictionary<string, string> Single = WordTable.Read(
        """
        navigation = nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager paging skip skiplink
            toolbar topbar masthead sitemap sidebar rail toc offcanvas hamburger colophon drawer
        related stories = related relateds recommended recommendation recommendations recommend recirc recirculation
            trending popular outbrain taboola zergnet revcontent mgid teaser teasers upnext readnext readmore
            morefrom suggested mostread alsoread similar dontmiss yarpp jp crosslinks seealso linkbox relatedposts
            relatedarticles relatednews relatedcontent relatedstories relatedlinks
        donation appeal = donate donation donations fundraising contribute membership supportus
        comment form = comments comment commentlist commentsarea disqus respond livefyre viafoura coral commenting
            spotim
        newsletter sign-up = newsletter newsletters signup subscribe subscription subscriptions mailchimp mc optin
            enewsletter inbox regwall registration
        app prompt = smartbanner appstore appbanner
        advertisement = ad ads advert adverts advertisement advertisements advertising adslot adunit adbox adsense
            dfp gpt sponsor sponsored sponsors promo promos promoted promotion promotions commercial affiliate
            marketing leaderboard banner
        share buttons = sharebuttons sharebox sociallinks socialbar share shares sharing sharebar sharedaddy addthis
            addtoany socials sharethis socialshare shareaholic ssba sociable sharetools
        author box = authorbox bio authorbio biography
        tags = tags taglist taglinks keywords tagcloud
        cookie notice = cookie cookies consent gdpr onetrust
        pop-up = modal popup popover overlay lightbox tooltip interstitial
        not for print = noprint
        player = jwplayer videoplayer audioplayer
        search box = search searchform
        byline = byline bylines dateline timestamp
        page footer = footer
        widget = widget widgets
        caption = caption captions photocredit imagecredit
        """,
        ' '
    );

    // Words that mean furniture on a short block only; a whole story may well be named "story-info".
    private static readonly FrozenDictionary<string, string> Short = WordTable.Read(
        """
        byline = meta metadata author authors info contributor contributors attribution writer published pubdate
            updated date datetime time posted
        caption = credit credits copyright photographer
        button = button buttons btn cta actions tools toolbox loading placeholder print printer views likes rating
            vote feedback login signin
        section name = kicker eyebrow overline rubric category categories
        paywall = paywall piano metering gate subscriber subscribers
        player = video player audio podcast playlist
        beside the story = callout box inset infobox promobox factbox aside
        """,
        ' '
    );

    private static readonly FrozenDictionary<string, string> Pairs = WordTable.Read(
        """
        related stories = read more | read next | read also | also read | see also | up next | more on | more from |
            more stories | more news | more posts | more articles | most read | most viewed | latest news |
            latest stories | latest posts | next article | next post | next story | prev post | previous post |
            post nav | other news | other stories | in story | inline story | story links | rich link | link box |
            editors picks | you may | you might | more like | also like | like this | stay connected | dont miss |
            top stories | further reading
        newsletter sign-up = sign up | opt in | email form | mail list | mailing list | email signup
        donation appeal = support us | support box | reader revenue | give now
        author box = author box | author bio | author info | author profile | about author | about the |
            author description | author card | author footer | post author | entry author | article author |
            story author | author meta | writer bio | author block | author details
        byline = post meta | entry meta | article meta | story meta | meta info | article info | post info |
            entry info | posted on | pub date | publish date | published date | article date | post date |
            entry date | date time | article header | entry header | author name | read time | reading time
        share buttons = social share | social links | social media | social icons | social bar | social buttons |
            social tools | social list | follow us | article tools | article actions | story tools | social follow |
            share tools | post social | article social | jp relatedposts | print friendly | social container |
            social wrapper
        tags = tag list | tag links | tag cloud | post tags | article tags | entry tags | story tags |
            post categories | entry categories | cat links | entry footer | article footer | post footer |
            story footer | topic list | article topics
        app prompt = app promo | app banner | app store | app download | smart banner | get app
        cookie notice = privacy notice | cookie bar
        hidden text = only print | print only
        not for print = no print | hidden print | hide print
        player = video player | audio player | media player | podcast player
        advertisement = partner content | paid content | paid post | google auto
        navigation = skip link | side bar | right column | left column | right col | table of | secondary column |
            right rail
        correction form = report error | report typo
        caption = image credit | photo credit | image caption | photo caption | caption text | img caption |
            media caption
        """,
        '|'
    );

    private static readonly FrozenSet<string> Firsts = Pairs
        .Keys.Select(pair => pair.Split(' ')[0])
        .ToFrozenSet(StringComparer.Ordinal);

    public static string? Why(NameWords names)
    {
        var words = names.Words;
        for (var at = 0; at < words.Count; at++)
        {
            if (Single.TryGetValue(words[at], out var why) && !Excused(words, at))
                return why;
            if (
                at + 1 < words.Count
                && Firsts.Contains(words[at])
                && Pairs.TryGetValue(words[at] + " " + words[at + 1], out why)
            )
                return why;
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
}
