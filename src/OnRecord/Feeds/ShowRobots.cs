using System.Text;
using OnRecord.Platform.Storage;
using OnRecord.Platform.StoredPages;
using OnRecord.Platform.Web;
using OnRecord.Stories;
using OnRecord.Stories.Arrangement;

namespace OnRecord.Feeds;

/// <summary>robots.txt (RFC 9309): who may read the site, by what they read it for. The newsroom chooses.</summary>
internal static class ShowRobots
{
    // Nothing for readers, or a page for every question.
    private static readonly string[] Closed = ["/desk", "/preview", "/search"];

    public static async Task<IResult> Get(OnRecordDb db, PublicAddress address, PageTags tags)
    {
        tags.Add(StoryTags.Site);
        return Results.Text(Write(await db.Newsroom(), address), "text/plain; charset=utf-8");
    }

    private static string Write(Newsroom newsroom, PublicAddress address)
    {
        var text = new StringBuilder();
        foreach (var purpose in Enum.GetValues<BotPurpose>())
        {
            text.Append("# ").Append(About(purpose)).Append('\n');
            foreach (var bot in KnownBots.For(purpose))
                text.Append("User-agent: ").Append(bot).Append('\n');
            Rules(text, newsroom.Refuses(purpose));
        }
        text.Append("# Everyone else\nUser-agent: *\n");
        Rules(text, refused: false);
        foreach (var map in new[] { "/sitemap.xml", "/news-sitemap.xml" })
            text.Append("Sitemap: ").Append(address.Of(map)).Append('\n');
        return text.ToString();
    }

    private static void Rules(StringBuilder text, bool refused)
    {
        if (refused)
            text.Append("Disallow: /\n");
        else
            foreach (var path in Closed)
                text.Append("Disallow: ").Append(path).Append('\n');
        text.Append('\n');
    }

    private static string About(BotPurpose purpose) =>
        purpose switch
        {
            BotPurpose.Search => "Search: so that people find a story",
            BotPurpose.Preview =>
                "Previews and assistants: because somebody shared a story, or asked about it just now",
            _ => "Model training",
        };
}
