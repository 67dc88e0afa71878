namespace OnRecord.Stories.Arrangement;

/// <summary>What somebody else's machine reads a site for.</summary>
internal enum BotPurpose
{
    /// <summary>So that people find it.</summary>
    Search = 1,

    /// <summary>Because somebody shared a link, or asked an assistant about it just now.</summary>
    Preview = 2,

    /// <summary>To train models.</summary>
    Training = 3,
}

/// <summary>The bots that say what they read a site for, by the names their operators tell robots.txt to use. Which a newsroom lets in is its own choice.</summary>
internal static class KnownBots
{
    private static readonly string[] Search =
    [
        "Googlebot",
        "Googlebot-News",
        "Googlebot-Image",
        "Bingbot",
        "DuckDuckBot",
        "Applebot",
        "YandexBot",
        "Baiduspider",
        "Slurp",
        "Qwantbot",
        "SeznamBot",
        "MojeekBot",
        "Yeti",
        "Bravebot",
        "Kagibot",
        "PetalBot",
        "OAI-SearchBot",
        "Claude-SearchBot",
        "PerplexityBot",
        "Amzn-SearchBot",
    ];

    private static readonly string[] Preview =
    [
        "facebookexternalhit",
        "meta-externalfetcher",
        "Twitterbot",
        "LinkedInBot",
        "Slackbot",
        "Slackbot-LinkExpanding",
        "Discordbot",
        "TelegramBot",
        "WhatsApp",
        "Pinterestbot",
        "redditbot",
        "SkypeUriPreview",
        "Mastodon",
        "Iframely",
        "Embedly",
        "ChatGPT-User",
        "Claude-User",
        "Perplexity-User",
        "MistralAI-User",
        "DuckAssistBot",
        "Amzn-User",
    ];

    private static readonly string[] Training =
    [
        "GPTBot",
        "ClaudeBot",
        "anthropic-ai",
        "CCBot",
        "Google-Extended",
        "GoogleOther",
        "Google-CloudVertexBot",
        "Applebot-Extended",
        "Bytespider",
        "TikTokSpider",
        "meta-externalagent",
        "FacebookBot",
        "Amazonbot",
        "AI2Bot",
        "Ai2Bot-Dolma",
        "cohere-ai",
        "cohere-training-data-crawler",
        "Diffbot",
        "DeepSeekBot",
        "ChatGLM-Spider",
        "PanguBot",
        "ImagesiftBot",
        "omgili",
        "Webzio-Extended",
        "ICC-Crawler",
        "Timpibot",
        "Cotoyogi",
        "SBIntuitionsBot",
        "img2dataset",
    ];

    public static IReadOnlyList<string> For(BotPurpose purpose) =>
        purpose switch
        {
            BotPurpose.Search => Search,
            BotPurpose.Preview => Preview,
            _ => Training,
        };
}
