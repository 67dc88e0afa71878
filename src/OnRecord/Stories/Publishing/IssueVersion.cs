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
    public async Task<Outcome<StoryVersion>> Into(
        OnRecordDb db,
        Story story,
        VersionKind kind,
        string note,
        SignedIn? who,
        Guid? by
    )
    {
        var now = clock.GetUtcNow();
        if (story.State is not (StoryState.Ready or StoryState.Scheduled))
            return new Problem("The story is not ready: an editor has to approve the text as it stands now.");
        if (NoteMissing(kind, note) is { } missing)
            return missing;
        story.Draft = story.Draft with { Ledger = await StoryLedger.Lines(db, story) };
        if ((await checklist.Of(story, db, "en")).Any(finding => finding.Level == FindingLevel.Stops))
            return new Problem("The checklist still stops this story. Mend what it names, then publish.");
        await KeepDraft.Of(db, story);
        var from = story.State;
        var outcome =
            kind == VersionKind.First
                ? await PublishStory.Into(db, story, now, dated: null, by: by, note: note)
                : await Renew(db, story, kind, note, now, by);
        if (outcome.Value is not { } version)
            return outcome;
        ChangeState.Note(db, story, from, StoryState.Published, by, now, note);
        db.Audit(who, now, $"story.{Act(kind)}", $"story:{story.Id}", story.Draft.Headline, note.Trim());
        await notices.To(
            db,
            await WhoWrites.Of(db, story),
            NoticeKind.Published,
            who,
            story.Draft.Headline,
            $"/desk/stories/{story.Id}",
            note.Trim()
        );
        return version;
    }

    /// <summary>An update has to say what changed; a first publication need not.</summary>
    public static Problem? NoteMissing(VersionKind kind, string note) =>
        kind != VersionKind.First && string.IsNullOrWhiteSpace(note)
            ? new Problem("note", "Say in a sentence what changed. Readers see it in “What changed in this story”.")
        : note.Length > 1000 ? new Problem("note", "The note is longer than 1,000 characters. Make it shorter.")
        : null;

    public static string Act(VersionKind kind) =>
        kind switch
        {
            VersionKind.First => "published",
            VersionKind.Update => "updated",
            VersionKind.Clarification => "clarified",
            VersionKind.Correction => "corrected",
            VersionKind.Retraction => "retracted",
            _ => "taken-down",
        };

    private static async Task<Outcome<StoryVersion>> Renew(
        OnRecordDb db,
        Story story,
        VersionKind kind,
        string note,
        DateTimeOffset now,
        Guid? by
    )
    {
        if (!story.HasNews && story.TakenDownAt is null && story.RetractedAt is null)
            return new Problem(
                "Nothing of the story has changed since readers last saw it, so there is nothing to show them."
            );
        var outcome = story.Update(note, now, kind: kind, by: by);
        if (outcome.Value is { } version)
            await ShowVersion.Into(db, story, version);
        return outcome;
    }
}
