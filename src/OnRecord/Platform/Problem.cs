namespace OnRecord.Platform;

/// <summary>Why something was refused: a whole sentence that a person can act on.</summary>
/// <param name="Field">The form field it concerns; null where it concerns the whole.</param>
/// <param name="Message">The sentence.</param>
public sealed record Problem(string? Field, string Message)
{
    public Problem(string message)
        : this(null, message) { }
}
