using OnRecord.Platform;

namespace OnRecord.Comments.Outside;

/// <summary>A program that is asked of each comment, where the operator names one: section <c>Comments:OutsideJudge</c>.</summary>
public sealed class OutsideJudgeOptions
{
    /// <summary>Where it is asked, an http or https address. Without one nobody is asked.</summary>
    public string? Address { get; set; }

    /// <summary>What it shares with the newsroom: <c>whsec_</c> and 24 to 64 bytes in Base64. Several are parted by spaces, and each signs.</summary>
    public string? Secret { get; set; }

    /// <summary>A file that holds the secret, instead of it.</summary>
    public string? SecretFile { get; set; }

    /// <summary>How long a comment waits for it.</summary>
    public int Seconds { get; set; } = 3;

    /// <summary>What was made of the settings at start; null where nobody is asked.</summary>
    internal Outcome<JudgeTerms>? Terms { get; set; }
}
