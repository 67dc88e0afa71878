using OnRecord.Desk.Budget;
using OnRecord.Desk.Reports;
using OnRecord.Platform.Pages;

namespace OnRecord.Desk.Today;

/// <summary>The desk's first page: what waits for whoever opens it, and what the newsroom holds.</summary>
public sealed record TodayView
{
    public required DeskView Around { get; init; }

    /// <summary>The words of the story list.</summary>
    public required Words List { get; init; }

    public required IReadOnlyList<TodayListView> Lists { get; init; }
    public required IReadOnlyList<TodayNoticeView> Notices { get; init; }

    /// <summary>What readers reported and is due; null where nothing is.</summary>
    public DueReportsView? Reports { get; init; }

    public required bool SeesStories { get; init; }
    public required bool MayWrite { get; init; }
    public required int Published { get; init; }
    public required int InMotion { get; init; }

    /// <summary>Whether whoever reads this runs the machine too.</summary>
    public required bool SeesMail { get; init; }

    /// <summary>The folder in which mail is kept; null when a server sends it.</summary>
    public string? MailFolder { get; init; }

    public int MailWaiting { get; init; }
    public int MailFailed { get; init; }
}

/// <param name="Heading">The key of its heading.</param>
/// <param name="All">Where all of them are listed, a query.</param>
public sealed record TodayListView(string Heading, string All, IReadOnlyList<StoryRowView> Stories);

public sealed record TodayNoticeView(Guid Id, string Sentence, string At, bool IsNew);
