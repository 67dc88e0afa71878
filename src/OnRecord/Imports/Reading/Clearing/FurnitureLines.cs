using System.Collections.Frozen;
using OnRecord.Imports.Reading.Pages;

namespace OnRecord.Imports.Reading.Clearing;

/// Lines inside a story's text that speak for the site and not for the story, known by how they begin.
internal static class FurnitureLines
{
    private const string Rows = """
        related stories = related | read more | read also | read next | also read | also see | read | see also |
            see more | more | more from | more on | more stories | more great | more news | watch | watch more |
            watch also | listen | don't miss | dont miss | recommended | you may also like | you might also like |
            further reading | editor's picks | editors' picks | most read | most popular | trending | trending now |
            up next | next | previous | must read | what to read next | keep reading | continue reading |
            in case you missed it | top stories | latest stories | latest news | popular | explore more |
            learn more | dive deeper | go deeper | full story | full coverage | related stories | related articles |
            related news | related posts | related coverage | related content | related links | related topics |
            suggested | other stories | lesen sie auch | lesen sie mehr | mehr zum thema | mehr dazu |
            das könnte sie auch interessieren | auch interessant | siehe auch | lire aussi | à lire aussi |
            a lire aussi | lire la suite | sur le même sujet | voir aussi | lea también | lee también | lea además |
            te puede interesar | le puede interesar | ver también | más información | noticias relacionadas |
            leia também | leia mais | veja também | leggi anche | leggi di più | lees ook | lees meer | czytaj też |
            czytaj także | czytaj również | zobacz też | zobacz także | przeczytaj także | läs också | läs mer |
            les også | les mer | læs også | lue myös | čtěte také | olvasd el | citește și | pročitajte |
            devamını oku | ayrıca okuyun | baca juga | simak juga | xem thêm | đọc thêm | читайте также |
            читать также | читайте ещё | читайте еще | смотрите также | по теме | читайте також | читайте ще |
            дивіться також | більше про | за темою | подробнее | детальніше | اقرأ أيضا | اقرأ أيضًا | اقرأ المزيد |
            यह भी पढ़ें | ये भी पढ़ें | 相关阅读 | 相關閱讀 | 延伸阅读 | 延伸閱讀 | 相关新闻 | 相關新聞 | 関連記事 | あわせて読みたい | 관련기사 | 관련 기사
        newsletter sign-up = sign up | subscribe | get the latest | get our | get more | newsletter |
            join our newsletter | click here to subscribe | enter your email | jetzt abonnieren |
            newsletter abonnieren | abonnez-vous | suscríbete | suscríbase | inscreva-se | iscriviti | підписуйтесь |
            підпишіться | підписатися | подписывайтесь | подпишитесь
        app prompt = download the app | download our app | get the app | download the | get our app | open in app
        share buttons = follow us | follow | share this | share | like us | join us on | connect with us |
            find us on | tweet | print this | email this | join the conversation | join our | reuse this content |
            стежте за | следите за | folgen sie | suivez | síguenos
        donation appeal = donate | support our | support independent | support us | become a member |
            make a donation | make a contribution | contribute | підтримайте | поддержите | jetzt spenden
        advertisement = advertisement | advertising | ad | sponsored | sponsored content | promoted |
            article continues below | article continues after | story continues below advertisement |
            continue reading below | scroll to continue | paid content | anzeige | werbung | publicité | publicidad |
            pubblicità | реклама | advertentie | reklama
        comment form = comments | leave a comment | leave a reply | post a comment | view comments | show comments |
            comment | join the discussion | read comments
        tags = tags | tag | topics | topic | filed under | posted in | categories | category | more about |
            in this article | теги | теґи | schlagworte | etiquetas | mots-clés
        caption = photo by | photo credit | image credit | image credits | photograph by | picture credit |
            photo courtesy | featured image | cover image | image via | top image | header image
        player = media playback is unsupported | media playback is not supported | your browser does not support |
            please enable javascript | javascript is disabled | play video | watch video | watch live |
            video player | now playing | loading | volume
        paywall = already a subscriber | already have an account | log in | login | sign in | subscribe to continue |
            register to continue | create a free account | to continue reading | this article is for subscribers |
            weiterlesen mit
        copyright notice = copyright © | © | copyright | all rights reserved
        """;

    private static readonly FrozenDictionary<string, string> ByStart = WordTable.Read(Rows, '|');

    private static readonly int Longest = ByStart.Keys.Max(start => start.Length);

    /// Why a line is furniture, and whether it says nothing but that ("Advertisement", "Related stories:").
    public static (string Why, bool Whole)? Match(string line)
    {
        var text = line.TrimStart('-', '–', '—', '•', '>', '»', '[', '(', '*', '▶', '|', '+', '→', ' ', '#')
            .Replace('’', '\'')
            .ToLowerInvariant();
        for (var length = Math.Min(Longest, text.Length); length > 0; length--)
        {
            if (length < text.Length && char.IsLetterOrDigit(text[length]) && text[length - 1] < '\u3000')
                continue;
            if (!ByStart.TryGetValue(text[..length], out var why))
                continue;
            var rest = text.AsSpan(length).TrimStart(' ');
            return (why, rest.Trim(":.…!>»-–—])*").Trim().Length == 0);
        }
        return null;
    }

    /// Whether the words after the label stand apart from it: "Related: …", "READ ALSO | …".
    public static bool Labels(string line)
    {
        var at = line.AsSpan().IndexOfAny(":|：");
        return at > 0 && at <= Longest && Match(line[..at]) is { Whole: true };
    }
}
