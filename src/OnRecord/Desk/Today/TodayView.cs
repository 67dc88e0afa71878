namespace OnRecord.Desk.Today;

/// <summary>The desk's first page: what waits for whoever opens it, and what the newsroom holds.</summary>
public sealed record TodayView
{
    public required DeskView Around { get; init; }
    public required int Published { get; init; }
    public required int InMotion { get; init; }

    /// <summary>The folder in which mail is kept; null when a server sends it.</summary>
    public string? MailFolder { get; init; }

    public required int MailWaiting { get; init; }
    public required int MailFailed { get; init; }
}
