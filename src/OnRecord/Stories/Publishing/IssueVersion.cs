using Microsoft.EntityFrameworkCore;
using OnRecord.People.AuditLog;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories.Drafts;
using OnRecord.Stories.Ledger;
using OnRecord.Stories.Workflow;

namespace OnRecord.Stories.Publishing;

/// <summary>Shows readers the draft: publish, update, clarify, correct. Within the caller's transaction, on a story with its versions.</summary>
internal sealed class IssueVersion(Checklist checklist, GiveNotice notices, TimeProvider clock)
{
    /// <param name="who">Null for the machine, at a scheduled time.</param>
    /// <param name="by">In whose name.</param>
    public async Task<Outcome<StoryVersion>> Into(OnRecordDb db, Story story, VersionAct act, SignedIn? who, Guid? by)
    {
        var now = clock.GetUtcNow();
        if (story.State is not (StoryState.Ready or StoryState.Scheduled))
            return new Problem("The story is not ready: an editor has to approve the text as it stands now.");
        story.Draft = story.Draft with { Ledger = await StoryLedger.Lines(db, story) };
        if (Refused(story, act) is [var problem, ..])
            return problem;
        if ((await checklist.Of(story, db, "en")).Any(finding => finding.Level == FindingLevel.Stops))
            return new Problem("The checklist still stops this story. Mend what it names, then publish.");
        await KeepDraft.Of(db, story);
        var from = story.State;
        var against = Doubts(story, act);
        var outcome =
            act.Kind == VersionKind.First
                ? await PublishStory.Into(db, story, now, dated: null, by: by, note: act.Note)
                : await Renew(db, story, act, now, by);
        if (outcome.Value is not { } version)
            return outcome;
        var told = version.Note.Length > 0 ? version.Note : act.Told;
        ChangeState.Note(db, story, from, StoryState.Published, by, now, told);
        db.Audit(
            who,
            now,
            $"story.{(act.IsQuiet ? "spelled" : Act(act.Kind))}",
            $"story:{story.Id}",
            story.Draft.Headline,
            $"{told}{Against(against)}"
        );
        await notices.To(
            db,
            await WhoWrites.Of(db, story),
            NoticeKind.Published,
            who,
            story.Draft.Headline,
            $"/desk/stories/{story.Id}",
            told
        );
        return version;
    }

    /// <summary>Why a version cannot be shown as this: what is missing, and what speaks against its being only spelling until somebody has looked. The versions must be loaded.</summary>
    public static IReadOnlyList<Problem> Refused(Story story, VersionAct act) =>
        act.Problems() is { Count: > 0 } missing ? missing
        : act.IsConfirmed ? []
        : Doubts(story, act);

    public static string Act(VersionKind kind) =>
        kind switch
        {
            VersionKind.First => "published",
            VersionKind.Update => "updated",
            VersionKind.Clarification => "clarified",
            VersionKind.Correction => "corrected",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Withdrawing has its own."),
        };

    /// <summary>What the audit log keeps of doubts that somebody set aside.</summary>
    public static string Against(IReadOnlyList<Problem> doubts) =>
        doubts.Count == 0 ? "" : $" (looked at: {string.Join(' ', doubts.SkipLast(1).Select(doubt => doubt.Message))})";

    public static IReadOnlyList<Problem> Doubts(Story story, VersionAct act) =>
        act.IsQuiet && story.Versions.Find(version => version.Id == story.LiveVersionId) is { } live
            ? SpellingCheck.Of(live.Content, story.Draft.ForReaders())
            : [];

    private static async Task<Outcome<StoryVersion>> Renew(
        OnRecordDb db,
        Story story,
        VersionAct act,
        DateTimeOffset now,
        Guid? by
    )
    {
        if (!story.HasNews && story.TakenDownAt is null && story.RetractedAt is null)
            return new Problem(
                "Nothing of the story has changed since readers last saw it, so there is nothing to show them."
            );
        var note = act.IsQuiet && act.Told.Length == 0 ? VersionWords.Spelling(story.Draft.Language) : act.Note;
        var outcome = story.Update(
            note,
            now,
            kind: act.Kind,
            by: by,
            correction: act.Kind == VersionKind.Correction ? act.Correction : null,
            quiet: act.IsQuiet
        );
        if (outcome.Value is { } version)
            await ShowVersion.Into(db, story, version);
        return outcome;
    }
}
