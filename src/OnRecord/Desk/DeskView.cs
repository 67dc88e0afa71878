using OnRecord.Platform.Pages;

namespace OnRecord.Desk;

/// <summary>What surrounds every page of the desk.</summary>
public sealed record DeskView
{
    public required string Title { get; init; }
    public required string Newsroom { get; init; }
    public required Words Words { get; init; }
    public required string Style { get; init; }

    /// <summary>The newsroom’s own colours; null where it has none.</summary>
    public string? Theme { get; init; }

    public required string Script { get; init; }
    public required string Icon { get; init; }

    /// <summary>The antiforgery token that every form of this page carries.</summary>
    public required string Token { get; init; }

    /// <summary>Who is signed in; null on pages for those still outside.</summary>
    public string? Me { get; init; }

    /// <summary>Their roles as words.</summary>
    public string Roles { get; init; } = "";

    public IReadOnlyList<DeskLink> Menu { get; init; } = [];
    public int UnreadNotices { get; init; }

    /// <summary>Scripts that only this page needs.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>What was just done, as a sentence; null where nothing was.</summary>
    public string? Done { get; init; }
}

/// <summary>A link of the desk's menu.</summary>
public sealed record DeskLink(string Name, string Path, bool Here, int Count = 0);
