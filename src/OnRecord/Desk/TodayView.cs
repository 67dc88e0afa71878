using OnRecord.Platform.Pages;

namespace OnRecord.Desk;

/// <summary>The desk's first page: what the newsroom holds, and what waits on the machine.</summary>
public sealed record TodayView
{
    public required string Newsroom { get; init; }
    public required string Style { get; init; }
    public required string Icon { get; init; }
    public required Words Words { get; init; }
    public required int Published { get; init; }
    public required int Unpublished { get; init; }
    public required IReadOnlyList<TodayStory> Stories { get; init; }

    /// <summary>The folder in which mail is kept; null when a server sends it.</summary>
    public string? MailFolder { get; init; }

    public required int MailWaiting { get; init; }
    public required int MailFailed { get; init; }
}

/// <summary>A story at the desk.</summary>
public sealed record TodayStory(string Headline, string Language, string? Path, DateTimeOffset ChangedAt);
