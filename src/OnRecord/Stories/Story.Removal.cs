using OnRecord.Platform;
using OnRecord.PublicRecord;

namespace OnRecord.Stories;

/// <summary>What the law can have removed: versions, for good.</summary>
internal sealed partial class Story
{
    /// <summary>The numbers of the versions whose words are still there. The versions must be loaded.</summary>
    public IReadOnlyList<int> Removable() => [.. Versions.Where(row => row.HasWords).Select(row => row.Number).Order()];

    /// <summary>Whether readers lose the text they see now when these versions go.</summary>
    public bool GoesWith(IReadOnlyCollection<int> numbers) =>
        TakenDownAt is null && Live() is { } live && numbers.Contains(live.Number);

    /// <summary>Why these versions cannot be removed for this reason; nothing where they can.</summary>
    public IEnumerable<Problem> RemovalRefused(string reason, string note, IReadOnlyCollection<int> numbers)
    {
        if (!IsPublished)
            yield return new Problem("This story is not published, so there is nothing to take down.");
        if (!SealErasure.Reasons.Contains(reason))
            yield return new Problem("reason", "Choose what the law gives as the reason.");
        if (string.IsNullOrWhiteSpace(note))
            yield return new Problem(
                "note",
                "Say in a sentence why the story is taken down. Readers see it at its address."
            );
        if (note.Length > VersionAct.LongestNote)
            yield return new Problem("note", "The note is longer than 1,000 characters. Make it shorter.");
        if (!Removable().Any(numbers.Contains))
            yield return new Problem("versions", "Choose at least one version whose words are still there.");
    }

    /// <summary>Destroys the words of versions. Where they are those that readers see, nothing is left at the address but a notice; else the story stays as it is,
    /// and says that something was removed. The draft is not touched.</summary>
    /// <param name="notice">What stands at the address then; its last paragraph is the note.</param>
    public Outcome<StoryVersion> Remove(
        string reason,
        string note,
        StoryContent notice,
        IReadOnlyCollection<int> numbers,
        DateTimeOffset now,
        Guid? by
    )
    {
        if (RemovalRefused(reason, note, numbers).FirstOrDefault() is { } problem)
            return problem;
        if (GoesWith(numbers))
            (UpdatedAt, TakenDownAt) = (now, now);
        var content = TakenDownAt is null ? Live()!.Content : notice;
        foreach (var version in Versions.Where(row => row.HasWords && numbers.Contains(row.Number)))
            version.Erase(now);
        return Add(VersionKind.Takedown, note, now, by, content, reason: reason);
    }
}
