using OnRecord.Platform;
using OnRecord.Platform.Pages;

namespace OnRecord.Front.Comments.Mine;

/// <summary>The form by which the link to one's data is asked for.</summary>
public sealed record AskView(ShellView Shell, Words Words, string Email, Problem? Problem);

/// <summary>What is held of somebody, as they see it.</summary>
public sealed record MineView
{
    public required ShellView Shell { get; init; }
    public required Words Words { get; init; }
    public required string Heading { get; init; }

    /// <summary>Whether it is asked once more before all is erased.</summary>
    public bool IsErasing { get; init; }

    /// <summary>Whether a hash stays, by which somebody is kept out.</summary>
    public bool KeepsBan { get; init; }

    public required string Action { get; init; }

    /// <summary>Where letters are turned off and on.</summary>
    public required string Letters { get; init; }

    public required IReadOnlyList<MineFact> Facts { get; init; }
    public required IReadOnlyList<MineComment> Comments { get; init; }

    /// <summary>Whether older ones are in the file alone.</summary>
    public bool IsCut { get; init; }
}

public sealed record MineFact(string Label, string Value);

/// <summary>One of their comments.</summary>
public sealed record MineComment
{
    public string? Headline { get; init; }

    /// <summary>The story's page, as a link; null where readers do not have it.</summary>
    public string? Story { get; init; }

    /// <summary>On the newsroom's clock.</summary>
    public required DateTimeOffset At { get; init; }

    public required string State { get; init; }
    public IReadOnlyList<string> Reasons { get; init; } = [];
    public required string Html { get; init; }

    /// <summary>Where readers see it; null where they do not.</summary>
    public string? Link { get; init; }

    /// <summary>Whether a hash of the internet address it came from is kept.</summary>
    public bool KeepsAddress { get; init; }
}

/// <summary>Letters to an address, turned on or off.</summary>
/// <param name="IsOff">Whether none are sent.</param>
public sealed record LettersView(ShellView Shell, Words Words, string Heading, string Text, string Action, bool IsOff);
