namespace OnRecord.Media;

/// <summary>How a library picture is named in a story's text: <c>media:</c>, its hash, and its size, which a page must know before the picture arrives.</summary>
internal readonly record struct LibrarySource(string Sha256, int Width, int Height)
{
    private const string Scheme = "media:";

    public override string ToString() => $"{Scheme}{Sha256}/{Width}x{Height}";

    /// <returns>Null where the source is not a picture of the library.</returns>
    public static LibrarySource? Read(string source)
    {
        if (
            !source.StartsWith(Scheme, StringComparison.Ordinal)
            || source[Scheme.Length..].Split('/') is not [var sha256, var size]
        )
            return null;
        return
            IsHash(sha256)
            && size.Split('x') is [var width, var height]
            && int.TryParse(width, out var w)
            && int.TryParse(height, out var h)
            && w > 0
            && h > 0
            ? new LibrarySource(sha256, w, h)
            : null;
    }

    public static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
