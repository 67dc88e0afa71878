using System.Text.RegularExpressions;

namespace OnRecord.Imports;

/// <summary>Knows the lines that stand round a story on a page, by how they read.</summary>
internal static partial class TextFurniture
{
    private const int LongestLine = 160;

    private static readonly (string Why, Regex Reads)[] Kinds =
    [
        ("tracking-pixel residue", Residue()),
        ("donation appeal", Donation()),
        ("comment form", CommentForm()),
        ("app prompt", AppPrompt()),
        ("newsletter sign-up", Newsletter()),
        ("share buttons", Share()),
        ("related stories", Related()),
        ("cookie notice", Cookies()),
        ("advertisement", Advertisement()),
        ("navigation", Navigation()),
        ("copyright line", Copyright()),
    ];

    /// <returns>Why the line is not of the story; null where it may be.</returns>
    public static string? Why(string line) =>
        line.Length > LongestLine || (TextLines.IsSentences(line) && !SpeaksToReaders(line))
            ? null
            : Kinds.FirstOrDefault(kind => kind.Reads.IsMatch(line)).Why;

    /// <summary>Whether nothing of the story follows such a line.</summary>
    public static bool EndsStory(string why) => why == "comment form";

    /// <summary>Whether such a line heads a list whose lines are no sentences.</summary>
    public static bool HeadsList(string line, string why) => why == "related stories" && !line.Contains(':');

    // A whole sentence is reporting, whatever it begins with, unless it speaks of us to you or points to another story; and not even then when it quotes somebody.
    private static bool SpeaksToReaders(string line) =>
        Address().IsMatch(line) && !line.Any(c => c is '“' or '”' or '"' or '«' or '„');

    [GeneratedRegex(
        @"\b(our|your|us)\b|^(read|see) (also|more|next):|^(читайте також|lesen sie auch)|cookies|all rights reserved|\b(наш(у|ий|і)?|нас|unser(e|en|em)?|ihre?)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Address();

    [GeneratedRegex(
        @"^(fbpx|fbq|gtag|gtm|ga|noscript|_?pixel|tracking pixel|utm|1x1|clear\.gif|spacer|beacon|image|img)$|facebook\.com/tr|google-?analytics|googletagmanager|doubleclick|scorecardresearch|quantserve|^<(img|noscript|iframe|script)|height=""?1""?.*width=""?1""?|^(window\.)?(dataLayer|fbq|gtag)\b.*[(=]",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Residue();

    [GeneratedRegex(
        @"^(please )?(support|help|fund)( us\b| (our|independent|non-?profit|local|quality|free) .{0,40}(journalism|reporting|newsroom|news|work|mission)).{0,60}$|^(donate|give|contribute)( now| today| here| to .{1,40}| monthly)?[.!]?$|^make a (tax-deductible )?(donation|gift)|^become a (member|supporter|patron|donor)|^(your|every) (donation|contribution|gift|support)s? (helps|counts|keeps|makes|allows|funds)\b.{0,80}$|^підтримай(те)?\b.{0,80}$|^задонатити$|^(jetzt )?(spenden|unterstützen)( sie)?\b.{0,60}$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Donation();

    [GeneratedRegex(
        @"^(submit|post|leave|add|write) (a|your) (comment|reply|response)|^(leave|cancel) (a )?reply|^post comment|^(your )?e-?mail address will not be published|required fields are marked|^(name|e-?mail|website|comment|your (name|e-?mail|comment))\s*\*?$|^save my name,? e-?mail|^notify me of (follow|new)|^\d* ?comments?( \(\d+\))?$|^(no|view|show|all) comments|^(log|sign) in to (comment|leave)|^(залишити|додати) (коментар|відповідь)|^коментарі\W*(\(?\d+\)?)?$|^kommentare?( schreiben)?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex CommentForm();

    [GeneratedRegex(
        @"\b(continue reading|read|open|view|listen)\b.{0,20} (on|in) (the|our) app\b|^(download|get|install|try) (the|our) .{0,20}app\b|^(expand|collapse) (article|story|full (article|story)|text)|^(read|show|continue reading)( the)? (more|full (story|article|text)|whole story)\W*$|^(available|get it|download) on (the )?(app store|google play)|^(app store|google play)$|^(читати|відкрити) (далі )?(у|в) застосунку|^розгорнути статтю$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AppPrompt();

    [GeneratedRegex(
        @"^(sign up|subscribe|register (for|to))\b.{0,90}$|^(get|receive) .{0,60}(newsletter|inbox|by e-?mail)|newsletter$|^(enter )?your e-?mail( address)?$|^(thank you|thanks) for (subscribing|signing up)|^підпи(шіться|сатися|суйтесь|суйтеся)\b.{0,80}$|^newsletter\b.{0,60}$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Newsletter();

    [GeneratedRegex(
        @"^(share|tweet|pin|like|print|copy link|e-?mail|send|whatsapp|telegram|facebook|twitter|x|linkedin|reddit|instagram|youtube|tiktok|mastodon|bluesky|pinterest|flipboard|pocket|поділитися|teilen)( (this|on|via|by|with|it|story|article|post|page|to|facebook|twitter|x|linkedin|whatsapp|telegram|e-?mail|reddit|bluesky|mastodon|friends?))*:?$|^follow (us|@\w+)\b.{0,60}$|^(поділитися|поширити) (у|в|на|через) .{1,30}$|^auf .{1,20} teilen$|^(share|tweet|post) (this )?(on|to) .{1,20}$|^\d+ shares?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Share();

    [GeneratedRegex(
        @"^(related|more)( (stories|articles|posts|news|content|topics|reading|coverage|like this|from .{1,40}|on .{1,40}|in .{1,40}))?:?$|^(read|see) (also|next|more)\b.{0,120}$|^(you (may|might) also (like|enjoy)|recommended( for you)?|most (read|popular|viewed|shared)|trending( now)?|latest (news|stories|posts)|top stories|up next|editor['’]?s['’]? picks?|popular (posts|stories)|don['’]t miss|next (article|story|post)|previous (article|story|post)|читайте також|за темою|mehr zum thema|lesen sie auch)\b.{0,120}$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Related();

    [GeneratedRegex(
        @"^(we|this (site|website)|our (site|website)) uses? cookies|^(accept|reject|manage)( all)? (cookies|preferences|settings)|^cookie (policy|settings|notice|preferences)|^accept( all)?$|^by (using|continuing).{0,60}(cookies|terms)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Cookies();

    [GeneratedRegex(
        @"^(advertisement|advertising|sponsored( content| by .{1,40})?|promoted( content)?|ad|ads|реклама|anzeige|werbung|story continues below( advertisement)?|article continues (below|after).{0,40}|scroll to continue.{0,30})$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Advertisement();

    [GeneratedRegex(
        @"^(skip to .{1,30}|перейти до .{1,30}|zum inhalt( springen)?|direkt zum inhalt|click here( to .{1,40})?|menu|home|search( .{1,20})?|log ?in|sign in|log ?out|my account|account|about( us)?|contact( us)?|privacy( policy)?|terms( .{1,20})?|toggle navigation|main menu|close|back to top|jump to .{1,20}|next|previous|\d+ min(ute)?s? read|listen to this (article|story)|головна|пошук|меню|startseite)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Navigation();

    [GeneratedRegex(
        @"^(©|\(c\)|copyright)\s?\d{0,4}.{0,120}$|\ball rights reserved\b\.?.{0,40}$|^усі права захищено.{0,60}$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Copyright();
}
