using System.Globalization;
using OnRecord.TransparencyLog;

namespace OnRecord.PublicRecord.Witnessing;

/// <summary>What a witness answers (C2SP tlog-witness, “add-checkpoint”).</summary>
internal sealed record WitnessAnswer(int Status, string Body, string ContentType = WitnessAnswer.Plain)
{
    public const string SizeType = "text/x.tlog.size";

    private const string Plain = "text/plain; charset=utf-8";

    public static WitnessAnswer Refuse(int status, string sentence) => new(status, $"{sentence}\n");

    public static WitnessAnswer Conflict(long size) =>
        new(409, size.ToString(CultureInfo.InvariantCulture) + "\n", SizeType);

    /// <summary>Why a request may not be cosigned whatever was cosigned before; null where it may.</summary>
    /// <param name="trusted">The keys that are trusted for the request's log; none where it is not known.</param>
    public static WitnessAnswer? Judge(WitnessRequest request, string origin, IReadOnlyList<VerifierKey> trusted)
    {
        if (trusted.Count == 0)
            return Refuse(404, "This witness does not know the log.");
        try
        {
            // Line by line: a second signature of a known key that does not verify spoils the note as well.
            if (
                request.Note.Signatures.Sum(line => (request.Note with { Signatures = [line] }).Verify(trusted).Count)
                == 0
            )
                return Refuse(403, $"The checkpoint is not signed by a key that is trusted for {origin}.");
        }
        catch (LogFormatException wrong)
        {
            return Refuse(403, wrong.Message);
        }
        var lines = request.Note.Text.Split('\n');
        try
        {
            return request.OldSize > Checkpoint.Parse(request.Note.Text).Size
                ? Refuse(400, "The old size is larger than that of the checkpoint.")
                : null;
        }
        catch (LogFormatException wrong)
        {
            var isEmptyTree = lines.Length > 3 && lines[1] == "0" && TreeHash.Parse(lines[2]) is not null;
            return Refuse(isEmptyTree && request.OldSize == 0 ? 422 : 400, wrong.Message);
        }
    }

    /// <summary>Why a checkpoint does not continue the one that was cosigned last; null where it does.</summary>
    public static WitnessAnswer? Compare(WitnessRequest request, Checkpoint now, Checkpoint latest) =>
        request.OldSize != latest.Size ? Conflict(latest.Size)
        : !MerkleProofs.Continues(latest.Size, latest.Root, now.Size, now.Root, request.Proof)
            ? Refuse(422, "The proof does not lead from what this witness saw last to the checkpoint.")
        : null;
}
