using Microsoft.EntityFrameworkCore;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories.Workflow;

namespace OnRecord.Stories.Corrections;

/// <summary>Takes a reader's report into the queue, tells the desk, and tells the reader where the answer will be.</summary>
internal sealed class ReportError(GiveNotice notices, WriteToReporter letters, TimeProvider clock)
{
    private const int LongestQuote = 300;

    /// <summary>The same words about the same story within this time are the same report.</summary>
    private static readonly TimeSpan SameFor = TimeSpan.FromDays(1);

    /// <summary>Within the caller's transaction.</summary>
    public async Task<Outcome<ErrorReport>> Into(OnRecordDb db, Story story, ReportedError said)
    {
        var now = clock.GetUtcNow();
        if (await Same(db, story.Id, said.Words) is { } known)
        {
            if (known.Reach(said.Name, said.Email))
                known.ReceiptMailId = letters.Receipt(db, known);
            return known;
        }
        var newsroom = await db.Newsroom();
        var outcome = ErrorReport.About(story, said, newsroom.AnswerHours, now);
        if (outcome.Value is not { } report)
            return outcome;
        db.ErrorReports.Add(report);
        report.ReceiptMailId = letters.Receipt(db, report);
        await notices.To(
            db,
            await WhoIsTold(db, story),
            NoticeKind.ErrorReported,
            null,
            await Headline(db, story),
            DeskPath(report.Id),
            report.Words.Length > LongestQuote ? $"{report.Words[..LongestQuote]}…" : report.Words
        );
        return report;
    }

    /// <summary>The report that says the same of the same story, where there is one of these days.</summary>
    public async Task<ErrorReport?> Same(OnRecordDb db, Guid story, string words)
    {
        var (hash, since) = (ErrorReport.HashOf(words), clock.GetUtcNow() - SameFor);
        return await db.Set<ErrorReport>()
            .Where(row => row.StoryId == story && row.WordsHash == hash && row.At > since)
            .OrderBy(row => row.At)
            .FirstOrDefaultAsync();
    }

    public static string DeskPath(Guid report) => $"/desk/reports/{report}";

    /// <summary>Editors, and those who wrote the story: who began it or was assigned, and who signs it.</summary>
    public static async Task<IEnumerable<Guid>> WhoIsTold(OnRecordDb db, Story story)
    {
        var signing = db.Set<StoryByline>().Where(row => row.StoryId == story.Id).Select(row => (Guid?)row.PersonId);
        var signed = await db.Set<StaffMember>()
            .Where(row => signing.Contains(row.PersonId))
            .Select(row => row.Id)
            .ToListAsync();
        var editors = (await db.Set<StaffMember>().AsNoTracking().ToListAsync())
            .Where(row => row.May(Permission.EditStories))
            .Select(row => row.Id);
        return [.. editors, .. signed, .. await WhoWrites.Of(db, story)];
    }

    /// <summary>The headline that readers see.</summary>
    public static async Task<string> Headline(OnRecordDb db, Story story) =>
        await db.Set<StoryVersion>()
            .Where(row => row.Id == story.LiveVersionId)
            .Select(row => row.Content.Headline)
            .FirstOrDefaultAsync()
        ?? story.Draft.Headline;
}
