using System.Text.Json.Serialization;

namespace OnRecord.Stories;

/// <summary>The picture above a story, with its words as they stand on this story.</summary>
/// <param name="Sha256">The picture in the library, by its hash in lower-case hexadecimal; null while only its words are known, and then nothing is shown.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Alt">What is seen; empty where it is still missing.</param>
/// <param name="FocusX">What must stay in view when it is cut, in percent from the left; null is the middle.</param>
/// <param name="FocusY">The same, from the top.</param>
internal sealed record LeadPicture(
    string? Sha256,
    int Width,
    int Height,
    string Alt,
    string? Caption,
    string? Credit,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? FocusX = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? FocusY = null
);
