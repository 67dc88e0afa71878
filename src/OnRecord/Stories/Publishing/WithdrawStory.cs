using OnRecord.People.AuditLog;
using OnRecord.People.Notices;
using OnRecord.People.Staff;
using OnRecord.Platform;
using OnRecord.Platform.Storage;
using OnRecord.Stories.Workflow;

namespace OnRecord.Stories.Publishing;

/// <summary>Retracts a story or takes it down. Within the caller's transaction, on a story with its versions.</summary>
internal sealed class WithdrawStory(GiveNotice notices, TimeProvider clock)
{
    public Task<Outcome<StoryVersion>> Retract(OnRecordDb db, Story story, string note, SignedIn who) =>
        Into(db, story, story.Retract(note, clock.GetUtcNow(), who.Id), note, who);

    /// <param name="heading">The notice's headline, in the story's language.</param>
    public Task<Outcome<StoryVersion>> TakeDown(
        OnRecordDb db,
        Story story,
        string heading,
        string note,
        SignedIn who
    ) => Into(db, story, story.TakeDown(heading, note, clock.GetUtcNow(), who.Id), note, who);

    private async Task<Outcome<StoryVersion>> Into(
        OnRecordDb db,
        Story story,
        Outcome<StoryVersion> outcome,
        string note,
        SignedIn who
    )
    {
        if (outcome.Value is not { } version)
            return outcome;
        await ShowVersion.Into(db, story, version);
        db.Audit(
            who,
            version.At,
            $"story.{IssueVersion.Act(version.Kind)}",
            $"story:{story.Id}",
            story.Draft.Headline,
            note.Trim()
        );
        await notices.To(
            db,
            await WhoWrites.Of(db, story),
            NoticeKind.Withdrawn,
            who,
            story.Draft.Headline,
            $"/desk/stories/{story.Id}",
            note.Trim()
        );
        return version;
    }
}
