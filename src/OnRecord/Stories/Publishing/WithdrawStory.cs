using OnRecord.People.AuditLog;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.PublicRecord;
using OnRecord.Stories.Workflow;

namespace OnRecord.Stories.Publishing;

/// <summary>Retracts a story, or removes versions of it because the law asks for it. Within the caller's transaction, on a story with its versions.</summary>
internal sealed class WithdrawStory(GiveNotice notices, TimeProvider clock)
{
    public async Task<Outcome<StoryVersion>> Retract(OnRecordDb db, Story story, string note, SignedIn who)
    {
        var outcome = story.Retract(note, clock.GetUtcNow(), who.Id);
        if (outcome.Value is not { } version)
            return outcome;
        await ShowVersion.Into(db, story, version);
        await Tell(db, story, version, "retracted", note.Trim(), who);
        return version;
    }

    /// <summary>Destroys what was shown in these versions, what was sealed of them, and the salts under which the log commits to it.</summary>
    /// <param name="reason">One of <see cref="SealErasure.Reasons"/>.</param>
    public async Task<Outcome<StoryVersion>> Remove(
        OnRecordDb db,
        Story story,
        string reason,
        string note,
        IReadOnlyCollection<int> numbers,
        SignedIn who
    )
    {
        var language = story.Versions.Find(row => row.Id == story.LiveVersionId)?.Content.Language;
        var notice = VersionWords.Notice(language ?? story.Draft.Language, reason, note);
        var gone = story.Removable().Where(numbers.Contains).ToList();
        var isDown = story.GoesWith(numbers);
        var outcome = story.Remove(reason, note, notice, numbers, clock.GetUtcNow(), who.Id);
        if (outcome.Value is not { } version)
            return outcome;
        await SealErasure.Into(db, story.Id, gone, reason, version.At);
        await ShowVersion.Into(db, story, version);
        await PicturesOfStory.InVersionsLeft(db, story);
        var detail = $"{reason}, {string.Join(' ', gone.Select(number => $"v{number}"))}: {note.Trim()}";
        await Tell(db, story, version, isDown ? "taken-down" : "versions-removed", detail, who);
        return version;
    }

    private async Task Tell(OnRecordDb db, Story story, StoryVersion version, string act, string detail, SignedIn who)
    {
        db.Audit(who, version.At, $"story.{act}", $"story:{story.Id}", story.Draft.Headline, detail);
        await notices.To(
            db,
            await WhoWrites.Of(db, story),
            NoticeKind.Withdrawn,
            who,
            story.Draft.Headline,
            $"/desk/stories/{story.Id}",
            version.Note
        );
    }
}
