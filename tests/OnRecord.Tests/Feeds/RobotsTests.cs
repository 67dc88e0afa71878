using OnRecord.Stories.Arrangement;

namespace OnRecord.Tests.Feeds;

public class RobotsTests
{
    [Fact]
    public async Task Search_and_previews_may_read_and_nobody_may_train_unless_the_newsroom_says_otherwise()
    {
        await using var app = await OnRecordApp.Start();
        var groups = await Groups(app);
        foreach (var bot in new[] { "Googlebot", "Bingbot", "ChatGPT-User", "facebookexternalhit", "*" })
            groups[bot].ShouldBe(["Disallow: /desk", "Disallow: /preview", "Disallow: /search"], bot);
        foreach (
            var bot in new[]
            {
                "GPTBot",
                "ClaudeBot",
                "CCBot",
                "Google-Extended",
                "Applebot-Extended",
                "Bytespider",
                "meta-externalagent",
            }
        )
            groups[bot].ShouldBe(["Disallow: /"], bot);
        (await app.Page("/robots.txt")).ShouldEndWith(
            $"Sitemap: {Follower.Home}/sitemap.xml\nSitemap: {Follower.Home}/news-sitemap.xml\n"
        );
        (await app.Page("/trust.txt")).ShouldContain("\ndatatrainingallowed=no\n");
        await app.Newsroom(newsroom =>
            (newsroom.RefusesSearchBots, newsroom.RefusesPreviewBots, newsroom.AllowsTraining) = (true, true, true)
        );
        groups = await Groups(app);
        groups["Googlebot"].ShouldBe(["Disallow: /"]);
        groups["ChatGPT-User"].ShouldBe(["Disallow: /"]);
        groups["GPTBot"].ShouldNotContain("Disallow: /");
        groups["*"].ShouldNotContain("Disallow: /");
        (await app.Page("/trust.txt")).ShouldContain("\ndatatrainingallowed=yes\n");
    }

    [Fact]
    public void No_bot_is_named_for_two_purposes()
    {
        var names = Enum.GetValues<BotPurpose>().SelectMany(KnownBots.For).ToList();
        names.ShouldBeUnique();
        // RFC 9309, 2.2.1, and the digits that operators use all the same.
        names.ShouldAllBe(name => name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-' || c == '_'));
    }

    // RFC 9309, 2.2: a group is one or more user agents and the rules after them.
    private static async Task<Dictionary<string, List<string>>> Groups(OnRecordApp app)
    {
        var groups = new Dictionary<string, List<string>>();
        var (agents, rules) = (new List<string>(), new List<string>());
        foreach (var line in (await app.Page("/robots.txt")).Split('\n').Where(line => !line.StartsWith('#')))
            if (line.StartsWith("User-agent: ", StringComparison.Ordinal))
            {
                if (rules.Count > 0)
                    (agents, rules) = ([], []);
                agents.Add(line["User-agent: ".Length..]);
                groups.Add(agents[^1], rules);
            }
            else if (line.StartsWith("Disallow: ", StringComparison.Ordinal))
            {
                if (rules.Count == 0)
                    foreach (var agent in agents)
                        groups[agent] = rules;
                rules.Add(line);
            }
        return groups;
    }
}
