namespace OnRecord.TransparencyLog;

/// <summary>What a witness answers to a request (C2SP tlog-witness, “add-checkpoint”).</summary>
/// <param name="Status">The HTTP status: 200, 400, 403, 404, 409 or 422.</param>
/// <param name="Body">What is sent with it. Of 200 nothing yet: the witness keeps the checkpoint, in one step with the look at the latest, and then sends its cosignature.</param>
/// <param name="ContentType">Of the body.</param>
public sealed record WitnessVerdict(int Status, string Body, string ContentType)
{
    private const string Plain = "text/plain; charset=utf-8";

    /// <summary>The checkpoint to be kept and cosigned; null where the request is refused.</summary>
    public Checkpoint? Checkpoint { get; private init; }

    internal static WitnessVerdict Cosign(Checkpoint checkpoint) => new(200, "", Plain) { Checkpoint = checkpoint };

    internal static WitnessVerdict Refuse(int status, string sentence) => new(status, $"{sentence}\n", Plain);

    internal static WitnessVerdict Conflict(long latest) => new(409, $"{Decimal.Write(latest)}\n", "text/x.tlog.size");
}
