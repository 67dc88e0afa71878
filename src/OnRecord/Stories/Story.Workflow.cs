using OnRecord.Platform;

namespace OnRecord.Stories;

/// <summary>Where the draft stands at the desk, and by when it is wanted.</summary>
internal sealed partial class Story
{
    public StoryState State { get; private set; } = StoryState.Writing;

    /// <summary>Whether the desk works on it, for lists.</summary>
    public bool IsInMotion { get; private set; } = true;

    public DateTimeOffset? StateSince { get; private set; }

    /// <summary>When anything of it last changed at the desk.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>What the story is to be, in the words of whoever pitched it.</summary>
    public string Brief { get; set; } = "";

    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Whether colleagues were already told that it is due.</summary>
    public DueReminder Reminded { get; set; }

    /// <summary>Nothing public shows it before.</summary>
    public DateTimeOffset? EmbargoUntil { get; set; }

    /// <summary>When it goes out by itself.</summary>
    public DateTimeOffset? ScheduledAt { get; private set; }

    public VersionKind? ScheduledKind { get; private set; }

    public string? ScheduledNote { get; private set; }

    public string? ScheduledWrong { get; private set; }

    public string? ScheduledRight { get; private set; }

    public int? ScheduledSince { get; private set; }

    /// <summary>Whether only spelling or layout goes out.</summary>
    public bool ScheduledQuiet { get; private set; }

    public Guid? ScheduledBy { get; private set; }

    /// <summary>Whether it went to legal once; then it is not published without their approval.</summary>
    public bool NeedsLegal { get; private set; }

    /// <summary>Puts it where it now stands; <see cref="Workflow.StoryMoves"/> says who may.</summary>
    public void Enter(StoryState state, DateTimeOffset now)
    {
        if (State == StoryState.Scheduled && state != StoryState.Scheduled)
            Unschedule();
        if (state == StoryState.Legal)
            NeedsLegal = true;
        (State, StateSince, ChangedAt) = (state, now, now);
        IsInMotion = state < StoryState.Published;
    }

    public void Due(DateTimeOffset? at, DateTimeOffset now) =>
        (DueAt, Reminded, ChangedAt) = (at, DueReminder.None, now);

    /// <summary>Has the machine show it to readers at a time to come.</summary>
    public Problem? Schedule(DateTimeOffset at, VersionAct act, Guid by, DateTimeOffset now)
    {
        if (State is not (StoryState.Ready or StoryState.Scheduled))
            return new Problem("A story is scheduled once it is ready. Have it approved first.");
        if (at <= now)
            return new Problem("at", "That time is past. Choose one that is still to come, or publish it now.");
        if (EmbargoUntil > at)
            return new Problem("at", "The embargo ends after that time. Choose a later one, or change the embargo.");
        if (IsPublished == (act.Kind == VersionKind.First))
            return new Problem(
                "kind",
                "Choose what readers are to be told: an update, a clarification or a correction."
            );
        Enter(StoryState.Scheduled, now);
        (ScheduledAt, ScheduledKind, ScheduledNote, ScheduledBy) = (at, act.Kind, act.Note.Trim(), by);
        (ScheduledQuiet, ScheduledSince) = (act.IsQuiet, act.Correction?.Since);
        (ScheduledWrong, ScheduledRight) = (act.Correction?.Wrong.Trim(), act.Correction?.Right.Trim());
        return null;
    }

    /// <summary>What goes out at its time; null where nothing is scheduled. Whoever scheduled it has confirmed it.</summary>
    public VersionAct? Scheduled() =>
        ScheduledKind is not { } kind
            ? null
            : new VersionAct(kind, ScheduledNote ?? "")
            {
                Correction =
                    ScheduledWrong is { } wrong && ScheduledRight is { } right
                        ? new Correction(wrong, right, ScheduledSince)
                        : null,
                IsQuiet = ScheduledQuiet,
                IsConfirmed = true,
            };

    private void Unschedule()
    {
        (ScheduledAt, ScheduledKind, ScheduledNote, ScheduledBy) = (null, null, null, null);
        (ScheduledWrong, ScheduledRight, ScheduledSince, ScheduledQuiet) = (null, null, null, false);
    }
}

/// <summary>What colleagues were told of a deadline.</summary>
internal enum DueReminder
{
    None = 0,
    Soon = 1,
    Overdue = 2,
}
