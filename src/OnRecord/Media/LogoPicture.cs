using System.Globalization;

namespace OnRecord.Media;

/// <summary>A logo: the hash of the file it was drawn from, and the size in which it is shown, in CSS pixels.</summary>
internal readonly record struct LogoPicture(string Sha256, int Width, int Height)
{
    public string Address => $"/logo/{Sha256}.png";

    /// <summary>For screens with two pixels to each.</summary>
    public string FineAddress => $"/logo/{Sha256}-fine.png";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sha256}/{Width}x{Height}");

    /// <returns>Null where it is not written as this writes it.</returns>
    public static LogoPicture? Read(string? written) =>
        LibrarySource.Read($"media:{written}") is { } source
            ? new LogoPicture(source.Sha256, source.Width, source.Height)
            : null;
}
