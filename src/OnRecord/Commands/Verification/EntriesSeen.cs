using System.Text;
using OnRecord.TransparencyLog;

namespace OnRecord.Commands.Verification;

/// <summary>Walks through the log's entries and keeps of each version where it stands, not what it says.</summary>
internal sealed class EntriesSeen(string origin)
{
    private readonly Dictionary<Guid, SeenStory> stories = [];
    private readonly List<Guid> order = [];

    public KeyHistory Keys { get; } = new(origin);

    /// <summary>The first entry, where the record began anew.</summary>
    public ContinuationEntry? Continuation { get; private set; }

    /// <summary>The stories in the order in which they first came.</summary>
    public IEnumerable<SeenStory> Stories => order.Select(id => stories[id]);

    public SeenStory? Find(Guid story) => stories.GetValueOrDefault(story);

    /// <exception cref="NotAsSealed">The entry cannot stand where it does.</exception>
    public void Take(LoggedEntry logged)
    {
        SealedEntry entry;
        try
        {
            entry = SealedEntry.Read(logged.Bytes);
        }
        catch (FormatException wrong)
        {
            throw Wrong(
                logged,
                $"Entry {logged.Index} of the log is not written as it must be: {wrong.Message}.",
                null,
                0
            );
        }
        switch (entry)
        {
            case VersionEntry version:
                Take(version, logged);
                break;
            case ErasureEntry erasure:
                Take(erasure, logged);
                break;
            case RotationEntry rotation:
                Keys.Take(rotation, logged.Index);
                break;
            case ContinuationEntry continuation when logged.Index == 0:
                Continuation = continuation;
                break;
            default:
                throw Wrong(
                    logged,
                    $"Entry {logged.Index} says that the record began anew, and is not its first.",
                    null,
                    0
                );
        }
    }

    private void Take(VersionEntry entry, LoggedEntry logged)
    {
        if (!stories.TryGetValue(entry.Story, out var story))
        {
            stories[entry.Story] = story = new SeenStory(entry.Story);
            order.Add(entry.Story);
        }
        var last = story.Versions.Count > 0 ? story.Versions[^1] : null;
        var fault =
            entry.Number <= story.Versions.Count ? $"is in the log twice, the second time as entry {logged.Index}."
            : entry.Number > story.Versions.Count + 1
                ? $"stands in the log, as entry {logged.Index}, and version {story.Versions.Count + 1} does not."
            : entry.Previous != last?.Hash
                ? $"does not name the entry of the version before it: entry {logged.Index} of the log was put in the place of another."
            : last is not null && entry.Time < last.Time
                ? $"is said to be older than the version before it, by entry {logged.Index} of the log."
            : null;
        if (fault is not null)
            throw Wrong(logged, fault, entry.Story, entry.Number);
        story.Versions.Add(
            new SeenVersion(entry.Number, entry.Kind, entry.Time, logged.Index, logged.Hash, entry.Commitment)
        );
    }

    private void Take(ErasureEntry entry, LoggedEntry logged)
    {
        if (Find(entry.Story)?.Versions.ElementAtOrDefault(entry.Number - 1) is not { } version)
            throw Wrong(
                logged,
                $"is said to be erased by entry {logged.Index} of the log, and was never in it.",
                entry.Story,
                entry.Number
            );
        if (version.ErasedBy is not null)
            throw Wrong(
                logged,
                $"is said to be erased a second time by entry {logged.Index} of the log.",
                entry.Story,
                entry.Number
            );
        version.ErasedBy = logged.Index;
    }

    // Of a story only its id is known here; whoever catches this knows how to find its name.
    private static NotAsSealed Wrong(LoggedEntry logged, string sentence, Guid? story, int number) =>
        new(
            new VerifyFault(sentence)
            {
                Entry = logged.Index,
                Story = story,
                Version = story is null ? null : number,
                IsUnnamed = story is not null,
                Kind = LogFaultKind.Entry,
            }
        );

    /// <summary>An entry as text, for whoever compares it with a version's file.</summary>
    public static TreeHash HashOf(string entry) => TreeHash.OfLeaf(Encoding.UTF8.GetBytes(entry));
}

/// <summary>A story as the log knows it.</summary>
internal sealed class SeenStory(Guid id)
{
    public Guid Id => id;

    /// <summary>Its versions in their order: the first is number 1.</summary>
    public List<SeenVersion> Versions { get; } = [];
}

/// <summary>A version as the log knows it.</summary>
/// <param name="Index">The place of its entry, counted from 0.</param>
/// <param name="Hash">The entry's hash.</param>
internal sealed record SeenVersion(
    int Number,
    string Kind,
    DateTimeOffset Time,
    long Index,
    TreeHash Hash,
    TreeHash Commitment
)
{
    /// <summary>The entry that says it was erased; null where none does.</summary>
    public long? ErasedBy { get; set; }
}
