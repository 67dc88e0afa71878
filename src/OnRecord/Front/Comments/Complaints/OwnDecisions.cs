using Microsoft.EntityFrameworkCore;
using OnRecord.Comments;
using OnRecord.Comments.Moderation;
using OnRecord.Platform.Pages;
using OnRecord.Platform.Storage;
using OnRecord.Stories;

namespace OnRecord.Front.Comments.Complaints;

/// <summary>What a comment's writer is told of a decision against it, beside the rule (Regulation (EU) 2022/2065, Article 17), and whether they asked for another look.</summary>
internal sealed class OwnDecisions(OnRecordDb db, SiteParts parts, TimeProvider clock)
{
    /// <returns>Null where nothing was decided against it.</returns>
    public async Task<OwnDecisionView?> Of(ReaderComment comment, Newsroom newsroom, string typed)
    {
        var appeal = await db.Set<CommentAppeal>()
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.CommentId == comment.Id);
        var decision = await db.Set<CommentDecision>()
            .AsNoTracking()
            .Where(row => row.CommentId == comment.Id)
            .OrderByDescending(row => row.Id)
            .FirstOrDefaultAsync();
        var may = await AskForAnotherLook.May(db, comment, clock.GetUtcNow());
        if (appeal is null && !may && (decision is null || comment.IsShown))
            return null;
        var words = ComplaintRoutes.Words(comment.Language);
        string Said(DateTimeOffset at) => words.Moment(newsroom.Local(at));
        return new OwnDecisionView
        {
            Words = words,
            Statement = comment.State is CommentState.Rejected or CommentState.Held
                ? [.. await Statement(comment, decision, words, Said)]
                : [],
            Rules = (await parts.Policies()).FirstOrDefault(line => line.IsForComments)?.Link,
            MayAsk = may,
            Typed = typed,
            Asked = appeal?.Words,
            AskedAt = appeal is null ? "" : Said(appeal.At),
            Answer = appeal?.Answer ?? "",
            Answered = appeal?.Outcome is { } outcome
                ? words.With($"AppealEnd.{outcome}", Said(appeal.AnsweredAt!.Value))
                : null,
        };
    }

    // What holds, how it came to be looked at, whether a machine decided, and what can be done against it.
    private async Task<IEnumerable<string>> Statement(
        ReaderComment comment,
        CommentDecision? decision,
        Words words,
        Func<DateTimeOffset, string> said
    )
    {
        var lines = new List<string> { words[$"Restricted.{comment.State}"] };
        if (decision is null)
            lines.Add(words["ByFilter"]);
        else
        {
            var reported = await db.Set<CommentReport>().CountAsync(row => row.DecisionId == decision.Id);
            lines.Add(words.With("ByPerson", said(decision.At)));
            lines.Add(
                reported > 0 ? words.Count("CameByReports", reported)
                : decision.WhyBefore.Length > 0 ? words["CameByFilter"]
                : words["CameByModerator"]
            );
        }
        lines.Add(words["Redress"]);
        return lines;
    }
}

/// <summary>A decision against a comment, as its writer sees it.</summary>
public sealed record OwnDecisionView
{
    public required Words Words { get; init; }

    /// <summary>What holds and why it came to be, as sentences.</summary>
    public required IReadOnlyList<string> Statement { get; init; }

    public string? Rules { get; init; }
    public required bool MayAsk { get; init; }
    public required string Typed { get; init; }

    /// <summary>What its writer said against the decision; null where nothing.</summary>
    public string? Asked { get; init; }

    public required string AskedAt { get; init; }
    public required string Answer { get; init; }

    /// <summary>What came of it, as a sentence; null while it is open.</summary>
    public string? Answered { get; init; }
}
