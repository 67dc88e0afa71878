using System.Globalization;

namespace OnRecord.Platform;

/// <summary>Why something was refused: a whole sentence that a person can act on.</summary>
/// <param name="Field">The form field it concerns; null where it concerns the whole.</param>
/// <param name="Message">The sentence, in English.</param>
public sealed record Problem(string? Field, string Message)
{
    public Problem(string message)
        : this(null, message) { }

    /// <summary>The sentence with places for its values, by which it is found in other languages.</summary>
    public string Pattern { get; private init; } = Message;

    public IReadOnlyList<object> Values { get; private init; } = [];

    /// <param name="pattern">A composite format string, in English.</param>
    public static Problem With(string? field, string pattern, params object[] values) =>
        new(field, string.Format(CultureInfo.InvariantCulture, pattern, values))
        {
            Pattern = pattern,
            Values = values,
        };
}
