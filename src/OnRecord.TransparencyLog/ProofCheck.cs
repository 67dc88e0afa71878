namespace OnRecord.TransparencyLog;

/// <summary>Checks a proof offline, with nothing but the log's key (C2SP tlog-proof, “Verifying a tlog proof”).</summary>
public static class ProofCheck
{
    /// <summary>Checks a file.</summary>
    /// <param name="file">The bytes of a <c>.tlog-proof</c>.</param>
    /// <param name="log">The log's key; its name is the origin.</param>
    /// <param name="entry">The entry; null where the file's <c>extra</c> line holds it. That line proves nothing, and needs not: the entry's hash is what is checked.</param>
    /// <param name="policy">Which witnesses must have seen the checkpoint; null where none need.</param>
    public static LogFindings Of(
        ReadOnlySpan<byte> file,
        VerifierKey log,
        ReadOnlyMemory<byte>? entry = null,
        WitnessPolicy? policy = null
    )
    {
        try
        {
            var proof = LogProof.Parse(file);
            return (entry ?? proof.Extra) is { } bytes
                ? Of(proof, TreeHash.OfLeaf(bytes.Span), log, policy)
                : throw new LogFormatException("The proof does not hold its entry, and none was given.");
        }
        catch (LogFormatException wrong)
        {
            return LogFindings.Of(wrong.Fault);
        }
    }

    /// <summary>Checks a proof.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="leaf">The entry's hash.</param>
    /// <param name="log">The log's key; its name is the origin.</param>
    /// <param name="policy">Which witnesses must have seen the checkpoint; null where none need.</param>
    public static LogFindings Of(LogProof proof, TreeHash leaf, VerifierKey log, WitnessPolicy? policy = null)
    {
        try
        {
            var checkpoint = proof.Verify(leaf, log);
            return policy?.IsMetBy(proof.Note) != false
                ? LogFindings.Of(checkpoint, proof.Note)
                : LogFindings.Of(WitnessPolicy.NotMet);
        }
        catch (LogFormatException wrong)
        {
            return LogFindings.Of(wrong.Fault with { Entry = proof.Index });
        }
    }
}
