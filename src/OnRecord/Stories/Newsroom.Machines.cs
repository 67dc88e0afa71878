using OnRecord.Stories.Arrangement;

namespace OnRecord.Stories;

/// <summary>What the newsroom tells machines of itself, and what it lets them do.</summary>
internal sealed partial class Newsroom
{
    public bool RefusesSearchBots { get; set; }

    public bool RefusesPreviewBots { get; set; }

    /// <summary>Whether models may be trained on what it publishes.</summary>
    public bool AllowsTraining { get; set; }

    /// <summary>WebSub hubs that are told of each change: an https address a line.</summary>
    public string Hubs { get; set; } = "";

    /// <summary>When it was founded, as <c>2019</c> or <c>2019-05-01</c>; null where it does not say.</summary>
    public string? FoundedOn { get; set; }

    /// <summary>Its own pages at other sites: an https address a line.</summary>
    public string Profiles { get; set; } = "";

    /// <summary>Its own lines of trust.txt, as <see cref="TrustLine"/> reads them.</summary>
    public string TrustLines { get; set; } = "";

    public bool Refuses(BotPurpose purpose) =>
        purpose switch
        {
            BotPurpose.Search => RefusesSearchBots,
            BotPurpose.Preview => RefusesPreviewBots,
            _ => !AllowsTraining,
        };

    /// <summary>The lines of a field that holds one thing a line.</summary>
    public static string[] Lines(string written) =>
        written.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
