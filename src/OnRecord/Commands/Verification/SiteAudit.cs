using System.Net;
using OnRecord.TransparencyLog;

namespace OnRecord.Commands.Verification;

/// <summary>One walk through a site: its log, its versions, its pages.</summary>
internal sealed class SiteAudit(SiteReader site, IReadOnlyList<RememberedRecord> known, SiteCheck wanted)
{
    private const int StoriesAtOnce = 4;

    /// <summary>What was seen here earlier, once it is known which record it is; null where that was none.</summary>
    public RememberedRecord? Remembered { get; private set; } =
        known.Where(row => row.Url == $"{site.Root}").MaxBy(row => row.SeenAt);

    /// <summary>The log's entries, as far as they were walked through.</summary>
    public EntriesSeen? Entries { get; private set; }

    public long Size { get; private set; }

    /// <returns>What was found, and what is to be remembered.</returns>
    /// <exception cref="NotAsSealed">Something is not as it should be.</exception>
    public async Task<(SiteVerdict Verdict, RememberedRecord Now)> Run(DateTimeOffset now, CancellationToken stop)
    {
        var key = await Key(stop);
        var checkpoint = (await Served("record/checkpoint", stop)).Bytes;
        var before = Remembered;
        Remembered = known.Where(row => row.Origin == key.Name).MaxBy(row => row.Size) ?? before;
        var note = await Log(key, checkpoint, stop);
        var notices = new List<string>();
        if (Remembered is { } other && other.Origin != key.Name)
            notices.Add(Continuing.Judge(other, Entries!, $"{site.Root}", key.Name));
        else if (Entries!.Continuation is { } begun)
            notices.Add(Continuing.Tell(begun));
        if (Remembered is null)
            notices.Add(
                "This is the first look at this record. All that is said here is of now: whether something was changed or taken out before cannot be known from one look. What was seen is remembered, and the next look compares with it."
            );
        var (stories, pages) = await Stories(stop);
        var versions = Entries!.Stories.SelectMany(story => story.Versions).ToList();
        var verdict = new SiteVerdict($"{site.Root}")
        {
            Origin = key.Name,
            Entries = Size,
            Stories = stories.Count,
            Versions = versions.Count,
            Erased = versions.Count(version => version.ErasedBy is not null),
            Pages = wanted.WithPages ? pages : null,
            Witnesses = Witnesses(note, key),
            QuorumMet = wanted.Policy is null ? null : true,
            FirstSeenAt = Remembered?.FirstSeenAt,
            Notices = notices,
        };
        var record = new RememberedRecord(
            $"{site.Root}",
            key.Name,
            $"{key}",
            $"{note}",
            Remembered is { } same && same.Origin == key.Name ? same.FirstSeenAt : now,
            now
        )
        {
            FormerKeys = [.. Entries.Keys.Former.Select(former => $"{former}")],
            Continues = Remembered is { } lost && lost.Origin != key.Name ? lost.Origin : null,
            Stories = stories,
        };
        return (verdict, record);
    }

    private async Task<VerifierKey> Key(CancellationToken stop)
    {
        var answer = await Served("record/key", stop);
        try
        {
            return VerifierKey.Parse(answer.Text.Trim());
        }
        catch (LogFormatException)
        {
            throw new NotAsSealed(
                $"There is no public record at {site.Root}: what {answer.Address} says is not a verifier key. Is it an OnRecord site?"
            );
        }
    }

    private async Task<SignedNote> Log(VerifierKey key, ReadOnlyMemory<byte> checkpoint, CancellationToken stop)
    {
        Entries = new EntriesSeen(key.Name);
        var earlier = Remembered?.Origin == key.Name ? Remembered : null;
        Size = Claimed(checkpoint.Span);
        var audit = new LogAudit(key, Tile)
        {
            Seen = earlier is null
                ? null
                : new SeenCheckpoint(
                    System.Text.Encoding.UTF8.GetBytes(earlier.Checkpoint),
                    VerifierKey.Parse(earlier.Key)
                ),
            Each = entry =>
            {
                Entries.Take(entry);
                return ValueTask.FromResult<string?>(null);
            },
        };
        var found = await audit.Run(checkpoint, stop);
        if (!found.Holds)
            throw new NotAsSealed(
                new VerifyFault(found.Fault.Sentence) { Kind = found.Fault.Kind, Entry = found.Fault.Entry }
            );
        Entries.Keys.Judge(key, Size, earlier is null ? null : VerifierKey.Parse(earlier.Key), earlier?.Size ?? 0);
        if (wanted.Policy is { } policy)
        {
            if (!policy.Logs.Any(log => log.Key.Equals(key)))
                throw new NotAsSealed($"The policy does not name the key that signs this record, which is {key}.");
            if (!policy.IsMetBy(found.Note))
                throw new NotAsSealed(
                    "The checkpoint does not have the cosignatures of witnesses that the policy asks for."
                );
        }
        return found.Note;
    }

