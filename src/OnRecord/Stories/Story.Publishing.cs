using OnRecord.Documents;
using OnRecord.Platform;
using OnRecord.Sources;

namespace OnRecord.Stories;

/// <summary>What readers are shown: each verb makes a version of its own kind.</summary>
internal sealed partial class Story
{
    /// <summary>Shows the draft to readers for the first time.</summary>
    /// <param name="now">The moment of publication.</param>
    /// <param name="dated">The date it carries, where that is another.</param>
    /// <param name="path">A free address.</param>
    /// <param name="updated">When its substance last changed before it came here; left out where that is not later.</param>
    /// <param name="by">Who publishes; null for an import or the machine.</param>
    public Outcome<StoryVersion> Publish(
        DateTimeOffset now,
        DateTimeOffset? dated,
        string path,
        DateTimeOffset? updated = null,
        Guid? by = null,
        string note = ""
    )
    {
        if (IsPublished)
            return new Problem("This story is published already. Publish an update instead.");
        if (Missing(now) is { } problem)
            return problem;
        PublishedAt = dated ?? now;
        UpdatedAt = updated > PublishedAt ? updated : null;
        Path = path;
        return Show(VersionKind.First, note, now, by);
    }

    /// <summary>Shows readers the draft as a new version: an update, a clarification or a correction.</summary>
    /// <param name="correction">What was wrong and what is right; a correction has to say it.</param>
    /// <param name="quiet">Only spelling or layout: the story does not count as updated.</param>
    public Outcome<StoryVersion> Update(
        string note,
        DateTimeOffset now,
        DateTimeOffset? dated = null,
        VersionKind kind = VersionKind.Update,
        Guid? by = null,
        Correction? correction = null,
        bool quiet = false
    )
    {
        if (!IsPublished)
            return new Problem("This story is not published yet. Publish it first.");
        if (Missing(now) is { } problem)
            return problem;
        if (kind is not (VersionKind.Update or VersionKind.Clarification or VersionKind.Correction))
            throw new ArgumentOutOfRangeException(
                nameof(kind),
                kind,
                "Retracting and taking down are verbs of their own."
            );
        if (kind == VersionKind.Correction != correction is not null)
            return new Problem("wrong", "A correction says what was wrong and what is right.");
        if (correction is not null && !Versions.Exists(version => version.Number == Since(correction)))
            return new Problem("since", "Choose the first version that had the mistake.");
        if (quiet && (kind != VersionKind.Update || RetractedAt is not null || TakenDownAt is not null))
            return new Problem(
                "kind",
                "Bringing back a story that was retracted or taken down is more than spelling. Choose what it is to readers."
            );
        if (!quiet)
            UpdatedAt = dated ?? now;
        (RetractedAt, TakenDownAt) = (null, null);
        return Show(kind, note, now, by, correction, quiet);
    }

    /// <summary>Says that the story should not be relied on. Its text stays, under the note; the draft is not touched.</summary>
    public Outcome<StoryVersion> Retract(string note, DateTimeOffset now, Guid? by)
    {
        if (Live() is not { } live)
            return new Problem("This story is not published, so there is nothing to retract.");
        if (RetractedAt is not null || TakenDownAt is not null)
            return new Problem("This story is retracted or taken down already.");
        if (string.IsNullOrWhiteSpace(note))
            return new Problem("note", "Say in a sentence why the story is retracted. Readers see it above the text.");
        (UpdatedAt, RetractedAt) = (now, now);
        return Add(VersionKind.Retraction, note, now, by, live.Content);
    }

    /// <summary>Shows readers the live text again with other lines in its ledger: a source was renamed, merged, or corrected elsewhere. The draft is not touched.</summary>
    /// <param name="quiet">A spelling: the story does not count as updated.</param>
    /// <returns>The new version; null where nothing differs, or the story is not before readers.</returns>
    public StoryVersion? Reissue(
        Func<StoryContent, ValueList<LedgerLine>> change,
        string note,
        bool quiet,
        DateTimeOffset now,
        Guid by
    )
    {
        if (
            Live() is not { } live
            || TakenDownAt is not null
            || change(live.Content) is var lines && lines.Equals(live.Content.Ledger)
        )
            return null;
        if (!quiet)
            UpdatedAt = now;
        return Add(VersionKind.Update, note, now, by, live.Content with { Ledger = change(live.Content) }, quiet);
    }

    private Problem? Missing(DateTimeOffset now) =>
        string.IsNullOrWhiteSpace(Draft.Headline)
            ? new Problem(nameof(Draft.Headline), "The story has no headline. Give it one.")
        : Draft.Text.Blocks.Count == 0 ? new Problem(nameof(Draft.Text), "The story has no text. Write it first.")
        : EmbargoUntil > now
            ? new Problem("embargo", "The story is under embargo until its time. Schedule it, or change the embargo.")
        : null;

    private StoryVersion? Live() => Versions.Find(version => version.Id == LiveVersionId);

    private int Since(Correction correction) => correction.Since ?? Versions.Count;

    private StoryVersion Show(
        VersionKind kind,
        string note,
        DateTimeOffset now,
        Guid? by,
        Correction? correction = null,
        bool quiet = false
    )
    {
        var version = Add(kind, note, now, by, Draft.ForReaders(), quiet, correction);
        LiveSectionId = Draft.SectionId;
        Enter(StoryState.Published, now);
        Unschedule();
        return version;
    }

    private StoryVersion Add(
        VersionKind kind,
        string note,
        DateTimeOffset now,
        Guid? by,
        StoryContent content,
        bool quiet = false,
        Correction? correction = null,
        string? reason = null
    )
    {
        var version = new StoryVersion
        {
            Id = Guid.CreateVersion7(),
            StoryId = Id,
            Number = Versions.Count + 1,
            Kind = kind,
            IsQuiet = quiet,
            Note = note.Trim(),
            Wrong = correction?.Wrong.Trim(),
            Right = correction?.Right.Trim(),
            Since = correction is null ? null : Since(correction),
            Reason = reason,
            At = now,
            StaffId = by,
            Content = content with { },
        };
        Versions.Add(version);
        LiveVersionId = version.Id;
        ChangedAt = now;
        return version;
    }
}
