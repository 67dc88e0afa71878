using OnRecord.TransparencyLog;

namespace OnRecord.Commands.Verification;

/// <summary>Something is not as it should be: the first thing that was found, and all that is told of it.</summary>
internal sealed class NotAsSealed(VerifyFault fault) : Exception(fault.Sentence)
{
    public NotAsSealed(string sentence)
        : this(new VerifyFault(sentence)) { }

    public VerifyFault Fault => fault;
}

/// <summary>The first thing that is wrong.</summary>
/// <param name="Sentence">It, in whole sentences.</param>
public sealed record VerifyFault(string Sentence)
{
    /// <summary>The story it concerns; null where that is not known.</summary>
    public Guid? Story { get; init; }

    public string? Headline { get; init; }

    /// <summary>The story's address.</summary>
    public string? Page { get; init; }

    public int? Version { get; init; }

    /// <summary>Of which kind a fault of the log itself is.</summary>
    internal LogFaultKind? Kind { get; init; }

    /// <summary>The entry it concerns, counted from 0.</summary>
    public long? Entry { get; init; }

    /// <summary>Whether the sentence goes on after “Version 2 of …”, whose story has still to be named.</summary>
    internal bool IsUnnamed { get; init; }

    /// <summary>Whether the site was not there or does not sign, so that nothing could be compared.</summary>
    internal bool IsSilence { get; init; }

    /// <summary>The same, with the story's name in it.</summary>
    internal VerifyFault Of(StoryName story, int version) =>
        this with
        {
            Sentence = IsUnnamed ? $"Version {version} of {story} {Sentence}" : Sentence,
            IsUnnamed = false,
            Story = story.Id,
            Headline = story.Headline,
            Page = story.Page,
            Version = version,
        };
}

/// <summary>How a story is named to people.</summary>
/// <param name="Page">Its whole address.</param>
internal sealed record StoryName(Guid Id, string? Headline, string? Page)
{
    public override string ToString() =>
        (Headline, Page) switch
        {
            ({ } headline, { } page) => $"“{headline}” ({page})",
            ({ } headline, null) => $"“{headline}” (story {Id})",
            (null, { } page) => page,
            _ => $"story {Id}",
        };
}