    private async Task<ReadOnlyMemory<byte>?> Tile(string path, CancellationToken stop)
    {
        var answer = await site.Get($"record/{path}", stop);
        return answer.Status switch
        {
            HttpStatusCode.OK => new ReadOnlyMemory<byte>(answer.Bytes),
            // Not a null array, which would be an empty answer.
            HttpStatusCode.NotFound or HttpStatusCode.Gone => default(ReadOnlyMemory<byte>?),
            _ => throw Silent(answer),
        };
    }

    private async Task<(List<RememberedStory> Stories, int Pages)> Stories(CancellationToken stop)
    {
        var (done, pages) = (new List<RememberedStory>(), 0);
        var names = Remembered?.Stories.ToDictionary(story => story.Id, story => story.Name) ?? [];
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var coming = new Queue<(CheckStory Check, Task<RememberedStory> Task)>();
        try
        {
            foreach (var story in Entries!.Stories)
            {
                var check = new CheckStory(site, story, names.GetValueOrDefault(story.Id), wanted.WithPages);
                coming.Enqueue((check, check.Run(end.Token)));
                if (coming.Count >= StoriesAtOnce)
                    await Take();
            }
            while (coming.Count > 0)
                await Take();
            return (done, pages);
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAll(coming.Select(one => one.Task)).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        async Task Take()
        {
            var (check, task) = coming.Dequeue();
            done.Add(await task);
            pages += check.Pages;
        }
    }

    private async Task<SiteAnswer> Served(string path, CancellationToken stop)
    {
        var answer = await site.Get(path, stop);
        return answer.Status switch
        {
            HttpStatusCode.OK => answer,
            HttpStatusCode.NotFound when Remembered is { } lost => throw Silent(
                $"The public record {lost.Origin}, which was seen at {site.Root} on {lost.SeenAt:yyyy-MM-dd}, is gone: there is none now."
            ),
            HttpStatusCode.NotFound => throw Silent(
                $"There is no public record at {site.Root}: it is not an OnRecord site, or nothing has been published there yet."
            ),
            _ => throw Silent(answer),
        };
    }

    private static NotAsSealed Silent(SiteAnswer answer) =>
        Silent(
            answer.Status == HttpStatusCode.ServiceUnavailable
                ? "The site does not sign its record at the moment, so that nothing can be compared: its database may be an older copy, or another, than the one that was signed. Whoever runs the server finds the reason in its log."
                : $"The record cannot be read: {answer.Address} answers {answer.Told}."
        );

    private static NotAsSealed Silent(string sentence) => new(new VerifyFault(sentence) { IsSilence = true });

    private static long Claimed(ReadOnlySpan<byte> checkpoint)
    {
        try
        {
            return Checkpoint.Parse(SignedNote.Parse(checkpoint).Text).Size;
        }
        catch (LogFormatException)
        {
            return 0;
        }
    }

    // C2SP tlog-cosignature: eight bytes of time before an Ed25519 signature.
    private static int Witnesses(SignedNote note, VerifierKey log) =>
        note
            .Signatures.Where(line => (line.Name, line.KeyId) != (log.Name, log.Id) && line.Signature.Length == 72)
            .Select(line => (line.Name, line.KeyId))
            .Distinct()
            .Count();
}

/// <summary>What is wanted of a check.</summary>
/// <param name="Policy">Which key and which witnesses are asked for; null where none.</param>
internal sealed record SiteCheck(bool WithPages, WitnessPolicy? Policy);
