using System.Text;
using OnRecord.TransparencyLog;

namespace OnRecord.Commands.Verification;

/// <summary>Checks a version's proof offline.</summary>
internal static class VerifyProof
{
    /// <param name="proof">The bytes of a <c>.tlog-proof</c>.</param>
    /// <param name="statement">A version's file as the site serves it; null where only the proof is to be checked.</param>
    /// <param name="keys">The keys by which the log's may be known: those that were named, or are remembered of its origin.</param>
    public static ProofVerdict Run(
        ReadOnlyMemory<byte> proof,
        ReadOnlyMemory<byte>? statement,
        Func<string, IReadOnlyList<VerifierKey>> keys,
        WitnessPolicy? policy
    )
    {
        try
        {
            var parsed = LogProof.Parse(proof.Span);
            var origin = Checkpoint.Parse(parsed.Note.Text).Origin;
            var log = Signer(parsed.Note, origin, keys(origin));
            var found = ProofCheck.Of(proof.Span, log, policy: policy);
            if (!found.Holds)
                throw new NotAsSealed(new VerifyFault(found.Fault.Sentence) { Kind = found.Fault.Kind });
            var entry = Entry(parsed);
            var verdict = new ProofVerdict
            {
                Origin = origin,
                Index = parsed.Index,
                Entries = found.Checkpoint.Size,
                Story = entry.Story,
                Version = entry.Number,
                Kind = entry.Kind,
                At = entry.Time,
                LateAt = entry.Late,
            };
            return statement is { } bytes ? verdict with { Headline = Open(bytes, entry, parsed).Headline } : verdict;
        }
        catch (LogFormatException wrong)
        {
            return new ProofVerdict { Fault = new VerifyFault(wrong.Message) };
        }
        catch (NotAsSealed wrong)
        {
            return new ProofVerdict { Fault = wrong.Fault };
        }
    }

    private static VerifierKey Signer(SignedNote note, string origin, IReadOnlyList<VerifierKey> keys)
    {
        if (keys.Count == 0)
            throw new NotAsSealed(
                $"The proof says that it is of the record {origin}, and whose key that is cannot be known from the proof. Name the key with --key: it stands at /record/key of the newsroom’s site. Or run onrecord verify on the site first, which remembers it."
            );
        return keys.FirstOrDefault(key => note.Signatures.Any(line => (line.Name, line.KeyId) == (key.Name, key.Id)))
            ?? keys[0];
    }

    private static VersionEntry Entry(LogProof proof)
    {
        try
        {
            return SealedEntry.Read(proof.Extra!.Value) as VersionEntry
                ?? throw new NotAsSealed("The proof holds, and its entry is not that of a version.");
        }
        catch (FormatException wrong)
        {
            throw new NotAsSealed($"The proof holds, and its entry is not written as it must be: {wrong.Message}.");
        }
    }

    private static SealedStatement Open(ReadOnlyMemory<byte> bytes, VersionEntry entry, LogProof proof)
    {
        var version = $"version {entry.Number} of story {entry.Story}";
        VersionFile file;
        try
        {
            file = VersionFile.Read(bytes);
        }
        catch (FormatException wrong)
        {
            throw new NotAsSealed($"The file of the statement cannot be read: {wrong.Message}.");
        }
        if (
            file.Index != proof.Index
            || !Encoding.UTF8.GetBytes(file.Entry).AsSpan().SequenceEqual(proof.Extra!.Value.Span)
        )
            throw new NotAsSealed($"The proof is of {version}, and the file of the statement is of another entry.");
        if (file.ErasedBy is not null)
            throw new NotAsSealed(
                $"What was sealed as {version} was erased by law, so that nothing is left to compare."
            );
        try
        {
            return file.Open(entry);
        }
        catch (FormatException wrong)
        {
            throw new NotAsSealed($"V{version[1..]} {wrong.Message}");
        }
    }
}

/// <summary>What a check of a proof found.</summary>
public sealed record ProofVerdict
{
    public VerifyFault? Fault { get; init; }
    public string? Origin { get; init; }

    /// <summary>The entry's place, counted from 0.</summary>
    public long Index { get; init; }

    /// <summary>How many entries the log had.</summary>
    public long Entries { get; init; }
    public Guid? Story { get; init; }
    public int Version { get; init; }
    public string? Kind { get; init; }
    public DateTimeOffset? At { get; init; }

    /// <summary>When it was sealed, where that was later than it was shown.</summary>
    public DateTimeOffset? LateAt { get; init; }

    /// <summary>Of the statement; null where that was not checked.</summary>
    public string? Headline { get; init; }

    public bool Holds => Fault is null;
}
