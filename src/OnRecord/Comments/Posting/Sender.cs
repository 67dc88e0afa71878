using System.Net;

namespace OnRecord.Comments.Posting;

/// <summary>What is known of where a comment came from.</summary>
internal sealed record Sender
{
    public IPAddress? Address { get; init; }

    /// <summary>Whether a field was filled in that people do not see.</summary>
    public bool IsTrapped { get; init; }

    /// <summary>Whether it said, as browsers do, from which page it came.</summary>
    public bool IsBrowser { get; init; }

    /// <summary>How long the form was open, where a script measured it.</summary>
    public TimeSpan? Took { get; init; }

    /// <summary>The answer to a challenge; empty where there was none.</summary>
    public string Work { get; init; } = "";
}
