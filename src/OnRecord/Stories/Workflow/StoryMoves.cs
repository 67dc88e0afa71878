using OnRecord.People.Staff;

namespace OnRecord.Stories.Workflow;

/// <summary>A step a story may take.</summary>
/// <param name="Word">The key of what the desk calls the step.</param>
/// <param name="Permission">Who may.</param>
/// <param name="Own">Whether those who write it may too.</param>
internal sealed record StoryStep(
    StoryState From,
    StoryState To,
    string Word,
    Permission Permission = Permission.EditStories,
    bool Own = false
);

/// <summary>Who may move a story from where to where.</summary>
internal static class StoryMoves
{
    public static readonly IReadOnlyList<StoryStep> All =
    [
        new(StoryState.Pitch, StoryState.Assigned, "Commission"),
        new(StoryState.Pitch, StoryState.Writing, "StartWriting", Own: true),
        new(StoryState.Pitch, StoryState.Spiked, "Spike", Own: true),
        new(StoryState.Assigned, StoryState.Writing, "StartWriting", Own: true),
        new(StoryState.Assigned, StoryState.Pitch, "BackToPitch"),
        new(StoryState.Assigned, StoryState.Spiked, "Spike"),
        new(StoryState.Writing, StoryState.WithEditor, "SendToEditor", Own: true),
        new(StoryState.Writing, StoryState.Ready, "Approve"),
        new(StoryState.Writing, StoryState.Legal, "SendToLegal"),
        new(StoryState.Writing, StoryState.Spiked, "Spike"),
        new(StoryState.WithEditor, StoryState.Ready, "Approve"),
        new(StoryState.WithEditor, StoryState.Legal, "SendToLegal"),
        new(StoryState.WithEditor, StoryState.Writing, "SendBack", Own: true),
        new(StoryState.WithEditor, StoryState.Spiked, "Spike"),
        new(StoryState.Legal, StoryState.Ready, "ClearInLaw", Permission.ReviewLaw),
        new(StoryState.Legal, StoryState.WithEditor, "ReturnFromLegal", Permission.ReviewLaw),
        new(StoryState.Legal, StoryState.Writing, "SendBack"),
        new(StoryState.Ready, StoryState.WithEditor, "TakeBack"),
        new(StoryState.Ready, StoryState.Legal, "SendToLegal"),
        new(StoryState.Ready, StoryState.Spiked, "Spike"),
        new(StoryState.Scheduled, StoryState.Ready, "Unschedule", Permission.PublishStories),
        new(StoryState.Spiked, StoryState.Pitch, "TakeUpAgain"),
        new(StoryState.Published, StoryState.Writing, "BeginUpdate", Own: true),
        // Of a story that readers already have, only the draft is given up.
        new(StoryState.Writing, StoryState.Published, "DiscardChanges"),
        new(StoryState.WithEditor, StoryState.Published, "DiscardChanges"),
        new(StoryState.Legal, StoryState.Published, "DiscardChanges"),
        new(StoryState.Ready, StoryState.Published, "DiscardChanges"),
    ];

    /// <summary>The steps that somebody may take with a story now.</summary>
    /// <param name="own">Whether they write it.</param>
    public static IEnumerable<StoryStep> For(Story story, SignedIn who, bool own) =>
        All.Where(step =>
            step.From == story.State
            && (who.May(step.Permission) || (step.Own && own && who.May(Permission.WriteStories)))
            && (
                story.IsPublished
                    ? step.To is not (StoryState.Spiked or StoryState.Pitch)
                    : step.To != StoryState.Published
            )
        );

    /// <summary>Whether somebody may change the draft as it stands.</summary>
    public static bool MayWrite(Story story, SignedIn who, bool own) =>
        story.State != StoryState.Spiked
        && (
            who.May(Permission.EditStories)
            || (
                own
                && who.May(Permission.WriteStories)
                && story.State
                    is StoryState.Pitch
                        or StoryState.Assigned
                        or StoryState.Writing
                        or StoryState.WithEditor
                        or StoryState.Published
            )
        );
}
